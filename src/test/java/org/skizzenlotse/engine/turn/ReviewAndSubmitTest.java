// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Effect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.OpenStatus;

/// The review before handing in, and what stands after it.
class ReviewAndSubmitTest {
    @Test
    void theReviewShowsWhatWasSaidAndTheWordsOfTheDialog() {
        Dialogs.atReview()
                .hearsBack("Schaut alles durch.")
                .hearsBack("Zu wenig")
                .hearsBack("Bereit?");
    }

    @Test
    void anOpenAnswerIsMarkedAndAFinalOneIsNot() {
        var steps = "- ask: a\n  type: text\n  text: A?\n  open: [unknown, not_applicable]";
        Scenario.of(steps).leavesOpen(OpenStatus.UNKNOWN).hearsBack("(noch offen)");
        Scenario.of(steps)
                .leavesOpen(OpenStatus.NOT_APPLICABLE)
                .asks("_review")
                .hearsNothingOf("(noch offen)");
    }

    @Test
    void submittingGivesAReferenceAndASubmission() {
        var scenario = Dialogs.submitted().hearsBack("PR-1").hearsBack("Danke.");
        assertThat(scenario.state().lifecycle()).isEqualTo(new Lifecycle.Submitted(1));
        assertThat(scenario.last().effects()).contains(new Effect.Submit("PR-1", 1));
        assertThat(scenario.state().reference()).isEqualTo("PR-1");
    }

    @Test
    void laterIsAPauseAndChangeIsAList() {
        Dialogs.atReview().taps("later").asks("_paused").taps("resume").asks("_review");
        Dialogs.atReview().taps("change").asks("_change").taps("problem").asks("problem");
        Dialogs.atReview().says("1").asks("_submitted");
    }

    @Test
    void afterSubmittingWordsGoToTheTeam() {
        Dialogs.submitted().says("Noch etwas anderes").hearsBack("dem Team gegeben");
        Dialogs.submitted().taps("copy").hearsBack("Zu wenig").asks("_submitted");
    }

    @Test
    void theOverviewCountsWithTheRightPlural() {
        Dialogs.atChoice().taps("verein").commands(Command.OVERVIEW).hearsBack("Noch 1 Frage.");
        Dialogs.atChoice().taps("staat").commands(Command.OVERVIEW).hearsBack("Noch 2 Fragen.");
        Dialogs.atChoice().commands(Command.OVERVIEW).hearsBack("Noch 1 bis 4 Fragen.");
        Dialogs.atReview().commands(Command.OVERVIEW).hearsBack("Alle Fragen sind beantwortet.");
    }
}
