// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static QuietHours hours(String from, String to) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }

    @Test
    void theyHaveABeginningAndAnEnd() {
        var night = hours("20:00", "09:00");
        assertThat(night.contain(LocalTime.parse("20:00"))).isTrue();
        assertThat(night.contain(LocalTime.parse("08:59"))).isTrue();
        assertThat(night.contain(LocalTime.parse("09:00"))).isFalse();
        assertThat(night.contain(LocalTime.parse("19:59"))).isFalse();
        var noon = hours("12:00", "14:00");
        assertThat(noon.contain(LocalTime.parse("13:00"))).isTrue();
        assertThat(noon.contain(LocalTime.parse("00:00"))).isFalse();
        assertThatThrownBy(() -> hours("09:00", "09:00"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        // an evening, a night, a day
        "2026-11-23T21:30:00Z, 2026-11-24T08:00:00Z",
        "2026-11-24T03:00:00Z, 2026-11-24T08:00:00Z",
        "2026-11-24T12:34:56Z, 2026-11-24T12:34:56Z",
        // the night in which the clock is put forward: nine o'clock is one hour earlier
        "2027-03-27T21:30:00Z, 2027-03-28T07:00:00Z",
        "2027-03-28T00:59:00Z, 2027-03-28T07:00:00Z",
        "2027-03-28T01:00:00Z, 2027-03-28T07:00:00Z",
        // the night in which it is put back
        "2026-10-24T21:30:00Z, 2026-10-25T08:00:00Z",
        "2026-10-25T00:30:00Z, 2026-10-25T08:00:00Z",
        "2026-10-25T01:30:00Z, 2026-10-25T08:00:00Z",
    })
    void theyEndByTheClockOnTheWall(Instant at, Instant then) {
        assertThat(hours("20:00", "09:00").after(at, BERLIN)).isEqualTo(then);
    }

    @Test
    void anEndThatTheClockLeavesOutComesAfterTheGap() {
        var hours = hours("22:00", "02:30");
        var then = hours.after(Instant.parse("2027-03-27T22:00:00Z"), BERLIN);
        assertThat(then).isEqualTo("2027-03-28T01:30:00Z");
        assertThat(then.atZone(BERLIN).toLocalTime()).isEqualTo("03:30");
    }

    @Test
    void ofAnEndThatComesTwiceTheSecondCounts() {
        var hours = hours("22:00", "02:30");
        for (var at : new String[] {"2026-10-24T23:00:00Z", "2026-10-25T00:15:00Z"})
            assertThat(hours.after(Instant.parse(at), BERLIN)).isEqualTo("2026-10-25T01:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Africa/Cairo", "UTC"})
    void whateverTheZoneNothingComesInThemAndNothingIsLost(String zone) {
        var id = ZoneId.of(zone);
        for (var hours :
                new QuietHours[] {
                    QuietHours.NIGHT, hours("22:00", "07:00"), hours("23:30", "02:30")
                }) {
            var end = Instant.parse("2027-12-31T00:00:00Z");
            for (var at = Instant.parse("2026-12-31T00:10:00Z");
                    at.isBefore(end);
                    at = at.plus(Duration.ofMinutes(30))) {
                var then = hours.after(at, id);
                assertThat(hours.contain(then.atZone(id).toLocalTime())).as("%s", at).isFalse();
                assertThat(then).isBetween(at, at.plus(Duration.ofHours(15)));
            }
        }
    }
}
