// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.reach;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.Catalogue.Weight;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.Outcomes;
import org.skizzenlotse.dialog.Outcomes.Rule;
import org.skizzenlotse.dialog.Reads;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Truth;
import org.skizzenlotse.dialog.proof.space.Goal;
import org.skizzenlotse.dialog.proof.space.Reason;

/// Every rule decides something; red comes only from an explicit no, what is left open is never
/// worse than an answer, and a no counts as the weight of its criterion says.
final class Table {
    private final Proof proof;
    private final List<Finding> findings = new ArrayList<>();

    Table(Proof proof) {
        this.proof = proof;
    }

    List<Finding> findings() {
        for (var outcomes : proof.dialog().parts().outcomes()) {
            var live = new ArrayList<Rule>();
            for (var rule : outcomes.rules()) if (holdsSometimes(outcomes, rule)) live.add(rule);
            for (var rule : live) rule(outcomes, rule, live);
            gates(outcomes, live);
        }
        return findings;
    }

    private static Goal is(Rule rule, Truth truth) {
        return new Goal.Judged(rule.when(), truth);
    }

    private static Goal answered(StepId step) {
        return new Goal.Judged(new Condition.Answered(step), Truth.TRUE);
    }

    private boolean canReach(Goal... goals) {
        return proof.space().canReach(new Goal.Both(List.of(goals)));
    }

    private boolean holdsSometimes(Outcomes outcomes, Rule rule) {
        var goal = is(rule, Truth.TRUE);
        if (canReach(goal)) return true;
        findings.add(
                Finding.wrong(
                        new Spot.OfRule(outcomes.id(), rule.id()),
                        "Die Regel '"
                                + rule.id()
                                + "' greift nie, egal was jemand antwortet."
                                + proof.why(goal, new Reason.OfLimits(new StepId("keiner"))),
                        "Ändert ihre Bedingung, oder streicht sie."));
        return false;
    }

    private void rule(Outcomes outcomes, Rule rule, List<Rule> live) {
        var spot = new Spot.OfRule(outcomes.id(), rule.id());
        if (rule.light() == Light.RED) explicit(spot, rule);
        if (rule.light() != Light.GREEN) openIsNoWorse(spot, rule, live);
        if (!saysNo(rule))
            findings.add(
                    Finding.doubtful(
                            spot,
                            "Die Regel '" + rule.id() + "' greift bei jeder Antwort.",
                            "Nennt nur die Antworten, bei denen sie greifen soll."));
        for (var other : live)
            if (isCovered(rule, other)) {
                covered(spot, rule, other);
                return;
            }
    }

    /// Whether some answer to what the rule asks keeps it from holding.
    private boolean saysNo(Rule rule) {
        for (var step : Reads.of(rule.when()))
            if (canReach(is(rule, Truth.FALSE), answered(step))) return true;
        return canReach(is(rule, Truth.FALSE)) && Reads.of(rule.when()).isEmpty();
    }

    /// Somebody who has answered nothing of it has not said no.
    private void explicit(Spot spot, Rule rule) {
        var all = new ArrayList<Goal>();
        all.add(is(rule, Truth.TRUE));
        for (var step : Reads.of(rule.when())) all.add(new Goal.Not(answered(step)));
        proof.example(new Goal.Both(all))
                .ifPresent(who ->
                        findings.add(
                                Finding.wrong(
                                        spot,
                                        "Rot kommt hier ohne ein ausdrückliches Nein: "
                                                + who
                                                + ", bekommt Rot.",
                                        "Nennt in der Bedingung die Antwort, die das Nein ist.")));
    }

