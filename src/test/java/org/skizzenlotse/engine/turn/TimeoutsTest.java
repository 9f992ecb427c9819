// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reminders by day only, and the end of what nobody agreed to. It is 19:00 in Berlin.
class TimeoutsTest {
    private static Scenario reminding(String timing) {
        return reminding(timing, Instant.parse("2026-11-23T18:00:00Z"));
    }

    private static Scenario reminding(String timing, Instant begun) {
        var dialog = Scenario.inline("personal: true\ntiming: " + timing + "\n", Dialogs.LONGER);
        return Scenario.of(dialog, begun, null);
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
    void aReminderThatFallsIntoTheNightOfAClockChangeComesInTheMorning() {
        for (var night : List.of("2027-03-28T00:00:00", "2026-10-25T00:00:00")) {
            var due = LocalDateTime.parse(night).plusHours(2).plusMinutes(30);
            var begun = due.minusDays(3).atZone(Scenario.BERLIN).toInstant();
            var left = new Left(reminding("{remind: [P3D], draft: P90D}", begun).says("ja"));
            left.until(due.plusHours(6).atZone(Scenario.BERLIN).toInstant());
            assertThat(left.times()).isEmpty();
            left.until(due.plusDays(1).atZone(Scenario.BERLIN).toInstant());
            assertThat(left.times())
                    .extracting(at -> at.atZone(Scenario.BERLIN).toLocalDateTime())
                    .containsExactly(due.withHour(9).withMinute(0));
        }
    }

    @Test
    void theQuietHoursAreThoseOfTheDialog() {
        var scenario = reminding("{remind: [P3D], draft: P90D, quiet: 18:00-11:30}").says("ja");
        assertThat(wake(scenario, "remind_0")).contains(Instant.parse("2026-11-27T10:30:00Z"));
    }

    @Test
    void aServiceThatStoodStillRemindsOnceADay() {
        var timing = "{remind: [P3D, P5D, P7D], draft: P90D}";
        var left = new Left(reminding(timing).says("ja"));
        var back = Instant.parse("2026-12-20T11:00:00Z");
        left.stoodStillUntil(back).until(back.plus(Duration.ofDays(9)));
        assertThat(left.times())
                .containsExactly(
                        back, back.plus(Duration.ofDays(1)), back.plus(Duration.ofDays(2)));
    }

    @Test
    void aReminderAndAnAnnouncementNeverComeOnOneDay() {
        var left = new Left(reminding("{remind: [P76D, P87D], draft: P90D}").says("ja"));
        left.until(Instant.parse("2027-02-23T18:00:00Z"));
        assertThat(left.times()).hasSize(4);
        assertThat(left.times())
                .extracting(at -> at.atZone(Scenario.BERLIN).toLocalDate())
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutConsentNothingStaysLongerThanADay() {
        var fresh = Dialogs.fresh();
        assertThat(wake(fresh, "no_consent")).contains(Instant.parse("2026-11-24T18:00:00Z"));
        for (var scenario : new Scenario[] {fresh, Dialogs.fresh().says("nein")}) {
            scenario.waits(Duration.ofDays(1)).wakes("no_consent");
            assertThat(scenario.last().effects()).contains(new Effect.Forget("no_consent"));
        }
    }

    @Test
    void whatNeedsNoConsentStaysAsLongAsItsDialogSays() {
        var scenario = Scenario.shipped("vorpruefung").waits(Duration.ofHours(20)).taps("verein");
        scenario.waits(Duration.ofHours(4)).wakes("no_consent");
        assertThat(wake(scenario, "no_consent")).contains(Instant.parse("2026-11-25T14:00:00Z"));
        scenario.waits(Duration.ofHours(20)).wakes("no_consent");
        assertThat(scenario.last().messages()).isEmpty();
        assertThat(scenario.last().effects()).contains(new Effect.Forget("draft"));
    }

    @Test
    void aDraftWithoutADayInItsNoticeEndsWhenItsDialogSays() {
        var left = new Left(reminding("{remind: [], draft: P30D}").says("ja"));
        left.until(Instant.parse("2026-12-23T18:00:00Z"));
        assertThat(left.isErased()).isTrue();
        assertThat(left.times()).hasSize(2);
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
