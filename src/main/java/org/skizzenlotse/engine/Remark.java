// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Instant;
import java.util.Locale;

/// Something that staff and applicants said to each other about what was handed in, in their own
/// words. `answers` is the number of the question that it answers, 0 for none; `by` is the ID of
/// the staff member, or the number of the person as in [Person#by].
public record Remark(int number, Kind kind, String text, int answers, String by, Instant at) {
    /// As much as a long answer may have.
    public static final int TEXT_MAX = 4_000;

    /// What it is.
    public enum Kind {
        /// Staff ask.
        QUESTION,
        /// Staff ask to look at single answers again, and why.
        REOPENED,
        /// Staff say where it stands, with their reason and offer.
        STATUS,
        /// Staff propose times to meet.
        PROPOSED,
        /// An applicant answers a question.
        ANSWER,
        /// An applicant asks or tells something by themselves.
        WORDS,
        /// An applicant chose a time, or none of those.
        MEETING;

        /// The name in rows.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether staff said it.
        public boolean isByStaff() {
            return switch (this) {
                case QUESTION, REOPENED, STATUS, PROPOSED -> true;
                case ANSWER, WORDS, MEETING -> false;
            };
        }
    }

    @Override
    public String toString() {
        return "Remark[" + number + " " + kind + "]";
    }
}
