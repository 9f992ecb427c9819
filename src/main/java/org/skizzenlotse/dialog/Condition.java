// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.List;
import java.util.regex.Pattern;

/// The decidable conditions of dialogs, evaluated in three values (Kleene). CEL is only their
/// syntax; files compile to these (DIALOG_FORMAT, "Conditions").
public sealed interface Condition {
    /// The condition of a step without one.
    static Condition always() {
        return new And(List.of());
    }

    /// All of them; true when empty.
    record And(List<Condition> all) implements Condition {
        /// Copies the list.
        public And {
            all = List.copyOf(all);
        }
    }

    /// At least one of them; false when empty.
    record Or(List<Condition> any) implements Condition {
        /// Copies the list.
        public Or {
            any = List.copyOf(any);
        }
    }

    /// The contrary.
    record Not(Condition of) implements Condition {}

    /// The term has this value.
    record Equals(Term left, Value right) implements Condition {}

    /// The term has one of these values.
    record In(Term left, List<Value> values) implements Condition {
        /// Copies the list.
        public In {
            values = List.copyOf(values);
        }
    }

    /// The several options chosen contain this one.
    record Contains(Term many, String option) implements Condition {}

    /// Left is smaller, larger … than right, by [Value#size()].
    record Compare(Term left, Comparison comparison, Term right) implements Condition {}

    /// The step has an answer; two-valued.
    record Answered(StepId step) implements Condition {}

    /// The step has an open answer; two-valued.
    record Open(StepId step) implements Condition {}

    /// A condition of the dialog's head, with the words by which it is explained to applicants.
    record Named(String name, String means, Condition is) implements Condition {}

    /// A yes-or-no term is yes.
    record Holds(Term term) implements Condition {}

    /// The text contains a match; only in `check`.
    record Matches(Term text, Pattern pattern) implements Condition {}

    /// The orders.
    enum Comparison {
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        EQUAL,
        DIFFERENT;

        private boolean holds(int sign) {
            return switch (this) {
                case LESS -> sign < 0;
                case LESS_OR_EQUAL -> sign <= 0;
                case GREATER -> sign > 0;
                case GREATER_OR_EQUAL -> sign >= 0;
                case EQUAL -> sign == 0;
                case DIFFERENT -> sign != 0;
            };
        }
    }

    /// Evaluates this over the readings.
    default Verdict judge(Readings readings) {
        return switch (this) {
            case And(var all) -> {
                var verdict = Verdict.TRUE;
                for (var one : all) verdict = verdict.and(one.judge(readings));
                yield verdict;
            }
            case Or(var any) -> {
                var verdict = Verdict.FALSE;
                for (var one : any) verdict = verdict.or(one.judge(readings));
                yield verdict;
            }
            case Not(var of) -> of.judge(readings).not();
            case Named(_, _, var is) -> is.judge(readings);
            case Answered(var step) -> Verdict.of(readings.answered(step));
            case Open(var step) -> Verdict.of(readings.open(step));
            case Equals(var left, var right) ->
                    left.read(readings).judge(value -> same(value, right));
            case In(var left, var values) ->
                    left.read(readings)
                            .judge(value -> values.stream().anyMatch(one -> same(value, one)));
            case Contains(var many, var option) ->
                    many.read(readings)
                            .judge(value ->
                                    value instanceof Value.ChosenMany(var options, _)
                                            && options.contains(option));
            case Compare(var left, var comparison, var right) -> {
                var difference =
                        left.read(readings)
                                .with(
                                        right.read(readings),
                                        (a, b) -> new Value.Quantity(a.size().subtract(b.size())));
                yield difference.judge(value -> comparison.holds(value.size().signum()));
            }
            case Holds(var term) ->
                    term.read(readings).judge(value -> value.equals(new Value.Decision(true)));
            case Matches(var text, var pattern) ->
                    text.read(readings)
                            .judge(value ->
                                    value instanceof Value.Text(var words)
                                            && pattern.matcher(words).find());
        };
    }

    /// Options are equal whatever was noted beside them; everything else by value.
    private static boolean same(Value value, Value constant) {
        if (value instanceof Value.Chosen(var mine, _)
                && constant instanceof Value.Chosen(var theirs, _)) return mine.equals(theirs);
        return value.equals(constant);
    }
}
