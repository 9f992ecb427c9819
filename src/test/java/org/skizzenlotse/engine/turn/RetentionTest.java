// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Lifecycle;

/// The end of what was handed in: announced a month and three days before, and never beyond the
/// maximum. The installation keeps it for 12 months after closing, and for 24 at most.
class RetentionTest {
    private static final Instant HANDED_IN = Instant.parse("2026-11-23T18:00:00Z");
    private static final Instant LATEST = after(HANDED_IN, Period.ofMonths(24));
    private static final Period EARLY = Period.ofDays(-30);
    private static final Period LATE = Period.ofDays(-3);

    private static Instant after(Instant from, Period period) {
        return from.atZone(Scenario.BERLIN).plus(period).toInstant();
    }

    @Test
    void whatIsNeverClosedIsAnnouncedTwiceAndErasedAfterTwoYears() {
        var scenario = Dialogs.submitted();
        var left = new Left(scenario).until(LATEST.minusSeconds(1));
        assertThat(left.times()).containsExactly(after(LATEST, EARLY), after(LATEST, LATE));
        assertThat(left.said())
                .allSatisfy(one -> assertThat(one.text()).contains("23. November 2028", "PR-1"));
        assertThat(left.isErased()).isFalse();

        assertThat(left.until(LATEST).isErased()).isTrue();
        assertThat(scenario.last().effects())
                .containsExactly(new Effect.TellExpired("PR-1"), new Effect.Forget("maximum"));
    }

    @Test
    void aNewSubmissionBeginsTheTimeAnew() {
        var scenario = Dialogs.submitted();
        var again = after(HANDED_IN, Period.ofMonths(20));
        new Left(scenario).until(again);
        scenario.says("/ändern problem").says("Viel zu wenig").taps("submit").asks("_submitted");
        var left = new Left(scenario).until(after(LATEST, Period.ofMonths(19)));
        assertThat(left.isErased()).isFalse();
        var end = after(again, Period.ofMonths(24));
        assertThat(left.until(end).times()).containsExactly(after(end, EARLY), after(end, LATE));
        assertThat(left.isErased()).isTrue();
    }

    @Test
    void whatWasClosedGoesAYearAfter() {
        var scenario = Dialogs.submitted();
        var closed = after(HANDED_IN, Period.ofMonths(3));
        var end = after(closed, Period.ofMonths(12));
        var left = new Left(scenario).closed(closed).until(end.minusSeconds(1));
        assertThat(left.times()).containsExactly(after(end, EARLY), after(end, LATE));
        assertThat(left.isErased()).isFalse();
        assertThat(left.until(end).isErased()).isTrue();
        assertThat(scenario.last().effects()).contains(new Effect.Forget("closed"));
    }

    @Test
    void whatWasClosedLateGoesAtTheMaximumAllTheSame() {
        var left = new Left(Dialogs.submitted()).closed(after(HANDED_IN, Period.ofMonths(20)));
        assertThat(left.until(LATEST.minusSeconds(1)).isErased()).isFalse();
        assertThat(left.times()).containsExactly(after(LATEST, EARLY), after(LATEST, LATE));
        assertThat(left.until(LATEST).isErased()).isTrue();
    }

    @Test
    void aDialogMayKeepItForAnotherTime() {
        var dialog =
                Scenario.inline(
                        "personal: true\ntiming: {remind: [], submitted: P6M}\n" + Dialogs.SCOPE,
                        Dialogs.LONGER);
        var scenario = Scenario.of(dialog).says("ja").taps("short").says("Zu wenig");
        scenario.taps("verein").taps("yes").taps("submit");
        var end = after(HANDED_IN, Period.ofMonths(7));
        var left = new Left(scenario).closed(after(HANDED_IN, Period.ofMonths(1)));
        assertThat(left.until(end.minusSeconds(1)).isErased()).isFalse();
        assertThat(left.until(end).isErased()).isTrue();
    }

    @Test
    void whatAQuestionPromisesToKeepShorterCountsForTheWhole() {
        var steps =
                Dialogs.LONGER
                        + """
                        - ask: name
                          type: text
                          text: Name?
                          needed: optional
                          privacy: {personal: true, purpose: probe, keep: P2M}
                        """;
        var dialog = Scenario.inline("personal: true\n" + Dialogs.SCOPE, steps);
        var scenario = Scenario.of(dialog).says("ja").taps("short").says("Zu wenig");
        scenario.taps("verein").taps("yes").taps("submit");
        var end = after(HANDED_IN, Period.ofMonths(3));
        var left = new Left(scenario).closed(after(HANDED_IN, Period.ofMonths(1)));
        assertThat(left.until(end.minusSeconds(1)).isErased()).isFalse();
        assertThat(left.until(end).isErased()).isTrue();
    }

