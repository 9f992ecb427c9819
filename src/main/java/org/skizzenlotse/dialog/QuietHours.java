// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// The hours of a day in which nothing is said by itself, `from` within, `to` not; mostly over
/// midnight. Hours are those of the clock on the wall, also where it is put forward or back.
public record QuietHours(LocalTime from, LocalTime to) {
    /// Where a dialog says nothing else: from eight in the evening to nine in the morning.
    public static final QuietHours NIGHT = new QuietHours(LocalTime.of(20, 0), LocalTime.of(9, 0));

    /// Checks that there is an end.
    public QuietHours {
        if (from.equals(to)) throw new IllegalArgumentException("quiet hours end some time");
    }

    /// Whether a time of day lies in them.
    public boolean contain(LocalTime time) {
        var begun = !time.isBefore(from);
        var over = !time.isBefore(to);
        return from.isBefore(to) ? begun && !over : begun || !over;
    }

    /// The same moment, or the end of the quiet hours that it falls into. An end that the clock
    /// leaves out comes later by as much as it is put forward; of one that comes twice the second
    /// counts.
    public Instant after(Instant at, ZoneId zone) {
        var local = at.atZone(zone);
        if (!contain(local.toLocalTime())) return at;
        var today = local.toLocalDate().atTime(to).atZone(zone).withLaterOffsetAtOverlap();
        if (today.toInstant().isAfter(at)) return today.toInstant();
        return local.toLocalDate()
                .plusDays(1)
                .atTime(to)
                .atZone(zone)
                .withLaterOffsetAtOverlap()
                .toInstant();
    }
}
