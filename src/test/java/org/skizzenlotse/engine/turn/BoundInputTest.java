// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Command;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;

/// An input belongs to its question and is never taken for another.
class BoundInputTest {
    @Test
    void anOldButtonAsksWhetherToChange() {
        Dialogs.atReview()
                .tapsAt("traeger", "staat")
                .asks("_typo")
                .hearsBack("schon beantwortet")
                .taps("yes")
                .asks("traeger")
                .has("traeger", "Verein");
        Dialogs.atReview().tapsAt("traeger", "staat").taps("no").asks("_review");
    }

    @Test
    void everyOldInputAsksWhetherToChange() {
        var problem = new StepId("problem");
        Dialogs.atChoice().hears(new Input.Said(problem, "neu")).asks("_typo");
        Dialogs.atChoice().hears(new Input.Gave(problem, Map.of("text", "neu"))).asks("_typo");
        Dialogs.atChoice().hears(new Input.LeftOpen(problem, OpenStatus.LATER)).asks("_typo");
        Dialogs.submitted().hears(new Input.Said(problem, "neu")).asks("_typo");
    }

    @Test
    void anOldInputLosesNothingThatIsProposed() {
        Dialogs.atReview()
                .commands(Command.CHANGE, "traeger")
                .taps("staat")
                .tapsAt("ja_nein", "yes")
                .isRefused()
                .asks("_impact");
    }

    @Test
    void theButtonOfTheQuestionAtHandWorksThroughWhateverCameBetween() {
        Dialogs.atChoice().says("Vereim").tapsAt("traeger", "staat").asks("partner");
        Dialogs.atChoice().commands(Command.PAUSE).tapsAt("traeger", "staat").asks("partner");
        Dialogs.atChoice().commands(Command.ERASE).tapsAt("traeger", "staat").asks("partner");
        Dialogs.atChoice().commands(Command.CHANGE).tapsAt("traeger", "staat").asks("partner");
    }

    @Test
    void whatIsNotAskedIsNotTaken() {
        Dialogs.atChoice().tapsAt("satzung", "yes").isRefused().hasNo("satzung").asks("traeger");
        Dialogs.atChoice().hears(new Input.Said(new StepId("tiefe"), "3")).hearsBack("vertiefen");
        Dialogs.atChoice().tapsAt("gibtsnicht", "yes").isRefused().asks("traeger");
        Dialogs.submitted().tapsAt("_review", "submit").isRefused().asks("_submitted");
        Dialogs.fresh().says("ja").tapsAt("problem", "x").isRefused().asks("_scope");
    }

    @Test
    void anOptionThatTheStationDoesNotHaveIsRefused() {
        Dialogs.atReview().taps("erase").isRefused().asks("_review");
        Dialogs.atReview().taps().isRefused().asks("_review");
    }
}
