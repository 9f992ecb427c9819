// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.file.DialogText;

/// Numbers, days, sums and facts: the values of a way make the condition true in the engine, and
/// what no value makes true is not reached.
class CountedTest {
    private static final String WHEN = "when: monat >= 8 && 'zeit' in ziele";
    private static final StepId BEGIN = new StepId("beginn");

    @TempDir Path folder;

    private Dialog dialog(String when) {
        return DialogText.sound()
                .replaced("probe/groups/idee.yaml", WHEN, "when: \"" + when + "\"")
                .dialog(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stunden == 7",
                "stunden > 59",
                "monat > 10 && monat <= 12",
                "stunden > plaetze",
                "stunden == plaetze && stunden > 3",
                "stunden < plaetze && plaetze < 2",
                "frist > date('2030-01-01') && stunden != 0",
                "!(stunden in [0, 1, 2]) && stunden < 4",
                "open(stunden) || monat == 240"
            })
    void theValuesOfAWayMakeTheConditionTrue(String when) {
        var dialog = dialog(when);

        var way = Space.of(dialog).find(new Goal.Asked(BEGIN)).orElseThrow();

        var journey = new Walk(dialog, way, new Random(1)).go();
        assertThat(journey.stop(BEGIN).orElseThrow().applies()).as("%s", way).isTrue();
    }

    @Test
    void aPatternIsNeverCalledImpossible() {
        var dialog =
                DialogText.sound()
                        .replaced(
                                "probe/groups/idee.yaml",
                                "    text: \"Wer macht bei {traeger} mit?\"\n",
                                "    check: [{must: \"value.matches('^a') && value.matches('^b')\","
                                        + " say: Nein.}]\n"
                                        + "    text: \"Wer macht bei {traeger} mit?\"\n")
                        .dialog(folder);

        assertThat(Space.of(dialog).canReach(new Goal.Asked(new StepId("partner")))).isTrue();
    }
}
