// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.LinkedHashSet;
import java.util.Set;

/// Which steps a condition or term reads.
public final class Reads {
    private Reads() {}

    /// The steps that a condition reads, named conditions and computed values included.
    public static Set<StepId> of(Condition condition) {
        var steps = new LinkedHashSet<StepId>();
        collect(condition, steps);
        return steps;
    }

    /// The steps that a term reads.
    public static Set<StepId> of(Term term) {
        var steps = new LinkedHashSet<StepId>();
        collect(term, steps);
        return steps;
    }

    private static void collect(Condition condition, Set<StepId> steps) {
        switch (condition) {
            case Condition.And(var all) -> all.forEach(one -> collect(one, steps));
            case Condition.Or(var any) -> any.forEach(one -> collect(one, steps));
            case Condition.Not(var of) -> collect(of, steps);
            case Condition.Named(_, _, var is) -> collect(is, steps);
            case Condition.Answered(var step) -> steps.add(step);
            case Condition.Open(var step) -> steps.add(step);
            case Condition.Equals(var left, _) -> collect(left, steps);
            case Condition.In(var left, _) -> collect(left, steps);
            case Condition.Contains(var many, _) -> collect(many, steps);
            case Condition.Compare(var left, _, var right) -> {
                collect(left, steps);
                collect(right, steps);
            }
            case Condition.Holds(var term) -> collect(term, steps);
            case Condition.Matches(var text, _) -> collect(text, steps);
        }
    }

    private static void collect(Term term, Set<StepId> steps) {
        switch (term) {
            case Term.AnswerOf(var step) -> steps.add(step);
            case Term.SizeOf(var of) -> collect(of, steps);
            case Term.Computed(_, var is) -> collect(is, steps);
            case Term.Judged(var condition) -> collect(condition, steps);
            case Term.Arithmetic(var left, _, var right) -> {
                collect(left, steps);
                collect(right, steps);
            }
            case Term.Constant _, Term.FactOf _, Term.ThisValue _ -> {}
        }
    }
}
