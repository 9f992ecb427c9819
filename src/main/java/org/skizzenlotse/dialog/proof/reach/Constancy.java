// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Step.Check;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Truth;
import org.skizzenlotse.dialog.proof.space.Goal;

/// No condition and no check says always the same.
final class Constancy {
    private final Proof proof;
    private final List<Finding> findings = new ArrayList<>();

    Constancy(Proof proof) {
        this.proof = proof;
    }

    List<Finding> findings() {
        var constant = constant();
        for (var placed : proof.dialog().placed()) {
            var step = placed.step();
            if (constant.contains(step.when()))
                findings.add(
                        Finding.doubtful(
                                new Spot.OfWhen(step.id()),
                                "Diese Bedingung gilt immer, egal was jemand antwortet.",
                                "Lasst when weg, oder nennt, wann nicht gefragt wird."));
            if (step instanceof Question question) checks(question);
        }
        NamedConditions.in(proof.dialog()).forEach(this::named);
        return findings;
    }

    /// The conditions of steps that always hold; looked for together, which is faster.
    private Set<Condition> constant() {
        var goals = new LinkedHashMap<Goal, Condition>();
        for (var placed : proof.dialog().placed()) {
            var when = placed.step().when();
            if (!when.equals(Condition.always())) goals.put(doubted(when), when);
        }
        return proof.space().unreachable(goals.keySet()).stream()
                .map(goals::get)
                .collect(Collectors.toSet());
    }

    private static Goal doubted(Condition condition) {
        return new Goal.Both(
                List.of(
                        new Goal.Judged(Condition.always(), Truth.TRUE),
                        new Goal.Not(new Goal.Judged(condition, Truth.TRUE))));
    }

    private boolean isAlways(Condition condition) {
        return !proof.space().canReach(doubted(condition));
    }

    private void named(String name, Condition condition) {
        if (!proof.space().canReach(new Goal.Judged(condition, Truth.TRUE)))
            findings.add(
                    Finding.wrong(
                            new Spot.OfNamed(name),
                            "'" + name + "' gilt nie, egal was jemand antwortet.",
                            "Ändert die Bedingung, oder streicht sie mit dem, was sie nennt."));
        else if (isAlways(condition))
            findings.add(
                    Finding.doubtful(
                            new Spot.OfNamed(name),
                            "'" + name + "' gilt immer, egal was jemand antwortet.",
                            "Ändert die Bedingung, oder streicht sie."));
    }

    private void checks(Question question) {
        for (var check : question.rules().checks()) {
            var spot = new Spot.OfCheck(question.id(), check.index());
            var must = check.severity() == Check.Severity.MUST;
            if (!proof.space().refuses(question, check))
                findings.add(
                        Finding.doubtful(
                                spot,
                                must
                                        ? "Diese Prüfung lehnt nie etwas ab."
                                        : "Diese Prüfung fragt nie nach.",
                                "Streicht sie, oder ändert ihre Bedingung: Sie gilt immer."));
            else if (!must && !proof.space().meets(question, check))
                findings.add(
                        Finding.doubtful(
                                spot,
                                "Diese Prüfung fragt bei jeder Antwort nach.",
                                "Ändert ihre Bedingung: Sie gilt nie."));
        }
    }
}
