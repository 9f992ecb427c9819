// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.Value;

/// Makes formulas of conditions, in three values as [Condition#judge] has them.
final class Judging {
    private final Sat sat;
    private final Map<Of, Domain> domains;
    private final Map<StepId, Integer> open;
    private final Map<Condition, Judgement> known = new HashMap<>();
    private final Map<String, Integer> patterns = new LinkedHashMap<>();
    private final Sums sums;

    Judging(Sat sat, Map<Of, Domain> domains, Map<StepId, Integer> open) {
        this.sat = sat;
        this.domains = domains;
        this.open = open;
        this.sums = new Sums(sat, domains);
    }

    /// What no answer decides in this model, as the last solving has it: matches of texts, and
    /// orders between several things.
    List<Integer> asFound() {
        var all = new ArrayList<Integer>();
        for (int one : patterns.values()) all.add(sat.holds(one) ? one : -one);
        all.addAll(sums.asFound());
        return all;
    }

    Sums sums() {
        return sums;
    }

    /// A condition that checks no value.
    Judgement of(Condition condition) {
        var found = known.get(condition);
        if (found != null) return found;
        var made = of(condition, null);
        known.put(condition, made);
        return made;
    }

    /// A condition that checks the answer to a step.
    Judgement of(Condition condition, @Nullable StepId value) {
        return switch (condition) {
            case Condition.And(var all) -> {
                var parts = all.stream().map(one -> part(one, value)).toList();
                yield new Judgement(
                        sat.all(parts.stream().map(Judgement::yes).toList()),
                        sat.any(parts.stream().map(Judgement::no).toList()));
            }
            case Condition.Or(var any) -> {
                var parts = any.stream().map(one -> part(one, value)).toList();
                yield new Judgement(
                        sat.any(parts.stream().map(Judgement::yes).toList()),
                        sat.all(parts.stream().map(Judgement::no).toList()));
            }
            case Condition.Not(var of) -> part(of, value).not();
            case Condition.Named(_, _, var is) -> part(is, value);
            case Condition.Answered(var step) -> twoValued(given(new Of.AStep(step)));
            case Condition.Open(var step) -> twoValued(open.getOrDefault(step, -sat.yes()));
            case Condition.Equals(var left, var right) -> in(left, List.of(right), value);
            case Condition.In(var left, var values) -> in(left, values, value);
            case Condition.Contains(var many, var option) ->
                    in(many, List.of(new Value.Chosen(option, "")), value);
            case Condition.Compare(var left, var comparison, var right) ->
                    Cuts.difference(left, right, value)
                            .map(sum -> sums.compared(sum, comparison))
                            .orElseGet(this::never);
            case Condition.Holds(var term) -> holds(term, value);
            case Condition.Matches(var text, var pattern) ->
                    matches(text, pattern.pattern(), value);
        };
    }

    private Judgement part(Condition condition, @Nullable StepId value) {
        return value == null ? of(condition) : of(condition, value);
    }

    private Judgement twoValued(int literal) {
        return new Judgement(literal, -literal);
    }

    /// Always unknown.
    private Judgement never() {
        return new Judgement(-sat.yes(), -sat.yes());
    }

    private int given(Of of) {
        var domain = domains.get(of);
        return domain == null ? -sat.yes() : domain.given();
    }

    /// A literal that holds only where there is a value.
    private Judgement where(int given, int literal) {
        return new Judgement(sat.all(given, literal), sat.all(given, -literal));
    }

    private @Nullable Domain domain(Term term, @Nullable StepId value) {
        return switch (term) {
            case Term.AnswerOf(var step) -> domains.get(new Of.AStep(step));
            case Term.FactOf(var fact) -> domains.get(new Of.AFact(fact));
            case Term.ThisValue() -> value == null ? null : domains.get(new Of.AStep(value));
            case Term.Computed(_, var is) -> domain(is, value);
            case Term.Constant _, Term.SizeOf _, Term.Judged _, Term.Arithmetic _ -> null;
        };
    }

    private Judgement in(Term left, List<Value> values, @Nullable StepId value) {
        var domain = domain(left, value);
        if (domain == null) return never();
        var any = new ArrayList<Integer>();
        for (var one : values) any.add(literal(domain, one));
        return where(domain.given(), sat.any(any));
    }

    private int literal(Domain domain, Value value) {
        return switch (domain) {
            case Domain.Options(_, var literals, _) when value instanceof Value.Chosen(var id, _) ->
                    literals.getOrDefault(id, -sat.yes());
            case Domain.Words(_, var literals) when value instanceof Value.Text(var text) ->
                    literals.getOrDefault(text, -sat.yes());
            case Domain.Options _, Domain.Words _, Domain.YesNo _ -> -sat.yes();
            case Domain.Counted _, Domain.Plain _ -> -sat.yes();
        };
    }

    private Judgement holds(Term term, @Nullable StepId value) {
        if (term instanceof Term.Judged(var of)) return part(of, value);
        if (term instanceof Term.Computed(_, var is)) return holds(is, value);
        return domain(term, value) instanceof Domain.YesNo(var given, var yes)
                ? where(given, yes)
                : never();
    }

    private Judgement matches(Term text, String pattern, @Nullable StepId value) {
        var domain = domain(text, value);
        if (domain == null) return never();
        int literal = patterns.computeIfAbsent(value + " " + pattern, _ -> sat.fresh());
        return where(domain.given(), literal);
    }

    /// Where the sizes of these lie, in one of the stretches of each.
    static BigDecimal size(Axis axis, long count) {
        return axis.unit().multiply(BigDecimal.valueOf(count));
    }
}
