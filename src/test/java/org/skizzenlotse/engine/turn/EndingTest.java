// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/// The end of a draft: announced a fortnight and three days before, never without. The installation
/// keeps drafts for 90 days.
class EndingTest {
    private static final Instant BEGUN = Instant.parse("2026-11-23T18:00:00Z");

    private static Left left(Instant begun) {
        var dialog =
                Scenario.inline(
                        """
                        personal: true
                        timing: {remind: [], draft: P30D}
                        facts:
                          entwurf_tage: {type: number, label: Tage}
                        """,
                        Dialogs.LONGER);
        return new Left(Scenario.of(dialog, begun, null).says("ja"));
    }

    private static Instant daysAfter(Instant from, int days) {
        return from.atZone(Scenario.BERLIN).plusDays(days).toInstant();
    }

    @Test
    void itIsAnnouncedTwiceWithItsDayAndWhatToDo() {
        var left = left(BEGUN).until(daysAfter(BEGUN, 89));

        assertThat(left.times()).containsExactly(daysAfter(BEGUN, 76), daysAfter(BEGUN, 87));
        assertThat(left.said())
                .allSatisfy(one -> assertThat(one.text()).contains("21. Februar 2027", "„weiter“"));
        assertThat(left.isErased()).isFalse();
        assertThat(left.until(daysAfter(BEGUN, 90)).isErased()).isTrue();
        assertThat(left.times()).hasSize(2);
    }

    @Test
    void aSignOfLifeBeginsTheTimeAnew() {
        var back = daysAfter(BEGUN, 88);
        var left = left(BEGUN).says(back, "weiter").until(daysAfter(back, 75));
        assertThat(left.times()).hasSize(2);

        left.until(daysAfter(back, 89));
        assertThat(left.times()).endsWith(daysAfter(back, 76), daysAfter(back, 87)).hasSize(4);
        assertThat(left.until(daysAfter(back, 90)).isErased()).isTrue();
    }

    @Test
    void afterALongStandstillItIsAnnouncedBeforeItComes() {
        var back = Instant.parse("2027-06-01T10:00:00Z");
        var left = left(BEGUN).stoodStillUntil(back);

        assertThat(left.times()).containsExactly(back);
        assertThat(left.said().getFirst().text()).contains("4. Juni 2027");
        assertThat(left.until(back.plus(Duration.ofHours(71))).isErased()).isFalse();
        assertThat(left.until(back.plus(Duration.ofDays(3))).isErased()).isTrue();
    }

    @Test
    void whoIsAwakeAtNightIsToldByDayAndErasedByDay() {
        var begun = Instant.parse("2026-11-23T02:30:00Z");
        var left = left(begun);
        var erased = left.erasedWithin(daysAfter(begun, 76), Duration.ofHours(1));

        assertThat(left.times())
                .hasSize(2)
                .allSatisfy(at -> assertThat(at.atZone(Scenario.BERLIN).getHour()).isEqualTo(9));
        assertThat(Duration.between(left.times().getLast(), erased)).isGreaterThan(days(3));
        assertThat(Duration.between(begun, erased)).isBetween(days(90), days(91));
    }

    @Test
    void theFortnightIsOneOfTheCalendarAlsoWhereTheClockIsPutForward() {
        var begun = ZonedDateTime.of(2027, 1, 5, 10, 0, 0, 0, Scenario.BERLIN).toInstant();
        var left = left(begun).until(daysAfter(begun, 89));

        assertThat(left.times())
                .containsExactly(daysAfter(begun, 76), daysAfter(begun, 87))
                .allSatisfy(at -> assertThat(at.atZone(Scenario.BERLIN).getHour()).isEqualTo(10));
    }

    @Test
    void whoHasHandedInHearsOfNoEnd() {
        var left = new Left(Dialogs.submitted()).until(daysAfter(BEGUN, 400));
        assertThat(left.times()).isEmpty();
        assertThat(left.isErased()).isFalse();
    }

    private static Duration days(int days) {
        return Duration.ofDays(days).minusSeconds(1);
    }
}
