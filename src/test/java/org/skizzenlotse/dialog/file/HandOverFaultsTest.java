// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a dialog hands over is checked on both sides.
class HandOverFaultsTest {
    @TempDir Path folder;

    private Loaded handingOver(String steps, String question) {
        return DialogText.sound()
                .with(
                        "vorher/dialog.yaml",
                        """
                        dialog: vorher
                        title: Vorher
                        language: de
                        audience: ihr
                        personal: false
                        groups: [eins]
                        hands_over:
                          probe:
                            %s
                        """
                                .formatted(steps))
                .with(
                        "vorher/groups/eins.yaml",
                        """
                        group: eins
                        title: Eins
                        steps:
                          - ask: wer
                            catalogue: none
                            text: Wer seid ihr?
                            short: Wer
                            why: Damit wir es wissen.
                            needed: optional
                        """
                                + question.indent(4))
                .read(folder);
    }

    private static void says(Loaded loaded, String message, String excerpt, boolean published) {
        assertThat(loaded.problems())
                .anySatisfy(problem -> {
                    assertThat(problem.message()).contains(message);
                    assertThat(problem.excerpt()).contains(excerpt);
                    assertThat(problem.file()).isEqualTo("vorher/dialog.yaml");
                    assertThat(problem.isError()).isNotEqualTo(published);
                });
        assertThat(loaded.dialog("vorher").isPresent()).isEqualTo(published);
        assertThat(loaded.dialog("probe")).isPresent();
    }

    private static final String CHOICE =
            "type: choice\nopen: [unknown]\noptions: [{id: verein, text: Ein Verein}]\n";

    @Test
    void whatFitsIsFine() {
        assertThat(handingOver("traeger: wer", CHOICE).problems()).isEmpty();
    }

    @Test
    void theStepOfTheOtherDialogMustBeThere() {
        var loaded = handingOver("traegr: wer", CHOICE);
        says(loaded, "'traegr' gibt es in 'probe' nicht", "traegr: wer", false);
        assertThat(loaded.problems().getFirst().proposal()).contains("traeger");
    }

    @Test
    void theTypesMustBeTheSame() {
        var other = CHOICE.replace("choice", "multi");
        says(handingOver("traeger: wer", other), "dort aber choice", "traeger: wer", false);
    }

    @Test
    void everyOptionMustBeKnownThere() {
        var other = CHOICE.replace("id: verein", "id: kirche");
        says(handingOver("traeger: wer", other), "'kirche' gibt es bei", "traeger: wer", false);
    }

    @Test
    void anOpenAnswerThatWouldBeAskedAgainIsDoubtful() {
        var other = CHOICE.replace("[unknown]", "[unknown, refused]");
        says(handingOver("traeger: wer", other), "wird neu gefragt", "traeger: wer", true);
    }

    @Test
    void aDialogThatIsNotHereIsDoubtful() {
        var loaded =
                DialogText.sound()
                        .replaced(
                                "probe/dialog.yaml",
                                "dialog: probe\n",
                                "dialog: probe\nhands_over: {prob: {x: traeger}}\n")
                        .read(folder);
        assertThat(loaded.hasErrors()).isFalse();
        assertThat(loaded.problems().getFirst().message()).contains("'prob' gibt es hier nicht");
    }
}
