// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reminders by day only, and the end of what nobody came back to. It is 19:00 in Berlin.
class TimeoutsTest {
    private static Scenario reminding(String timing) {
        return Scenario.of(
                Scenario.inline("personal: true\ntiming: " + timing + "\n", Dialogs.LONGER));
    }

    private static Optional<Instant> wake(Scenario scenario, String kind) {
        return scenario.last().effects().stream()
                .filter(one -> one instanceof Effect.WakeAt(var of, _) && of.equals(kind))
                .map(one -> ((Effect.WakeAt) one).at())
                .findFirst();
    }

    @Test
    void aReminderComesAtItsPace() {
        var scenario = reminding("{remind: [P3D, P10D], draft: P90D}").says("ja");
        assertThat(wake(scenario, "remind_0")).contains(Instant.parse("2026-11-26T18:00:00Z"));
        scenario.waits(Duration.ofDays(3)).wakes("remind_0").hearsBack("wartet auf euch");
        assertThat(wake(scenario, "remind_1")).contains(Instant.parse("2026-12-03T18:00:00Z"));
    }

    @Test
    void aReminderNeverComesAtNight() {
        var scenario = reminding("{remind: [P3D], draft: P90D}").waits(Duration.ofHours(5));
        scenario.says("ja");
        assertThat(wake(scenario, "remind_0")).contains(Instant.parse("2026-11-27T08:00:00Z"));
        scenario.waits(Duration.ofDays(4).plusHours(2)).wakes("remind_0");
        assertThat(scenario.last().messages()).isEmpty();
        assertThat(wake(scenario, "remind_0")).contains(Instant.parse("2026-11-28T08:00:00Z"));
    }

    @Test
    void aSignOfLifePutsAReminderOff() {
        var scenario = reminding("{remind: [P3D], draft: P90D}").says("ja");
        scenario.waits(Duration.ofDays(2)).says("Problem").waits(Duration.ofDays(1));
        scenario.wakes("remind_0");
        assertThat(scenario.last().messages()).isEmpty();
        assertThat(wake(scenario, "remind_0")).contains(Instant.parse("2026-11-28T18:00:00Z"));
    }

    @Test
    void whoHasSubmittedIsNotReminded() {
        var scenario = Dialogs.submitted().waits(Duration.ofDays(30)).wakes("remind_0");
        assertThat(scenario.last().effects()).isEmpty();
    }

    @Test
    void aDraftEndsAfterItsTimeAndNotBefore() {
        var scenario = reminding("{remind: [], draft: P90D}").says("ja").waits(Duration.ofDays(5));
        scenario.says("Problem").waits(Duration.ofDays(86)).wakes("draft");
        assertThat(scenario.last().effects()).doesNotContain(new Effect.Forget());
        scenario.waits(Duration.ofDays(5)).wakes("draft");
        assertThat(scenario.last().effects()).contains(new Effect.Forget());
    }

    @Test
    void theDaysThatTheNoticeNamesGoBeforeThoseOfTheDialog() {
        var scenario = reminding("{remind: [], draft: P30D}").says("ja").waits(Duration.ofDays(31));
        assertThat(scenario.wakes("draft").last().effects()).doesNotContain(new Effect.Forget());
        scenario.waits(Duration.ofDays(60)).wakes("draft");
        assertThat(scenario.last().effects()).contains(new Effect.Forget());
    }

    @Test
    void withoutConsentNothingStaysLongerThanADay() {
        var fresh = Dialogs.fresh();
        assertThat(wake(fresh, "no_consent")).contains(Instant.parse("2026-11-24T18:00:00Z"));
        for (var scenario : new Scenario[] {fresh, Dialogs.fresh().says("nein")}) {
            scenario.waits(Duration.ofDays(1)).wakes("no_consent");
            assertThat(scenario.last().effects()).contains(new Effect.Forget());
        }
    }

    @Test
    void withConsentTheSweepDoesNothing() {
        for (var scenario : new Scenario[] {Dialogs.atChoice(), Dialogs.submitted()})
            assertThat(scenario.waits(Duration.ofDays(1)).wakes("no_consent").last().effects())
                    .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "remind_", "remind_x", "remind_99999999999", "remind_-1", "neu"})
    void anUnknownWakeUpDoesNothing(String kind) {
        assertThat(Dialogs.atChoice().wakes(kind).last().effects()).isEmpty();
    }
}
