// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Stations;

/// Another device showed a moving code, and the one that made it is asked.
class MovingTest {
    private static Scenario asked(Scenario before) {
        return before.hears(new Input.Arrived(47, before.now().plus(Duration.ofMinutes(15))));
    }

    @Test
    void theCodeIsGivenOnceAndNothingIsInterruptedByThat() {
        var scenario = Dialogs.atChoice().commands(Command.MOVE).asks("traeger");
        assertThat(scenario.last().effects()).contains(new Effect.MoveOn(1));
        assertThat(scenario.last().messages())
                .filteredOn(one -> one.kind() == Message.Kind.MOVE)
                .singleElement()
                .matches(one -> one.text().contains(Message.SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "Ja", "47", "Ja, dort steht 47"})
    void aYesLetsTheOtherDeviceIn(String yes) {
        var scenario = asked(Dialogs.atChoice()).asks("_arrival").hearsBack("**47**");
        scenario.says(yes).asks("traeger");
        assertThat(scenario.last().effects()).contains(new Effect.Admit(1));
        assertThat(scenario.state().arrival()).isNull();
    }

    @Test
    void aNoKeepsItOut() {
        var scenario = asked(Dialogs.atChoice()).says("nein").asks("traeger");
        assertThat(scenario.last().effects())
                .contains(new Effect.TurnAway(1))
                .doesNotContain(new Effect.Admit(1));
    }

    @Test
    void anotherNumberOrAnythingElseIsNoYes() {
        for (var words : new String[] {"48", "vielleicht", ""}) {
            var scenario = asked(Dialogs.atChoice());
            scenario.hears(new Input.Said(Stations.ARRIVAL, words)).isRefused().asks("_arrival");
            scenario.hears(new Input.Chose(Stations.ARRIVAL, List.of("yes", "no"), ""));
            scenario.isRefused().asks("_arrival");
        }
    }

    @Test
    void whatWasAskedBeforeIsAnsweredAllTheSame() {
        var scenario = asked(Dialogs.atChoice());
        var traeger = new StepId("traeger");
        scenario.hears(new Input.Chose(traeger, List.of("verein"), "")).asks("_arrival");
        assertThat(scenario.state().answer(traeger)).isPresent();
        scenario.commands(Command.BACK).says("ja").asks("traeger");
    }

    @Test
    void whatWasBeingConfirmedIsThereAfterwards() {
        var scenario = Dialogs.atChoice().commands(Command.ERASE).asks("_confirm");
        asked(scenario).asks("_arrival").says("ja").asks("_confirm");
        assertThat(scenario.last().forgets()).isFalse();
    }

    @Test
    void nobodyIsAskedOnceTheTimeIsOver() {
        var scenario = asked(Dialogs.atChoice()).asks("_arrival");
        scenario.waits(Duration.ofMinutes(15));
        assertThat(scenario.expects().step().value()).isEqualTo("traeger");
        scenario.hears(new Input.Chose(Stations.ARRIVAL, List.of("yes"), ""));
        assertThat(scenario.last().effects()).doesNotContain(new Effect.Admit(1));
    }

    @Test
    void onlyWhoMadeTheCodeIsAskedAndCanAnswer() {
        var scenario = SeveralPeopleTest.two();
        asked(scenario.as(2)).asks("_arrival");
        scenario.as(1);
        assertThat(scenario.expects().step().value()).isEqualTo("traeger");
        scenario.hears(new Input.Chose(Stations.ARRIVAL, List.of("yes"), ""));
        assertThat(scenario.last().effects()).doesNotContain(new Effect.Admit(2));
        scenario.as(2).hears(new Input.Chose(Stations.ARRIVAL, List.of("yes"), ""));
        assertThat(scenario.last().effects()).contains(new Effect.Admit(2));
    }

    @Test
    void beforeTheConsentOneCanMoveToo() {
        var scenario = Dialogs.fresh().offers(Command.MOVE).commands(Command.MOVE);
        asked(scenario).asks("_arrival").says("ja").asks("ja_nein");
    }
}
