// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import java.util.List;
import java.util.TreeSet;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Term;

/// The steps that a condition or a term reads.
public final class Reads {
    private final TreeSet<StepId> steps = new TreeSet<>();

    private Reads() {}

    /// Of a condition.
    public static List<StepId> of(Condition condition) {
        var reads = new Reads();
        reads.walk(condition);
        return List.copyOf(reads.steps);
    }

    /// Of a term.
    public static List<StepId> of(Term term) {
        var reads = new Reads();
        reads.walk(term);
        return List.copyOf(reads.steps);
    }

    private void walk(Condition condition) {
        switch (condition) {
            case Condition.And(var all) -> all.forEach(this::walk);
            case Condition.Or(var any) -> any.forEach(this::walk);
            case Condition.Not(var of) -> walk(of);
            case Condition.Equals(var left, _) -> walk(left);
            case Condition.In(var left, _) -> walk(left);
            case Condition.Contains(var many, _) -> walk(many);
            case Condition.Compare(var left, _, var right) -> {
                walk(left);
                walk(right);
            }
            case Condition.Answered(var step) -> steps.add(step);
            case Condition.Open(var step) -> steps.add(step);
            case Condition.Named(_, _, var is) -> walk(is);
            case Condition.Holds(var term) -> walk(term);
            case Condition.Matches(var text, _) -> walk(text);
        }
    }

    private void walk(Term term) {
        switch (term) {
            case Term.Constant _, Term.FactOf _, Term.ThisValue _ -> {}
            case Term.AnswerOf(var step) -> steps.add(step);
            case Term.SizeOf(var of) -> walk(of);
            case Term.Computed(_, var is) -> walk(is);
            case Term.Judged(var condition) -> walk(condition);
            case Term.Arithmetic(var left, _, var right) -> {
                walk(left);
                walk(right);
            }
        }
    }
}