    @Test
    void whatStaffAskedBackStaysUntilTheMaximum() {
        var scenario = Dialogs.submitted();
        scenario.goes(new Lifecycle.Reopened(1, Set.of(new StepId("problem"))));
        scenario.wakes("kept");
        var left = new Left(scenario);
        assertThat(left.until(LATEST.minusSeconds(1)).isErased()).isFalse();
        assertThat(left.times()).hasSize(2);
        assertThat(left.until(LATEST).isErased()).isTrue();
    }

    @Test
    void whatWasTakenBackGoesAfterThirtyDaysAndSaysSoAtOnce() {
        var scenario = Dialogs.submitted().says("/widerruf");
        assertThat(scenario.expects().text()).contains("nach 30 Tagen");
        assertThat(Retention.WITHDRAWN).isEqualTo(Period.ofDays(30));
        scenario.taps("yes").hearsBack("23. Dezember 2026");
        var end = after(HANDED_IN, Retention.WITHDRAWN);
        var left = new Left(scenario).until(end.minusSeconds(1));
        assertThat(left.times()).containsExactly(after(end, LATE));
        assertThat(left.said().getFirst().text()).contains("PR-1", "23. Dezember 2026");
        assertThat(left.until(end).isErased()).isTrue();
        assertThat(scenario.last().effects()).containsExactly(new Effect.Forget("withdrawn"));
    }

    @Test
    void afterAStandstillItIsAnnouncedBeforeItComesButNotBeyondTheMaximum() {
        var closed = after(HANDED_IN, Period.ofMonths(1));
        var back = Instant.parse("2028-06-01T10:00:00Z");
        var left = new Left(Dialogs.submitted()).closed(closed).stoodStillUntil(back);
        assertThat(left.times()).containsExactly(back);
        assertThat(left.until(back.plus(Duration.ofHours(71))).isErased()).isFalse();
        assertThat(left.until(back.plus(Duration.ofDays(3))).isErased()).isTrue();

        var atOnce = new Left(Dialogs.submitted()).stoodStillUntil(LATEST.plusSeconds(1));
        assertThat(atOnce.isErased()).isTrue();
        assertThat(atOnce.times()).isEmpty();

        var before = LATEST.minus(Duration.ofDays(1));
        var late = new Left(Dialogs.submitted()).stoodStillUntil(before);
        assertThat(late.said().getFirst().text()).contains("23. November 2028");
        assertThat(late.until(LATEST).isErased()).isTrue();
    }

    @Test
    void aDayThatWasToldHoldsWhateverIsAskedInBetween() {
        var scenario = Dialogs.submitted();
        var back = Instant.parse("2028-06-01T10:00:00Z");
        var left = new Left(scenario).closed(after(HANDED_IN, Period.ofMonths(1)));
        left.stoodStillUntil(back);
        scenario.at(back.plus(Duration.ofDays(1))).wakes("kept");
        assertThat(left.isErased()).as("promised for the fourth").isFalse();
        assertThat(scenario.last().effects())
                .containsExactly(new Effect.WakeAt("kept", back.plus(Duration.ofDays(3))));
    }

    @Test
    void whatHasNoTimeNotedYetCountsFromItsSubmission() {
        var scenario = Dialogs.submitted();
        var early = Instant.parse("2025-01-10T10:00:00Z").toEpochMilli();
        scenario.wakes("kept_from:" + early);
        assertThat(scenario.last().effects())
                .as("its own time is known here")
                .containsExactly(new Effect.WakeAt("kept", after(LATEST, EARLY)));
        assertThat(Dialogs.atChoice().wakes("kept_from:" + early).last().effects()).isEmpty();
        assertThat(Dialogs.atChoice().wakes("kept").last().effects()).isEmpty();
        var old = Dialogs.atReview().goes(new Lifecycle.Submitted(1));
        old.wakes("kept_from:" + early);
        assertThat(old.last().effects())
                .containsExactly(new Effect.WakeAt("kept", Instant.parse("2026-12-11T10:00:00Z")));
    }
}
