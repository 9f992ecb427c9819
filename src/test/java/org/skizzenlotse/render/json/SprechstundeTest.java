// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.engine.Call;
import org.skizzenlotse.engine.turn.Scenario;
import org.skizzenlotse.render.Golden;
import org.skizzenlotse.render.SketchText;
import org.skizzenlotse.sketch.Sketcher;

/// A request for the consultation hour: short, open to everybody at any time, and no sketch.
class SprechstundeTest {
    /// Five minutes: the consent and seven more, and two of which one may be asked.
    private static final int QUESTIONS_MAX = 10;

    private static final Path SCHEMA =
            Path.of(System.getProperty("skizzenlotse.project", "."))
                    .resolve("src/main/resources/schema/sprechstunde-1.schema.json");

    private static final Dialog DIALOG = Scenario.shippedDialog("sprechstunde");

    @Test
    void theShippedSchemaIsThatOfTheDialog() throws Exception {
        Golden.checkFile(SCHEMA, SketchSchema.of(DIALOG));
    }

    @Test
    void itAsksLittleAndNothingOfTheCatalogue() {
        assertThat(DIALOG.questions()).hasSizeLessThanOrEqualTo(QUESTIONS_MAX);
        assertThat(DIALOG.questions())
                .allMatch(question -> question.origin() instanceof Step.Origin.None);
    }

    @Test
    void staffReadItWithoutThePointsOfTheCatalogue() {
        var state = submitted(Scenario.of(DIALOG)).state();
        assertThat(state.reference()).isNotEmpty();
        var sketch = Sketcher.sketch(DIALOG, state, Scenario.FACTS, Scenario.german());
        var text = new SketchText(ZoneId.of("Europe/Berlin")).render(sketch);
        assertThat(text)
                .contains("Dienstag", "Videogespräch", "treff@example.org", "Lieber im Gespräch")
                .doesNotContain("A1", "Problem", "not_asked", "noch nicht gefragt");
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SketchSchema.of(DIALOG));
        assertThat(schema.validate(new SketchJson().render(sketch), InputFormat.JSON)).isEmpty();
    }

    @Test
    void aCallThatIsOverIsNoneOfItsBusiness() {
        var call = new Call("Daten für alle", Instant.parse("2026-11-01T17:00:00Z"), 3);
        var late = call.end().plus(Duration.ofDays(20));
        var begun = Scenario.of(DIALOG, late, call).hearsNothingOf("Aufruf");
        var state = submitted(begun).hearsNothingOf("Aufruf").state();
        assertThat(state.entry()).isNull();
    }

    @Test
    void whatItSaysAfterwardsIsOfARequest() {
        var request = submitted(Scenario.of(DIALOG)).hearsBack("Eingereicht!");
        request.says("aufhören").hearsNothingOf("Skizze").says("zurück");
        request.says("löschen").hearsNothingOf("Skizze").taps("yes").hearsNothingOf("Skizze");
    }

    private static Scenario submitted(Scenario begun) {
        return begun.asks("einwilligung")
                .says("ja")
                .taps("lernen")
                .leavesOpen(OpenStatus.LATER)
                .asks("tage")
                .says("dienstags und freitags")
                .says("weiß nicht")
                .hearsNothingOf("Aufruf")
                .taps("video")
                .says("Wir brauchen nichts davon")
                .gives(Map.of("email", "treff@example.org"))
                .asks("_review")
                .hearsNothingOf("Aufruf")
                .taps("submit")
                .asks("_submitted");
    }
}
