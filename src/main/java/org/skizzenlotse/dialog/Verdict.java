// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.Set;
import java.util.TreeSet;

/// The result of a condition: its truth and, where it is unknown, the steps that it waits for.
public record Verdict(Truth truth, Set<Cause> causes) {
    /// True without causes.
    public static final Verdict TRUE = new Verdict(Truth.TRUE, Set.of());

    /// False without causes.
    public static final Verdict FALSE = new Verdict(Truth.FALSE, Set.of());

    /// Why the value of a step is unknown.
    public enum Why {
        /// It may be asked still.
        NOT_ASKED,
        /// It was answered by an open answer ("weiß nicht", "später" …).
        OPEN,
        /// It does not apply, so that its answer, if any, is parked.
        NOT_APPLICABLE
    }

    /// A step or fact without a value.
    public record Cause(String of, Why why) implements Comparable<Cause> {
        @Override
        public int compareTo(Cause other) {
            var byName = of.compareTo(other.of);
            return byName != 0 ? byName : why.compareTo(other.why);
        }
    }

    /// Copies the causes.
    public Verdict {
        causes = Set.copyOf(causes);
    }

    /// The two-valued case.
    public static Verdict of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /// Unknown because of one step or fact.
    public static Verdict unknown(Cause cause) {
        return new Verdict(Truth.UNKNOWN, Set.of(cause));
    }

    /// Whether it is certainly true.
    public boolean isTrue() {
        return truth == Truth.TRUE;
    }

    /// Whether it is certainly false.
    public boolean isFalse() {
        return truth == Truth.FALSE;
    }

    /// Whether it waits for an answer.
    public boolean isUnknown() {
        return truth == Truth.UNKNOWN;
    }

    /// Kleene's not.
    public Verdict not() {
        return switch (truth) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> this;
        };
    }

    /// Kleene's and; causes are kept only while they still decide.
    public Verdict and(Verdict other) {
        if (isFalse() || other.isFalse()) return FALSE;
        if (isTrue()) return other;
        if (other.isTrue()) return this;
        var both = new TreeSet<>(causes);
        both.addAll(other.causes);
        return new Verdict(Truth.UNKNOWN, both);
    }

    /// Kleene's or.
    public Verdict or(Verdict other) {
        return not().and(other.not()).not();
    }
}
