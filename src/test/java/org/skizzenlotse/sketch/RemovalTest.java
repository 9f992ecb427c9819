// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;

class RemovalTest {
    private static final Answer.Provenance FROM =
            new Answer.Provenance("w", "de", "web", "h", Instant.EPOCH, "applicant");
    private static final Removal REMOVAL =
            new Removal(new StepId("b"), Set.of(), "entfernt am 3. März 2027", FROM, 0);

    private static Sketch.Entry entry(String step, boolean main) {
        var value = new Value.Text("Geheim " + step);
        return new Sketch.Entry(
                step, step, main, Answer.Status.ANSWERED, value, "Geheim " + step, FROM);
    }

    private static Sketch.Section section(Sketch.Entry... entries) {
        return new Sketch.Section(
                "s",
                "S",
                "B1",
                "Idee",
                "/s",
                Sketch.Status.ANSWERED,
                null,
                List.of(),
                "Geheim a und Geheim b",
                List.of(entries));
    }

    private static Sketch sketch(Sketch.Section... sections) {
        return new Sketch(
                "s-1",
                "s",
                "h",
                "T",
                "SK-1",
                1,
                Instant.EPOCH,
                null,
                null,
                List.of(sections),
                Map.of("applicant", "Alex"),
                List.of());
    }

    @Test
    void aDetailGoesAndTheRestOfItsSectionStays() {
        var without = REMOVAL.from(sketch(section(entry("a", true), entry("b", false))));
        var section = without.sections().getFirst();
        assertThat(section.status()).isEqualTo(Sketch.Status.ANSWERED);
        assertThat(section.text()).isEqualTo("Geheim a\nb: entfernt am 3. März 2027");
        assertThat(section.entries().getLast().value()).isNull();
    }

    @Test
    void aMainAnswerLeavesItsSectionOpen() {
        var section = REMOVAL.from(sketch(section(entry("b", true)))).sections().getFirst();
        assertThat(section.status()).isEqualTo(Sketch.Status.OPEN);
        assertThat(section.why()).contains(Sketch.Reason.REMOVED);
        assertThat(section.text()).isEqualTo("entfernt am 3. März 2027");
    }

    @Test
    void whoMadeItAndAllElseStays() {
        var before = sketch(section(entry("a", true)), section(entry("b", true)));
        var without = REMOVAL.from(before);
        assertThat(without.people()).isEqualTo(before.people());
        assertThat(without.sections().getFirst()).isEqualTo(before.sections().getFirst());
        assertThat(without.submittedAt()).isEqualTo(before.submittedAt());
    }
}
