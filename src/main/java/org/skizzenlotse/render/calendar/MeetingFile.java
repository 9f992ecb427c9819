// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Uid;
import org.skizzenlotse.engine.Meeting;

/// A meeting that was agreed on, for a calendar (iCalendar, RFC 5545). It names the reference and
/// where to meet, and nothing of what it is about. The same meeting has the same UID, so that a
/// calendar that has it already takes the newer time in its place.
public final class MeetingFile {
    /// Its media type.
    public static final String MEDIA_TYPE = "text/calendar";

    private MeetingFile() {}

    /// The file of a meeting at the time that was chosen, made now.
    ///
    /// @throws IllegalArgumentException as long as none was chosen
    public static byte[] of(String reference, Meeting meeting, Instant now) {
        var time =
                meeting.time().orElseThrow(() -> new IllegalArgumentException("no time is chosen"));
        var event =
                new VEvent(time, Duration.ofMinutes(meeting.minutes()), "Beratung " + reference);
        event.replace(new DtStamp(now));
        event.add(new Uid(reference + "@skizzenlotse"));
        if (!meeting.place().isBlank()) event.add(new Location(meeting.place()));
        var calendar =
                new Calendar()
                        .withProdId("-//Skizzenlotse//Termine//DE")
                        .withDefaults()
                        .withComponent(event)
                        .getFluentTarget();
        return calendar.toString().getBytes(UTF_8);
    }

    /// The name of its file.
    public static String name(String reference) {
        return reference + ".ics";
    }
}
