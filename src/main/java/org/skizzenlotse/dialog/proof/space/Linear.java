// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Term;

/// A sum of sizes with factors, and a constant.
record Linear(Map<Of, BigDecimal> factors, BigDecimal constant) {
    Linear {
        factors = Collections.unmodifiableMap(new LinkedHashMap<>(factors));
    }

    /// What a term counts; nothing where it does not count. `value` is the step under check.
    static Optional<Linear> of(Term term, @Nullable StepId value) {
        return switch (term) {
            case Term.Constant(var constant) -> Optional.of(new Linear(Map.of(), constant.size()));
            case Term.AnswerOf(var step) -> Optional.of(single(new Of.AStep(step)));
            case Term.FactOf(var fact) -> Optional.of(single(new Of.AFact(fact)));
            case Term.ThisValue() ->
                    value == null ? Optional.empty() : Optional.of(single(new Of.AStep(value)));
            case Term.SizeOf(var of) -> of(of, value);
            case Term.Computed(_, var is) -> of(is, value);
            case Term.Judged _ -> Optional.empty();
            case Term.Arithmetic(var left, var operator, var right) ->
                    joined(of(left, value), operator, of(right, value));
        };
    }

    private static Linear single(Of of) {
        return new Linear(Map.of(of, BigDecimal.ONE), BigDecimal.ZERO);
    }

    private static Optional<Linear> joined(
            Optional<Linear> left, Term.Operator operator, Optional<Linear> right) {
        if (left.isEmpty() || right.isEmpty()) return Optional.empty();
        return switch (operator) {
            case PLUS -> Optional.of(left.get().with(right.get(), BigDecimal::add));
            case MINUS -> Optional.of(left.get().minus(right.get()));
            case TIMES -> left.get().times(right.get());
        };
    }

    /// The difference to another.
    Linear minus(Linear other) {
        return with(other, BigDecimal::subtract);
    }

    private Linear with(Linear other, BinaryOperator<BigDecimal> join) {
        var all = new LinkedHashMap<>(factors);
        other.factors.forEach((of, factor) -> {
            var mine = all.getOrDefault(of, BigDecimal.ZERO);
            var both = join.apply(mine, factor);
            if (both.signum() == 0) all.remove(of);
            else all.put(of, both);
        });
        return new Linear(all, join.apply(constant, other.constant));
    }

    private Optional<Linear> times(Linear other) {
        if (!factors.isEmpty() && !other.factors.isEmpty()) return Optional.empty();
        var factor = factors.isEmpty() ? constant : other.constant;
        var of = factors.isEmpty() ? other : this;
        var all = new LinkedHashMap<Of, BigDecimal>();
        if (factor.signum() != 0)
            of.factors.forEach((key, one) -> all.put(key, one.multiply(factor)));
        return Optional.of(new Linear(all, of.constant.multiply(factor)));
    }
}
