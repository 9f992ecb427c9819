// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Value;

/// What was given to a question: a value, or an open answer, and where it came from (DESIGN section
/// 6). A value is there exactly when the status is `ANSWERED`.
public record Answer(Status status, @Nullable Value value, Provenance provenance) {
    /// @throws IllegalArgumentException when value and status disagree
    public Answer {
        if ((status == Status.ANSWERED) != (value != null))
            throw new IllegalArgumentException("a value belongs to an answered question only");
    }

    /// Answered or open.
    public enum Status {
        ANSWERED,
        UNKNOWN,
        LATER,
        REFUSED,
        NOT_APPLICABLE,
        /// It was taken out for good: only that there was one is left.
        REMOVED;

        /// The name on the wire and in the sketch.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The status of an open answer.
        public static Status of(OpenStatus open) {
            return switch (open) {
                case UNKNOWN -> UNKNOWN;
                case LATER -> LATER;
                case REFUSED -> REFUSED;
                case NOT_APPLICABLE -> NOT_APPLICABLE;
            };
        }
    }

    /// The hash of the wording shown, its variant, the channel, the dialog's hash, when, and by
    /// whom (`applicant`, `staff`, `taken_over`).
    public record Provenance(
            String wording, String variant, String channel, String dialog, Instant at, String by) {
        /// The same by somebody else.
        public Provenance by(String other) {
            return new Provenance(wording, variant, channel, dialog, at, other);
        }
    }

    /// An answer with a value.
    public static Answer of(Value value, Provenance provenance) {
        return new Answer(Status.ANSWERED, value, provenance);
    }

    /// An open answer.
    public static Answer open(OpenStatus status, Provenance provenance) {
        return new Answer(Status.of(status), null, provenance);
    }

    /// What is left of an answer that was removed on that day: who did so, and when. Nothing was
    /// shown, so in place of a hash of wording stands the day, which is what is shown from now on.
    public static Answer removed(LocalDate day, Provenance from) {
        return new Answer(
                Status.REMOVED,
                null,
                new Provenance(
                        day.toString(),
                        from.variant(),
                        from.channel(),
                        from.dialog(),
                        from.at(),
                        from.by()));
    }

    /// The day on which it was removed, if it was.
    public Optional<LocalDate> removedOn() {
        return status == Status.REMOVED
                ? Optional.of(LocalDate.parse(provenance.wording()))
                : Optional.empty();
    }

    /// The value, if it is no open answer.
    public Optional<Value> given() {
        return Optional.ofNullable(value);
    }

    /// Whether it is an open answer.
    public boolean isOpen() {
        return status != Status.ANSWERED;
    }

    /// Whether both say the same, wherever they came from.
    public boolean saysTheSameAs(Answer other) {
        return status == other.status && given().equals(other.given());
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
