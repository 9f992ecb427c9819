// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Progress;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Truth;

/// What is relevant is derived in three values, and progress is an honest range.
class JourneyTest {
    private static Truth relevance(Scenario scenario, String step) {
        return scenario.journey().stop(new StepId(step)).orElseThrow().relevance().truth();
    }

    @Test
    void whatDependsOnAnUnaskedOrOpenAnswerIsUnknown() {
        assertThat(relevance(Dialogs.atChoice(), "partner")).isEqualTo(Truth.UNKNOWN);
        var open = Dialogs.atChoice().leavesOpen(OpenStatus.UNKNOWN).asks("_review");
        assertThat(relevance(open, "partner")).isEqualTo(Truth.UNKNOWN);
        assertThat(relevance(Dialogs.atChoice().taps("staat"), "partner")).isEqualTo(Truth.TRUE);
        assertThat(relevance(Dialogs.atChoice().taps("verein"), "partner")).isEqualTo(Truth.FALSE);
    }

    @Test
    void progressIsARangeUntilItIsKnown() {
        var scenario = Dialogs.atChoice();
        assertThat(scenario.progress()).isEqualTo(new Progress(2, 1, 4, "Titel eins", 1, 4));
        scenario.taps("verein");
        assertThat(scenario.progress()).isEqualTo(new Progress(3, 1, 1, "Titel eins", 1, 1));
    }

    @Test
    void whatAnOpenAnswerKeepsAwayIsNotCounted() {
        var progress = Dialogs.atChoice().leavesOpen(OpenStatus.LATER).asks("_review").progress();
        assertThat(progress.most()).isZero();
    }

    @Test
    void beforeTheScopeTheFullWayIsTheMost() {
        var progress = Dialogs.fresh().says("ja").asks("_scope").progress();
        assertThat(progress.least()).isEqualTo(2);
        assertThat(progress.most()).isEqualTo(6);
    }

    @Test
    void aThousandStepsTakeNoTime() {
        var steps = new StringBuilder(Scenario.CONSENT);
        for (int i = 0; i < 1_000; i++)
            steps.append(
                    """
                    - say: n%d
                      text: Hinweis.
                    - ask: q%d
                      type: text
                      text: Frage?
                    """
                            .formatted(i, i));
        var scenario = Scenario.of(Scenario.inline("personal: true", steps.toString())).says("ja");
        for (int i = 0; i < 50; i++) scenario.says("warm");
        var started = System.nanoTime();
        for (int i = 0; i < 100; i++) scenario.last(new Input.Commanded(Command.OVERVIEW, ""));
        var took = Duration.ofNanos(System.nanoTime() - started).dividedBy(100);
        assertThat(took).isLessThan(Duration.ofMillis(50));
    }
}
