// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.Value;

/// Where the conditions and checks of a dialog cut what is counted, and which texts they name.
final class Cuts {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    /// Finer than any number that an installation gives.
    private static final BigDecimal FACT = new BigDecimal("0.001");

    private static final BigDecimal LENGTH_MAX =
            BigDecimal.valueOf(AnswerType.LONG_TEXT_LENGTH_MAX);

    private final Dialog dialog;
    private final Map<Of, SortedSet<Long>> starts = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();

    Cuts(Dialog dialog) {
        this.dialog = dialog;
        for (var placed : dialog.placed()) {
            collect(placed.step().when(), null);
            if (placed.step() instanceof Step.Question question) {
                limits(question);
                for (var check : question.rules().checks()) collect(check.holds(), question.id());
            }
        }
        for (var computed : dialog.parts().computed().values())
            if (computed.is() instanceof Term.Judged(var condition)) collect(condition, null);
        for (var outcomes : dialog.parts().outcomes())
            for (var rule : outcomes.rules()) collect(rule.when(), null);
    }

    SortedSet<Long> starts(Of of) {
        return starts.getOrDefault(of, new TreeSet<>());
    }

    Set<String> words(String fact) {
        return words.getOrDefault(fact, Set.of());
    }

    /// In which steps something is counted.
    BigDecimal unit(Of of) {
        return switch (of) {
            case Of.AStep(var step) ->
                    dialog.question(step).map(one -> unit(one.type())).orElse(BigDecimal.ONE);
            case Of.AFact(var fact) -> {
                var kind = dialog.parts().facts().get(fact);
                var type = kind == null ? "" : kind.type();
                yield type.equals("number") ? FACT : type.equals("money") ? CENT : BigDecimal.ONE;
            }
        };
    }

    private static BigDecimal unit(AnswerType type) {
        return switch (type) {
            case AnswerType.Numeric(_, var decimals, _) -> BigDecimal.ONE.movePointLeft(decimals);
            case AnswerType.Money _ -> CENT;
            case AnswerType.Text _, AnswerType.LongText _, AnswerType.Choice _ -> BigDecimal.ONE;
            case AnswerType.Multi _, AnswerType.Date _, AnswerType.Period _ -> BigDecimal.ONE;
            case AnswerType.Contact _, AnswerType.Email _, AnswerType.Url _ -> BigDecimal.ONE;
            case AnswerType.File _, AnswerType.Consent _, AnswerType.Confirm _ -> BigDecimal.ONE;
            case AnswerType.Table _ -> BigDecimal.ONE;
        };
    }

    /// The smallest and the largest that a type takes.
    static AnswerType.Range range(AnswerType type) {
        return switch (type) {
            case AnswerType.Numeric(var range, _, _) -> range;
            case AnswerType.Money(var range) -> range;
            case AnswerType.Text(var max) -> counted(1, max);
            case AnswerType.LongText(var max) -> counted(1, max);
            case AnswerType.Email _, AnswerType.Url _ ->
                    new AnswerType.Range(BigDecimal.ONE, LENGTH_MAX);
            case AnswerType.Period _ -> new AnswerType.Range(BigDecimal.ONE, null);
            case AnswerType.File(_, _, var max) -> counted(1, max);
            case AnswerType.Table(_, var min, var max) -> counted(min, max);
            case AnswerType.Choice _, AnswerType.Multi _, AnswerType.Date _ -> AnswerType.Range.ALL;
            case AnswerType.Contact _, AnswerType.Consent _ -> AnswerType.Range.ALL;
            case AnswerType.Confirm _ -> AnswerType.Range.ALL;
        };
    }

    private static AnswerType.Range counted(int min, int max) {
        return new AnswerType.Range(BigDecimal.valueOf(min), BigDecimal.valueOf(max));
    }

    private void limits(Step.Question question) {
        var of = new Of.AStep(question.id());
        var range = range(question.type());
        if (range.min() != null) start(of, Axis.ceiling(range.min(), unit(of)));
        if (range.max() != null) start(of, Axis.floor(range.max(), unit(of)) + 1);
    }

    private void start(Of of, long at) {
        starts.computeIfAbsent(of, _ -> new TreeSet<>()).add(at);
    }

    private void collect(Condition condition, @Nullable StepId value) {
        switch (condition) {
            case Condition.And(var all) -> all.forEach(one -> collect(one, value));
            case Condition.Or(var any) -> any.forEach(one -> collect(one, value));
            case Condition.Not(var of) -> collect(of, value);
            case Condition.Named(_, _, var is) -> collect(is, value);
            case Condition.Holds(Term.Judged(var of)) -> collect(of, value);
            case Condition.Holds(Term.Computed(_, Term.Judged(var of))) -> collect(of, value);
            case Condition.Equals(var left, var right) -> word(left, right);
            case Condition.In(var left, var values) -> values.forEach(one -> word(left, one));
            case Condition.Compare(var left, _, var right) ->
                    difference(left, right, value).ifPresent(this::cut);
            case Condition.Holds _, Condition.Contains _, Condition.Answered _ -> {}
            case Condition.Open _, Condition.Matches _ -> {}
        }
    }

    static Optional<Linear> difference(Term left, Term right, @Nullable StepId value) {
        var mine = Linear.of(left, value);
        var other = Linear.of(right, value);
        return mine.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(mine.get().minus(other.get()));
    }

    private void word(Term left, Value right) {
        if (left instanceof Term.FactOf(var fact) && right instanceof Value.Text(var text))
            words.computeIfAbsent(fact, _ -> new LinkedHashSet<>()).add(text);
    }

    /// Where a sum of one thing changes its sign.
    private void cut(Linear sum) {
        if (sum.factors().size() != 1) return;
        var entry = sum.factors().entrySet().iterator().next();
        var step = unit(entry.getKey()).multiply(entry.getValue());
        var zero = sum.constant().negate();
        var below = zero.divide(step, 0, RoundingMode.FLOOR);
        var at = Axis.floor(below, BigDecimal.ONE);
        if (below.multiply(step).compareTo(zero) == 0) start(entry.getKey(), at);
        start(entry.getKey(), at + 1);
    }
}
