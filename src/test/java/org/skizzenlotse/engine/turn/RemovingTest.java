// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Answer;

/// Single answers are taken out by a word and a yes.
class RemovingTest {
    private static final StepId PROBLEM = new StepId("problem");

    private static Scenario removed() {
        return Dialogs.atReview().says("/entfernen problem").asks("_confirm").says("ja");
    }

    @Test
    void theAnswerIsGoneAndItsPlaceSaysWhen() {
        var answer = removed().state().answer(PROBLEM).orElseThrow();
        assertThat(answer.status()).isEqualTo(Answer.Status.REMOVED);
        assertThat(answer.removedOn()).isPresent();
        assertThat(answer.given()).isEmpty();
    }

    @Test
    void whatIsNeededToHandInIsAskedAgain() {
        var scenario = removed().asks("_review").taps("submit").asks("problem");
        scenario.says("Immer noch zu wenig").taps("submit").asks("_submitted");
    }

    @Test
    void withoutAYesItStays() {
        var scenario = Dialogs.atReview().says("/entfernen problem").says("nein").asks("_review");
        assertThat(scenario.state().answer(PROBLEM).orElseThrow().given()).isPresent();
    }

    @Test
    void theListComesWhereNothingIsNamed() {
        Dialogs.atReview().says("/entfernen").asks("_remove").taps("problem").asks("_confirm");
    }
}
