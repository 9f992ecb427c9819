// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.reach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Truth;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.proof.space.Goal;
import org.skizzenlotse.dialog.proof.space.Picked;
import org.skizzenlotse.dialog.proof.space.Reason;

/// Every step, option, open answer and section of the sketch is reached by answers that a person
/// can really give.
final class Reachability {
    private final Proof proof;
    private final List<Finding> findings = new ArrayList<>();

    Reachability(Proof proof) {
        this.proof = proof;
    }

    List<Finding> findings() {
        var steps = new LinkedHashMap<Goal, StepId>();
        for (var placed : proof.dialog().placed())
            steps.put(new Goal.Asked(placed.step().id()), placed.step().id());
        var never = proof.space().unreachable(steps.keySet());
        steps.keySet().retainAll(never);
        steps.forEach(this::step);
        answers(Set.copyOf(steps.values()));
        sections(Set.copyOf(steps.values()));
        return findings;
    }

    private void step(Goal goal, StepId step) {
        findings.add(
                Finding.wrong(
                        new Spot.OfWhen(step),
                        "'"
                                + step
                                + "' wird nie gefragt, egal was jemand antwortet."
                                + proof.why(goal, new Reason.OfWhen(step)),
                        "Ändert eine der Bedingungen, oder streicht den Schritt."));
    }

    private void answers(Set<StepId> neverAsked) {
        var goals = new LinkedHashMap<Goal, Finding>();
        for (var question : proof.dialog().questions())
            if (!neverAsked.contains(question.id())) goals(question, goals);
        var never = proof.space().unreachable(goals.keySet());
        var without = new ArrayList<StepId>();
        for (var goal : never)
            if (goal instanceof Goal.Judged(Condition.Answered(var step), _)) without.add(step);
        for (var goal : never) {
            if (goal instanceof Goal.Gave(var step, Picked.Given _) && without.contains(step))
                continue;
            var finding = goals.get(goal);
            if (finding != null) findings.add(explained(finding, goal));
        }
    }

    private Finding explained(Finding finding, Goal goal) {
        var step = goal instanceof Goal.Gave(var of, _) ? of : new StepId("keiner");
        return new Finding(
                finding.spot(),
                finding.error(),
                finding.message() + proof.why(goal, new Reason.OfLimits(step)),
                finding.proposal());
    }

    private static void goals(Question question, Map<Goal, Finding> goals) {
        var id = question.id();
        goals.put(
                new Goal.Judged(new Condition.Answered(id), Truth.TRUE),
                Finding.wrong(
                        new Spot.OfStep(id),
                        "Auf '" + id + "' kann niemand antworten: Alles wird abgelehnt.",
                        "Ändert die Prüfung (check) oder die Grenzen."));
        for (var option : question.type().options())
            goals.put(
                    new Goal.Gave(id, new Picked.Given(new Value.Chosen(option.id(), ""))),
                    Finding.wrong(
                            new Spot.OfOption(id, option.id()),
                            "'" + option.id() + "' kann niemand wählen.",
                            "Ändert die Prüfung (check), oder streicht die Auswahl."));
        for (var status : question.rules().open()) goals.put(left(id, status), open(id, status));
    }

    private static Goal left(StepId id, OpenStatus status) {
        return new Goal.Gave(id, new Picked.Left(status));
    }

    private static Finding open(StepId id, OpenStatus status) {
        return Finding.wrong(
                new Spot.OfOpen(id, status),
                "'" + status.id() + "' kann hier niemand nehmen.",
                "Streicht es unter open.");
    }

    private void sections(Set<StepId> neverAsked) {
        for (var section : proof.dialog().parts().sketch().sections())
            if (!section.from().isEmpty() && neverAsked.containsAll(section.from()))
                findings.add(
                        Finding.wrong(
                                new Spot.OfSection(section.id()),
                                "Der Abschnitt '" + section.id() + "' bleibt immer leer.",
                                "Was ihn füllt, wird nie gefragt: Ändert dessen Bedingung"
                                        + " (when)."));
    }
}
