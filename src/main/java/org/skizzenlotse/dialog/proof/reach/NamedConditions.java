// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.reach;

import java.util.LinkedHashMap;
import java.util.Map;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Term;

/// The conditions of the head that anything names.
public final class NamedConditions {
    private final Map<String, Condition> all = new LinkedHashMap<>();

    private NamedConditions() {}

    /// By name, in the order in which they are read.
    public static Map<String, Condition> in(Dialog dialog) {
        var named = new NamedConditions();
        for (var placed : dialog.placed()) {
            named.collect(placed.step().when());
            if (placed.step() instanceof Question question)
                for (var check : question.rules().checks()) named.collect(check.holds());
        }
        for (var computed : dialog.parts().computed().values()) named.collect(computed.is());
        for (var outcomes : dialog.parts().outcomes())
            for (var rule : outcomes.rules()) named.collect(rule.when());
        return named.all;
    }

    private void collect(Condition condition) {
        switch (condition) {
            case Condition.Named(var name, _, var is) -> {
                all.put(name, is);
                collect(is);
            }
            case Condition.And(var parts) -> parts.forEach(this::collect);
            case Condition.Or(var parts) -> parts.forEach(this::collect);
            case Condition.Not(var of) -> collect(of);
            case Condition.Holds(var term) -> collect(term);
            case Condition.Equals _, Condition.In _, Condition.Contains _ -> {}
            case Condition.Compare _, Condition.Answered _, Condition.Open _ -> {}
            case Condition.Matches _ -> {}
        }
    }

    private void collect(Term term) {
        switch (term) {
            case Term.Judged(var condition) -> collect(condition);
            case Term.Computed(_, var is) -> collect(is);
            case Term.Constant _, Term.AnswerOf _, Term.FactOf _, Term.ThisValue _ -> {}
            case Term.SizeOf _, Term.Arithmetic _ -> {}
        }
    }
}
