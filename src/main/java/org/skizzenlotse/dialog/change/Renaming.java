// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Choice;
import org.skizzenlotse.dialog.AnswerType.Multi;
import org.skizzenlotse.dialog.AnswerType.Option;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Step.Origin;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.Value;

/// How steps and options of an earlier version are called in a new one: so that what merely has
/// another name is not taken for something else. `options` by the new name of their step.
record Renaming(Map<StepId, StepId> steps, Map<StepId, Map<String, String>> options) {
    /// Everything keeps its name.
    static final Renaming NONE = new Renaming(Map.of(), Map.of());

    Renaming {
        steps = Map.copyOf(steps);
        options = Map.copyOf(options);
    }

    /// What a migration says about names.
    static Renaming of(List<Entry> entries) {
        var steps = new HashMap<StepId, StepId>();
        var options = new HashMap<StepId, Map<String, String>>();
        for (var entry : entries) {
            if (entry instanceof Entry.Rename(var from, var to)) steps.put(from, to);
            if (entry instanceof Entry.Options one) options.put(one.step(), one.map());
        }
        return new Renaming(steps, options);
    }

    StepId step(StepId old) {
        return steps.getOrDefault(old, old);
    }

    String option(StepId now, String old) {
        return options.getOrDefault(now, Map.of()).getOrDefault(old, old);
    }

    /// The type of a step with its options by their new names, each once.
    AnswerType type(StepId now, AnswerType old) {
        if (!options.containsKey(now)) return old;
        var renamed = new LinkedHashMap<String, Option>();
        for (var one : old.options()) {
            var id = option(now, one.id());
            renamed.putIfAbsent(id, new Option(id, one.note()));
        }
        var list = new ArrayList<>(renamed.values());
        if (old instanceof Choice) return new Choice(list);
        return old instanceof Multi(_, var min, var max) ? new Multi(list, min, max) : old;
    }

    Origin origin(Origin old) {
        return old instanceof Origin.DetailOf(var step) ? new Origin.DetailOf(step(step)) : old;
    }

    Condition condition(Condition old) {
        return switch (old) {
            case Condition.And(var all) -> new Condition.And(conditions(all));
            case Condition.Or(var any) -> new Condition.Or(conditions(any));
            case Condition.Not(var of) -> new Condition.Not(condition(of));
            case Condition.Named(var name, var means, var is) ->
                    new Condition.Named(name, means, condition(is));
            case Condition.Equals(var left, var right) ->
                    new Condition.Equals(term(left), value(left, right));
            case Condition.In(var left, var values) ->
                    new Condition.In(
                            term(left),
                            values.stream().map(one -> value(left, one)).distinct().toList());
            case Condition.Contains(var many, var option) ->
                    new Condition.Contains(
                            term(many),
                            many instanceof Term.AnswerOf(var step)
                                    ? option(step(step), option)
                                    : option);
            case Condition.Compare(var left, var comparison, var right) ->
                    new Condition.Compare(term(left), comparison, term(right));
            case Condition.Answered(var step) -> new Condition.Answered(step(step));
            case Condition.Open(var step) -> new Condition.Open(step(step));
            case Condition.Holds(var term) -> new Condition.Holds(term(term));
            case Condition.Matches(var text, var pattern) ->
                    new Condition.Matches(term(text), pattern);
        };
    }

    private List<Condition> conditions(List<Condition> all) {
        return all.stream().map(this::condition).toList();
    }

    private Value value(Term of, Value constant) {
        return of instanceof Term.AnswerOf(var step)
                        && constant instanceof Value.Chosen(var option, var note)
                ? new Value.Chosen(option(step(step), option), note)
                : constant;
    }

    Term term(Term old) {
        return switch (old) {
            case Term.AnswerOf(var step) -> new Term.AnswerOf(step(step));
            case Term.SizeOf(var of) -> new Term.SizeOf(term(of));
            case Term.Computed(var name, var is) -> new Term.Computed(name, term(is));
            case Term.Judged(var condition) -> new Term.Judged(condition(condition));
            case Term.Arithmetic(var left, var operator, var right) ->
                    new Term.Arithmetic(term(left), operator, term(right));
            case Term.Constant _, Term.FactOf _, Term.ThisValue _ -> old;
        };
    }
}
