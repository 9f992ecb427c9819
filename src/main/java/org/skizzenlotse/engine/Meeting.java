// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A meeting that staff propose: these times, so many minutes long, at a place in their words (a
/// room, a telephone number, a link). `chosen` is the time that the applicants took, null as long
/// as they took none; `declined` where none of them fits.
public record Meeting(
        List<Instant> times,
        int minutes,
        String place,
        @Nullable Instant chosen,
        boolean declined) {
    /// As many as one overlooks on a phone.
    public static final int TIMES_MAX = 6;

    /// Copies the list.
    public Meeting {
        times = List.copyOf(times);
    }

    /// One that is proposed.
    public static Meeting proposed(List<Instant> times, int minutes, String place) {
        return new Meeting(times, minutes, place, null, false);
    }

    /// Whether it waits for a choice.
    public boolean isOpen() {
        return chosen == null && !declined;
    }

    /// The time that holds, if one does.
    public Optional<Instant> time() {
        return Optional.ofNullable(chosen);
    }

    /// The same at this time.
    public Meeting at(Instant time) {
        return new Meeting(times, minutes, place, time, false);
    }

    @Override
    public String toString() {
        return "Meeting[" + times.size() + "]";
    }
}
