// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.engine.Meeting;

/// Both sides take an agreed meeting into their calendars.
class MeetingFileTest {
    private static final Instant TIME = Instant.parse("2027-03-01T09:30:00Z");
    private static final Instant NOW = Instant.parse("2027-02-01T09:30:00Z");

    @Test
    void timeLengthAndPlaceAreReadByACalendar() throws Exception {
        var place = "Video; Raum „Süd\", 2. Etage\nKlingel: Lotse\r\nBEGIN:VEVENT";
        var meeting = Meeting.proposed(List.of(TIME), 45, place).at(TIME);
        var bytes = MeetingFile.of("SK-7F3K", meeting, NOW);
        var read = new CalendarBuilder().build(new ByteArrayInputStream(bytes));
        assertThat(read.<VEvent>getComponents("VEVENT")).hasSize(1);
        var event = read.<VEvent>getComponents("VEVENT").getFirst();
        assertThat(Instant.from(event.getDateTimeStart().getDate())).isEqualTo(TIME);
        assertThat(event.getEndDate(true).map(one -> Instant.from(one.getDate())))
                .contains(TIME.plus(Duration.ofMinutes(45)));
        assertThat(event.getLocation().getValue()).contains("Raum „Süd\", 2. Etage");
        assertThat(event.getSummary().getValue()).isEqualTo("Beratung SK-7F3K");
        assertThat(new String(bytes, UTF_8).lines().toList())
                .allMatch(line -> line.getBytes(UTF_8).length <= 75);
    }

    @Test
    void thereIsNoneBeforeATimeIsChosen() {
        var meeting = Meeting.proposed(List.of(TIME), 45, "hier");
        assertThatThrownBy(() -> MeetingFile.of("SK-1", meeting, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
