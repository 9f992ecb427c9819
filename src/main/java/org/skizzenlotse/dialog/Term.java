// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.math.BigDecimal;

/// Something with a value inside a condition: an answer, a fact of the installation, a constant, or
/// a computation over them.
public sealed interface Term {

    /// A constant.
    record Constant(Value value) implements Term {}

    /// The answer to an earlier step; number of rows or files where the step has these.
    record AnswerOf(StepId step) implements Term {}

    /// What the installation gives.
    record FactOf(String fact) implements Term {}

    /// The answer that is being checked (`value` in `check`).
    record ThisValue() implements Term {}

    /// The size of another term (`size(value)`, `rows(step)`, `files(step)`).
    record SizeOf(Term of) implements Term {}

    /// A named computed value of the dialog's head (`compute`).
    record Computed(String name, Term is) implements Term {}

    /// A condition used as a value, in a computed yes or no.
    record Judged(Condition condition) implements Term {}

    /// Left plus, minus or times right.
    record Arithmetic(Term left, Operator operator, Term right) implements Term {}

    /// The three that stay decidable.
    enum Operator {
        PLUS,
        MINUS,
        TIMES;

        private BigDecimal apply(BigDecimal left, BigDecimal right) {
            return switch (this) {
                case PLUS -> left.add(right);
                case MINUS -> left.subtract(right);
                case TIMES -> left.multiply(right);
            };
        }
    }

    /// The value of this term, or why there is none.
    default Reading read(Readings readings) {
        return switch (this) {
            case Constant(var value) -> new Reading.Known(value);
            case AnswerOf(var step) -> readings.answer(step);
            case FactOf(var fact) -> readings.fact(fact);
            case ThisValue() -> readings.value();
            case Computed(_, var is) -> is.read(readings);
            case SizeOf(var of) -> of.read(readings).map(value -> new Value.Quantity(value.size()));
            case Judged(var condition) -> judged(condition.judge(readings));
            case Arithmetic(var left, var operator, var right) ->
                    left.read(readings)
                            .with(
                                    right.read(readings),
                                    (a, b) ->
                                            new Value.Quantity(operator.apply(a.size(), b.size())));
        };
    }

    private static Reading judged(Verdict verdict) {
        return switch (verdict.truth()) {
            case TRUE -> new Reading.Known(new Value.Decision(true));
            case FALSE -> new Reading.Known(new Value.Decision(false));
            case UNKNOWN -> new Reading.Missing(verdict.causes());
        };
    }
}
