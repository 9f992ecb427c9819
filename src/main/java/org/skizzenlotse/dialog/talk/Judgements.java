// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.Truth;

/// The conditions of a dialog that can turn out either way: of steps, of rules, and the named ones
/// that these read. Those of checks are about values and measured apart.
public final class Judgements {
    private final Map<String, Judgement> found = new LinkedHashMap<>();

    private Judgements() {}

    /// A condition with its name: `partner.when`, `passung.zu_gross.when`, or its own name.
    public record Judgement(String name, String words, Condition condition) {
        /// The ID of its turning out like that.
        public String id(Truth truth) {
            return name + ":" + truth.name().toLowerCase(Locale.ROOT);
        }
    }

    /// All of them, in the order of the dialog.
    public static Collection<Judgement> of(Dialog dialog) {
        var judgements = new Judgements();
        for (var placed : dialog.placed()) judgements.step(placed.step());
        for (var table : dialog.parts().outcomes())
            for (var rule : table.rules())
                judgements.add(
                        new Judgement(
                                table.id() + "." + rule.id() + ".when",
                                "Bedingung der Regel " + rule.id(),
                                rule.when()));
        return List.copyOf(judgements.found.values());
    }

    private void step(Step step) {
        var name = step instanceof Question question ? Points.name(question) : step.id().value();
        add(new Judgement(step.id() + ".when", "Bedingung von " + name, step.when()));
        if (step instanceof Question question)
            for (var check : question.rules().checks()) named(check.holds());
    }

    private void add(Judgement one) {
        if (one.condition().equals(Condition.always())) return;
        named(one.condition());
        found.putIfAbsent(one.name(), one);
    }

    /// The named conditions in it.
    private void named(Condition condition) {
        switch (condition) {
            case Condition.Named(var name, var means, var is) -> {
                named(is);
                found.putIfAbsent(name, new Judgement(name, "„" + means + "“", condition));
            }
            case Condition.And(var all) -> all.forEach(this::named);
            case Condition.Or(var any) -> any.forEach(this::named);
            case Condition.Not(var of) -> named(of);
            case Condition.Equals(var left, _) -> named(left);
            case Condition.In(var left, _) -> named(left);
            case Condition.Contains(var many, _) -> named(many);
            case Condition.Compare(var left, _, var right) ->
                    List.of(left, right).forEach(this::named);
            case Condition.Holds(var term) -> named(term);
            case Condition.Answered _, Condition.Open _, Condition.Matches _ -> {}
        }
    }

    private void named(Term term) {
        switch (term) {
            case Term.Judged(var condition) -> named(condition);
            case Term.Computed(_, var is) -> named(is);
            case Term.SizeOf(var of) -> named(of);
            case Term.Arithmetic(var left, _, var right) ->
                    List.of(left, right).forEach(this::named);
            case Term.Constant _, Term.AnswerOf _, Term.FactOf _, Term.ThisValue _ -> {}
        }
    }
}
