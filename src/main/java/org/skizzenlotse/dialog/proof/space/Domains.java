// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step;

/// Makes the values that steps and facts can have.
final class Domains {
    private final Sat sat;
    private final Cuts cuts;
    private final Guards guards;

    Domains(Sat sat, Cuts cuts, Guards guards) {
        this.sat = sat;
        this.cuts = cuts;
        this.guards = guards;
    }

    Domain of(Step.Question question) {
        int given = sat.fresh();
        return switch (question.type()) {
            case AnswerType.Choice(var options) -> {
                var literals = literals(options);
                exactlyOne(given, literals.values());
                yield new Domain.Options(given, literals, false);
            }
            case AnswerType.Multi multi -> several(question, multi, given);
            case AnswerType.Consent _, AnswerType.Confirm _ -> yesNo(given);
            case AnswerType.Contact _ -> new Domain.Plain(given);
            case AnswerType.Numeric _, AnswerType.Money _, AnswerType.Date _ ->
                    counted(question, given);
            case AnswerType.Period _, AnswerType.Table _, AnswerType.File _ ->
                    counted(question, given);
            case AnswerType.Text _, AnswerType.LongText _, AnswerType.Email _, AnswerType.Url _ ->
                    counted(question, given);
        };
    }

    /// What the installation may give, or leave out.
    Domain of(String fact, Dialog.FactKind kind) {
        int given = sat.fresh();
        return switch (kind.type()) {
            case "number", "money", "date" -> counted(new Of.AFact(fact), given);
            case "confirm" -> yesNo(given);
            default -> {
                var literals = new LinkedHashMap<String, Integer>();
                for (var word : cuts.words(fact)) literals.put(word, sat.fresh());
                literals.put(Values.ANOTHER, sat.fresh());
                exactlyOne(given, literals.values());
                yield new Domain.Words(given, literals);
            }
        };
    }

    private Map<String, Integer> literals(Collection<AnswerType.Option> options) {
        var literals = new LinkedHashMap<String, Integer>();
        for (var option : options) literals.put(option.id(), sat.fresh());
        return literals;
    }

    private Domain yesNo(int given) {
        int yes = sat.fresh();
        sat.clause(-yes, given);
        return new Domain.YesNo(given, yes);
    }

    private Domain several(Step.Question question, AnswerType.Multi multi, int given) {
        var literals = literals(multi.options());
        for (int one : literals.values()) sat.clause(-one, given);
        int guard = guards.of(new Reason.OfLimits(question.id()));
        int unbound = sat.any(-given, -guard);
        if (multi.min() > 0) atLeast(literals.values(), multi.min(), unbound);
        if (multi.max() < literals.size())
            atLeast(
                    literals.values().stream().map(one -> -one).toList(),
                    literals.size() - multi.max(),
                    unbound);
        return new Domain.Options(given, literals, true);
    }

    /// At least so many, or the other literal.
    private void atLeast(Collection<Integer> literals, int least, int or) {
        var own = literals.stream().mapToInt(Integer::intValue).toArray();
        if (least == 1) {
            var clause = Arrays.copyOf(own, own.length + 1);
            clause[own.length] = or;
            sat.clause(clause);
            return;
        }
        var all = Arrays.copyOf(own, own.length + least);
        for (int i = own.length; i < all.length; i++) {
            all[i] = sat.fresh();
            sat.clause(-all[i], or);
        }
        sat.atLeast(all, least);
    }

    private Domain counted(Step.Question question, int given) {
        var of = new Of.AStep(question.id());
        var counted = counted(of, given);
        var range = Cuts.range(question.type());
        int guard = guards.of(new Reason.OfLimits(question.id()));
        for (var stretch : counted.axis().stretches())
            if (!range.holds(Judging.size(counted.axis(), stretch.from())))
                sat.clause(-stretch.literal(), -guard);
        return counted;
    }

    private Domain.Counted counted(Of of, int given) {
        var axis = Axis.cut(cuts.unit(of), cuts.starts(of), sat);
        exactlyOne(given, axis.stretches().stream().map(Axis.Stretch::literal).toList());
        return new Domain.Counted(given, axis);
    }

    /// Exactly one where there is a value, else none.
    private void exactlyOne(int given, Collection<Integer> literals) {
        var all = literals.stream().mapToInt(Integer::intValue).toArray();
        var some = Arrays.copyOf(all, all.length + 1);
        some[all.length] = -given;
        sat.clause(some);
        for (int i = 0; i < all.length; i++) {
            sat.clause(-all[i], given);
            for (int k = 0; k < i; k++) sat.clause(-all[i], -all[k]);
        }
    }
}