    private void openIsNoWorse(Spot spot, Rule rule, List<Rule> live) {
        for (var step : openReads(rule.when())) {
            var left = new Goal.Judged(new Condition.Open(step), Truth.TRUE);
            var goal = new Goal.Both(List.of(is(rule, Truth.TRUE), left));
            if (!canReach(goal) || someAnswerIsAsBad(step, rule.light(), live)) continue;
            proof.example(goal)
                    .ifPresent(who ->
                            findings.add(
                                    Finding.wrong(
                                            spot,
                                            "Offen zu lassen ist hier schlechter als jede Antwort: "
                                                    + who
                                                    + ", bekommt "
                                                    + words(rule.light())
                                                    + ".",
                                            "Offenes zählt nie schlechter als ein Nein.")));
        }
    }

    private boolean someAnswerIsAsBad(StepId step, Light light, List<Rule> live) {
        for (var other : live)
            if (other.light().compareTo(light) >= 0
                    && Reads.of(other.when()).contains(step)
                    && canReach(is(other, Truth.TRUE), answered(step))) return true;
        return false;
    }

    private static List<StepId> openReads(Condition condition) {
        return switch (condition) {
            case Condition.Open(var step) -> List.of(step);
            case Condition.Answered(var step) -> List.of(step);
            case Condition.And(var all) ->
                    all.stream().flatMap(o -> openReads(o).stream()).toList();
            case Condition.Or(var any) -> any.stream().flatMap(o -> openReads(o).stream()).toList();
            case Condition.Not(var of) -> openReads(of);
            case Condition.Named(_, _, var is) -> openReads(is);
            case Condition.Equals _, Condition.In _, Condition.Contains _ -> List.of();
            case Condition.Compare _, Condition.Holds _, Condition.Matches _ -> List.of();
        };
    }

    /// Whether wherever the rule holds the other one does, which says the same criterion at least
    /// as badly. Of two that are alike, the later one is covered.
    private boolean isCovered(Rule rule, Rule other) {
        if (rule.id().equals(other.id())
                || !rule.criterion().equals(other.criterion())
                || other.light().compareTo(rule.light()) < 0
                || canReach(is(rule, Truth.TRUE), new Goal.Not(is(other, Truth.TRUE))))
            return false;
        var alike =
                rule.light() == other.light()
                        && !canReach(is(other, Truth.TRUE), new Goal.Not(is(rule, Truth.TRUE)));
        return !alike || isBefore(other, rule);
    }

    private boolean isBefore(Rule first, Rule second) {
        return proof.dialog().parts().outcomes().stream()
                .map(Outcomes::rules)
                .anyMatch(rules ->
                        rules.contains(first) && rules.indexOf(first) < rules.indexOf(second));
    }

    private void covered(Spot spot, Rule rule, Rule other) {
        findings.add(
                Finding.doubtful(
                        spot,
                        "Die Regel '"
                                + rule.id()
                                + "' entscheidet nie: Wo sie greift, greift auch '"
                                + other.id()
                                + "'.",
                        "Streicht eine der beiden, oder grenzt sie voneinander ab."));
    }

    /// A no to a gate is red, a no to a need is not green.
    private void gates(Outcomes outcomes, List<Rule> live) {
        for (var criterion : proof.dialog().parts().catalogue().criteria()) {
            var wanted =
                    criterion.weight() == Weight.GATE
                            ? Light.RED
                            : criterion.weight() == Weight.NEED ? Light.YELLOW : Light.GREEN;
            var own = live.stream().filter(one -> one.criterion().equals(criterion.id())).toList();
            if (own.isEmpty() || own.stream().anyMatch(one -> one.light().compareTo(wanted) >= 0))
                continue;
            findings.add(
                    Finding.doubtful(
                            new Spot.OfLight(outcomes.id(), own.getFirst().id()),
                            "Ein Nein zu '"
                                    + criterion.id()
                                    + "' führt nie zu "
                                    + words(wanted)
                                    + ", obwohl es "
                                    + (wanted == Light.RED ? "ein Muss" : "nötig")
                                    + " ist.",
                            "Ergänzt eine Regel für das Nein mit light: " + wanted.id() + "."));
        }
    }

    static String words(Light light) {
        return switch (light) {
            case GREEN -> "Grün";
            case YELLOW -> "Gelb";
            case RED -> "Rot";
        };
    }
}
