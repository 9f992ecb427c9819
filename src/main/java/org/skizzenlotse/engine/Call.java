// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Duration;
import java.time.Instant;

/// A call for sketches, as the installation announces it: its name, the last instant at which a
/// sketch may be begun for it, and how many places there are (0: that is not said).
public record Call(String name, Instant until, int places) {
    /// Who began in time may finish for 48 hours more, also when the clocks change meanwhile.
    public static final Duration FINISHING = Duration.ofDays(2);

    /// How a sketch stands to a call.
    public enum Standing {
        /// The deadline is still to come.
        RUNNING,
        /// It was begun in time and can still be finished.
        FINISHING,
        /// It was begun too late, or not finished: it is for consultation.
        OVER
    }

    /// How a sketch that was begun then stands now. The deadline itself is in time.
    public Standing standing(Instant begun, Instant now) {
        if (!now.isAfter(until)) return Standing.RUNNING;
        return begun.isAfter(until) || now.isAfter(end()) ? Standing.OVER : Standing.FINISHING;
    }

    /// The last instant at which a sketch that was begun in time counts.
    public Instant end() {
        return until.plus(FINISHING);
    }
}
