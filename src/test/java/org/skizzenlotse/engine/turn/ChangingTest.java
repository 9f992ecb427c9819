// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Effect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.StepId;

/// An earlier answer is changed: first seen, then done or left, then back.
class ChangingTest {
    private static Scenario changed() {
        return Dialogs.atReview().commands(Command.CHANGE, "traeger").taps("staat");
    }

    @Test
    void aChangeThatMovesOthersIsADryRunFirst() {
        var scenario = changed().asks("_impact");
        scenario.hearsBack("Kurz satzung").hearsBack("zusätzlich: „Kurz partner“, „Kurz ort“");
        scenario.has("traeger", "Verein").has("satzung", "Ja");
    }

    @Test
    void keptIsAsItWas() {
        changed().taps("keep").hearsBack("es bleibt").asks("_review").has("traeger", "Verein");
        changed().commands(Command.CONTINUE).hearsBack("es bleibt").asks("_review");
        changed().commands(Command.BACK).asks("traeger").says("Verein").asks("_review");
    }

    @Test
    void takenAsksOnlyTheDifferenceAndGoesBack() {
        changed()
                .taps("take")
                .hearsBack("Geändert: Kurz traeger")
                .asks("partner")
                .says("Nachbarn")
                .asks("ort")
                .hearsBack("Ort bei Nachbarn?")
                .says("Kiel")
                .asks("_review");
    }

    @Test
    void whatWasParkedComesBackUnasked() {
        var scenario = changed().taps("take");
        var stop = scenario.journey().stop(new StepId("satzung")).orElseThrow();
        assertThat(stop.isParked()).isTrue();
        scenario.commands(Command.CHANGE, "traeger")
                .taps("verein")
                .asks("_impact")
                .hearsBack("zählen wieder: „Kurz satzung“")
                .taps("take")
                .asks("_review")
                .has("satzung", "Ja");
    }

    @Test
    void aChangeThatMovesNothingIsDoneAtOnce() {
        Dialogs.atReview()
                .commands(Command.CHANGE, "problem")
                .hearsBack("Bisher steht da: Zu wenig")
                .says("Viel zu wenig")
                .hearsBack("Geändert")
                .asks("_review")
                .has("problem", "Viel zu wenig");
    }

    @Test
    void theSameAgainChangesNothing() {
        Dialogs.atReview()
                .commands(Command.CHANGE, "problem")
                .says("Zu wenig")
                .hearsBack("Kurz problem bleibt")
                .commands(Command.UNDO)
                .hearsBack("nichts rückgängig");
    }

    @Test
    void aChangeIsUndoneAndDoneAgain() {
        changed()
                .taps("take")
                .commands(Command.UNDO)
                .asks("_review")
                .has("traeger", "Verein")
                .commands(Command.UNDO)
                .asks("partner")
                .has("traeger", "Staat");
    }

    @Test
    void continuingLeavesAChange() {
        Dialogs.atChoice()
                .commands(Command.CHANGE, "problem")
                .says("/weiter")
                .hearsBack("es bleibt")
                .asks("traeger")
                .has("problem", "Zu wenig");
    }

    @Test
    void aChangeAfterSubmittingBeginsTheNextRevision() {
        var scenario = Dialogs.submitted().taps("change").asks("_change").taps("problem");
        assertThat(scenario.state().lifecycle()).isEqualTo(new Lifecycle.Submitted(1));
        scenario.says("Anders").asks("_review");
        assertThat(scenario.state().lifecycle()).isInstanceOf(Lifecycle.Reopened.class);
        scenario.taps("submit").asks("_submitted");
        assertThat(scenario.state().lifecycle()).isEqualTo(new Lifecycle.Submitted(2));
        assertThat(scenario.last().effects()).contains(new Effect.Submit("PR-1", 2));
    }

    @Test
    void aChangeThatIsKeptAfterSubmittingStaysSubmitted() {
        var scenario = Dialogs.submitted().commands(Command.CHANGE, "traeger").taps("staat");
        scenario.asks("_impact").taps("keep").asks("_submitted");
        assertThat(scenario.state().lifecycle()).isEqualTo(new Lifecycle.Submitted(1));
    }

    @Test
    void headingsAreSaidOnceWhateverIsChanged() {
        Dialogs.fresh()
                .says("ja")
                .hearsNothingOf("Einstieg eins")
                .taps("short")
                .hearsNothingOf("Einstieg eins")
                .commands(Command.PAUSE)
                .commands(Command.CONTINUE)
                .hearsNothingOf("Einstieg eins")
                .says("Zu wenig")
                .commands(Command.BACK)
                .hearsNothingOf("Einstieg eins")
                .says("Anders")
                .hearsNothingOf("Einstieg eins");
    }
}
