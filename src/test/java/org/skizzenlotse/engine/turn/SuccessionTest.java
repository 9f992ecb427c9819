// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Input;

/// Ben began and is responsible, Ayşe came. When Ben is gone, she is not stranded; while he is
/// there, nothing is taken from him.
class SuccessionTest {
    private final List<Instant> due = new ArrayList<>();

    private Scenario asked() {
        var scenario = SeveralPeopleTest.two().commands(Command.HAND_OVER).asks("_confirm");
        assertThat(scenario.state().together().responsible()).isEqualTo(1);
        return noted(scenario.taps("yes").hearsBack("Ayşe möchte die Verantwortung übernehmen"));
    }

    private Scenario noted(Scenario scenario) {
        for (var effect : scenario.last().effects())
            if (effect instanceof Effect.WakeAt(var kind, var at) && kind.equals("silence"))
                due.add(at);
        return scenario;
    }

    /// Each wake-up comes when it is due.
    private Scenario silent(Scenario scenario, int times) {
        for (int i = 0; i < times; i++)
            noted(scenario.at(due.getLast()).as(1).hears(new Input.TimedOut("silence")));
        return scenario;
    }

    @Test
    void afterTwoWeeksWithoutAWordItGoesOverAnnouncedTwice() {
        var scenario = asked();
        var begun = due.getLast().minus(Duration.ofDays(7));
        silent(scenario, 1).hearsBack("geht die Verantwortung an Ayşe über");
        silent(scenario, 1).hearsBack("Ein Wort von Ben");
        assertThat(scenario.state().together().responsible()).isEqualTo(1);
        silent(scenario, 1).hearsBack("Ab jetzt verantwortlich: Ayşe");
        assertThat(Duration.between(begun, due.getLast())).isEqualTo(Duration.ofDays(14));
        assertThat(scenario.state().together().responsible()).isEqualTo(2);
        scenario.as(2).taps("verein").taps("yes").taps("submit").asks("_submitted");
        assertThat(scenario.state().together().isHere(1)).isTrue();
    }

    @Test
    void anyWordOfTheOneWhoIsResponsibleEndsIt() {
        var scenario = asked();
        silent(scenario, 2);
        scenario.as(1).says("hilfe").hearsBack("Ben ist noch da");
        silent(scenario, 1).hearsNothingOf("Ab jetzt verantwortlich");
        assertThat(scenario.state().together().responsible()).isEqualTo(1);
        scenario.as(1).says("hilfe").hearsNothingOf("ist noch da");
    }

    @Test
    void wordsOfOthersAndWakeUpsAreNoWordOfTheirs() {
        var scenario = asked().as(2).taps("verein");
        scenario.as(1).hears(new Input.TimedOut("remind:1")).hearsNothingOf("ist noch da");
        silent(scenario, 3);
        assertThat(scenario.state().together().responsible()).isEqualTo(2);
    }

    @Test
    void whoAsksAgainHearsTheSameDayAndGainsNothing() {
        var scenario = asked();
        var first = due.getLast();
        scenario.waits(Duration.ofDays(1)).as(2).commands(Command.HAND_OVER).asks("traeger");
        noted(scenario.hearsBack("möchte die Verantwortung übernehmen"));
        assertThat(due).containsOnly(first);
        scenario.commands(Command.PEOPLE);
        assertThat(scenario.expects().options()).noneMatch(one -> one.id().equals("succeed"));
    }

    @Test
    void itIsFoundWhereAllAreListedByThoseWhoAreNotResponsible() {
        var scenario = SeveralPeopleTest.two().as(2).commands(Command.PEOPLE).taps("succeed");
        scenario.asks("_confirm").as(1).taps("yes").asks("_confirm");
        scenario.as(2).taps("no").asks("traeger");
        assertThat(scenario.as(1).commands(Command.PEOPLE).expects().options())
                .noneMatch(one -> one.id().equals("succeed"));
    }

    @Test
    void whoHasLeftMeanwhileGetsNothing() {
        var scenario = asked().as(2).commands(Command.PEOPLE).taps("leave").taps("yes");
        silent(scenario, 1);
        assertThat(scenario.state().together().responsible()).isEqualTo(1);
    }
}
