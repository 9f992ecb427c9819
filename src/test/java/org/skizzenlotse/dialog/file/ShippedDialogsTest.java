// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.talk.Coverage;
import org.skizzenlotse.dialog.talk.Talks;
import org.skizzenlotse.engine.turn.Engine;

/// The dialogs that everybody gets.
class ShippedDialogsTest {
    private static final Path DIALOGS =
            Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs");

    private static final Loaded LOADED = DialogFolder.read(DIALOGS);

    @Test
    void theyAreReadWithoutFindings() {
        assertThat(
                        LOADED.problems().stream()
                                .map(Problem::toText)
                                .collect(Collectors.joining("\n")))
                .isEmpty();
        assertThat(LOADED.dialog("skizze")).isPresent();
    }

    @Test
    void theSketchAsksAllThirtyThreeQuestions() {
        var parts = LOADED.dialog("skizze").orElseThrow().dialog().parts();

        assertThat(parts.catalogue().questions()).hasSize(33);
        assertThat(parts.sketch().sections())
                .filteredOn(one -> !one.catalogue().isEmpty())
                .hasSize(33);
    }

    @Test
    void theirTalksGoAsWrittenAndAskEveryStep() {
        var talks = new Talks(new Engine(PhrasesFile.load()));
        for (var dialog : LOADED.dialogs()) {
            var result = talks.run(dialog.dialog(), dialog.talks());

            assertThat(
                            result.problems().stream()
                                    .map(Problem::toText)
                                    .collect(Collectors.joining("\n")))
                    .isEmpty();
            assertThat(result.coverage().share(Coverage.Measure.STEPS).missed()).isEmpty();
        }
    }
}
