// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.render.json.SketchSchema;
import org.skizzenlotse.sketch.Attached;
import org.skizzenlotse.sketch.Sketch;

/// What comes along from another conversation, in every form of what is handed in.
class AttachedTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Stream<Renderer> forms() {
        return Stream.of(
                new SketchMarkdown(BERLIN), new SketchHtml(BERLIN), new SketchText(BERLIN));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aSketchThatComesAlongIsReadBehindWhatWasHandedIn(Renderer form) {
        var text = form.render(Samples.complete().with(new Attached(along(), "", List.of())));
        assertThat(text).contains("Mitgeschickt", "SK-7F3K", "Aus dem anderen");
        assertThat(text.indexOf("Aus dem anderen")).isGreaterThan(text.lastIndexOf("Kurz daten"));
        assertThat(text).doesNotContain("Ergebnis");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aResultComesAlongInWordsWithItsReasons(Renderer form) {
        var attached = new Attached(along(), "Passt gut", List.of("Der erste Grund *"));
        var text = form.render(Samples.complete().with(attached));
        assertThat(text).contains("Ergebnis", "Passt gut", "Der erste Grund");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatWasErasedBeforeIsSaidToBeGone(Renderer form) {
        var text = form.render(Samples.complete().with(Attached.GONE));
        assertThat(text).contains("Mitgeschickt", "wurde aber vorher");
    }

    @Test
    void itIsReadBackAndFulfilsTheSchema() {
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SketchSchema.of(Samples.dialog()));
        for (var attached :
                List.of(
                        new Attached(along(), "Passt gut", List.of("Grund")),
                        new Attached(along(), "", List.of()),
                        Attached.GONE)) {
            var sketch = Samples.complete().with(attached);
            var json = new SketchJson().render(sketch);
            assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
            assertThat(SketchJson.read(json)).isEqualTo(sketch);
        }
    }

    private static Sketch along() {
        return Samples.saying("Aus dem anderen");
    }
}
