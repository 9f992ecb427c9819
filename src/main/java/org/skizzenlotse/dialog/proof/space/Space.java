// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.Step.Check.Severity;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Truth;

/// Every combination of answers that a person can really give, as formulas in a solver. Values that
/// no condition tells apart count as one; what the solver says of them holds for each.
public final class Space {
    private final Dialog dialog;
    private final Sat sat = new Sat();
    private final Guards guards;
    private final Map<StepId, Visit> visits = new LinkedHashMap<>();
    private final Map<Of, Domain> domains = new HashMap<>();
    private final Map<StepId, Integer> open = new HashMap<>();
    private final Judging judging = new Judging(sat, domains, open);
    private final Map<StepId, Integer> finished = new LinkedHashMap<>();
    private int consented = sat.yes();

    private Space(Dialog dialog, boolean explaining) {
        this.dialog = dialog;
        this.guards = new Guards(sat, explaining);
        var cuts = new Cuts(dialog);
        var made = new Domains(sat, cuts, guards);
        dialog.parts()
                .facts()
                .forEach((fact, kind) -> domains.put(new Of.AFact(fact), made.of(fact, kind)));
        for (var placed : dialog.placed()) visit(placed.step(), made);
    }

    /// The combinations of a dialog.
    public static Space of(Dialog dialog) {
        return new Space(dialog, false);
    }

    /// The same, slower, but it can say what keeps people from a goal.
    public static Space explaining(Dialog dialog) {
        return new Space(dialog, true);
    }

    private void visit(Step step, Domains made) {
        var when = judging.of(step.when());
        int asked = sat.fresh();
        int guard = guards.of(new Reason.OfWhen(step.id()));
        sat.clause(-asked, when.yes(), -guard);
        sat.clause(-asked, consented);
        sat.clause(asked, -when.yes(), -consented, -guard);
        if (step instanceof Step.Question question) ask(question, asked, made.of(question));
        else visits.put(step.id(), new Visit(step, asked, null, Map.of()));
    }

    private void ask(Step.Question question, int asked, Domain domain) {
        var id = question.id();
        domains.put(new Of.AStep(id), domain);
        var left = new LinkedHashMap<OpenStatus, Integer>();
        for (var status : question.openAnswers()) left.put(status, sat.fresh());
        open.put(id, sat.any(left.values()));
        var visit = new Visit(question, asked, domain, left);
        visits.put(id, visit);
        answerOnce(visit);
        for (var check : question.rules().checks())
            if (check.severity() == Severity.MUST)
                sat.clause(
                        -judging.of(check.holds(), id).no(),
                        -guards.of(new Reason.OfCheck(id, check.index())));
        if (question.isRequiredConsent() && domain instanceof Domain.YesNo decision)
            goesOn(id, decision);
    }

    private void answerOnce(Visit visit) {
        var answers = visit.answered();
        for (int i = 0; i < answers.size(); i++) {
            sat.clause(-answers.get(i), visit.asked());
            for (int k = 0; k < i; k++) sat.clause(-answers.get(i), -answers.get(k));
        }
        answers.add(-visit.asked());
        visit.question()
                .filter(Space::mayStick)
                .ifPresent(one -> {
                    int literal = sat.fresh();
                    finished.put(one.id(), literal);
                    answers.add(-literal);
                });
        sat.clause(ints(answers));
    }

    /// A required consent that is refused ends the conversation.
    private void goesOn(StepId consent, Domain.YesNo decision) {
        int guard = guards.of(new Reason.OfConsent(consent));
        int refused = sat.all(decision.given(), -decision.yes());
        consented = sat.all(consented, sat.any(-refused, -guard));
    }

    /// A small way to the goal, or empty where no combination of answers leads there.
    public Optional<Way> find(Goal goal) {
        int literal = literal(goal);
        if (!sat.solve(with(List.of(literal)))) return Optional.empty();
        return Optional.of(new Ways(this).way(literal));
    }

    /// Whether some combination of answers leads there.
    public boolean canReach(Goal goal) {
        return sat.solve(with(List.of(literal(goal))));
    }

    /// Those of the goals to which no combination of answers leads. Each combination that is found
    /// counts for all of them.
    public Set<Goal> unreachable(Collection<Goal> goals) {
        var rest = new LinkedHashMap<Goal, Integer>();
        for (var goal : goals) rest.put(goal, literal(goal));
        var never = new LinkedHashSet<Goal>();
        sat.wander(true);
        while (!rest.isEmpty()) {
            var next = rest.entrySet().iterator().next();
            if (sat.solve(with(List.of(next.getValue())))) rest.values().removeIf(sat::holds);
            else never.add(next.getKey());
            rest.remove(next.getKey());
        }
        sat.wander(false);
        return never;
    }

    /// The fewest reasons that together keep people from a goal that cannot be reached; only where
    /// this explains.
    public List<Reason> against(Goal goal) {
        int literal = literal(goal);
        var kept = guards.all();
        if (sat.solve(with(List.of(literal)))) return List.of();
        kept.retainAll(boxed(sat.core()));
        for (int one : List.copyOf(kept)) {
            var fewer = new ArrayList<>(kept);
            fewer.remove(Integer.valueOf(one));
            var assumed = new ArrayList<>(fewer);
            assumed.add(literal);
            assumed.addAll(finished.values());
            if (!sat.solve(ints(assumed))) kept = fewer;
        }
        return guards.reasons(kept);
    }

    /// Whether a check can refuse something that nothing else refuses.
    public boolean refuses(Step.Question question, Step.Check check) {
        var assumed = guards.without(new Reason.OfCheck(question.id(), check.index()));
        assumed.addAll(finished.values());
        assumed.add(judging.of(check.holds(), question.id()).no());
        return sat.solve(ints(assumed));
    }

    /// Whether a check can be met.
    public boolean meets(Step.Question question, Step.Check check) {
        return sat.solve(with(List.of(judging.of(check.holds(), question.id()).yes())));
    }

    /// A way to a question that takes no answer whatever is given, because checks refuse it.
    public Optional<Way> stuck(Step.Question question) {
        var visit = visits.get(question.id());
        return visit == null || visit.domain() == null || !mayStick(question)
                ? Optional.empty()
                : new DeadEnd(this, visit, visit.domain()).find();
    }

    /// What is assumed where a question has no answer yet.
    List<Integer> before(StepId step) {
        var all = guards.all();
        for (var one : finished.entrySet()) {
            if (one.getKey().equals(step)) break;
            all.add(one.getValue());
        }
        return all;
    }

    private int literal(Goal goal) {
        return switch (goal) {
            case Goal.Asked(var step) -> {
                var visit = visits.get(step);
                yield visit == null ? -sat.yes() : visit.asked();
            }
            case Goal.Gave(var step, var answer) -> {
                var visit = visits.get(step);
                yield visit == null ? -sat.yes() : Answered.literal(sat, visit, answer);
            }
            case Goal.Judged(var condition, var truth) -> judged(condition, truth);
            case Goal.Both(var all) -> sat.all(all.stream().map(this::literal).toList());
            case Goal.Not(var of) -> -literal(of);
        };
    }

    private int judged(Condition condition, Truth truth) {
        var judgement = judging.of(condition);
        return sat.all(
                consented,
                switch (truth) {
                    case TRUE -> judgement.yes();
                    case FALSE -> judgement.no();
                    case UNKNOWN -> sat.all(-judgement.yes(), -judgement.no());
                });
    }

    /// What is assumed always, and these.
    int[] with(Collection<Integer> literals) {
        var all = guards.all();
        all.addAll(finished.values());
        all.addAll(literals);
        return ints(all);
    }

    static int[] ints(Collection<Integer> literals) {
        return literals.stream().mapToInt(Integer::intValue).toArray();
    }

    static List<Integer> boxed(int[] literals) {
        var all = new ArrayList<Integer>();
        for (int one : literals) all.add(one);
        return all;
    }

    Sat sat() {
        return sat;
    }

    Dialog dialog() {
        return dialog;
    }

    Collection<Visit> visits() {
        return visits.values();
    }

    Map<Of, Domain> domains() {
        return domains;
    }

    Judging judging() {
        return judging;
    }

    /// Whether a question's answer can be refused whatever it is: only then can people get stuck.
    static boolean mayStick(Step.Question question) {
        return question.openAnswers().isEmpty()
                && !(question.type() instanceof AnswerType.Consent)
                && question.rules().checks().stream()
                        .anyMatch(check -> check.severity() == Severity.MUST);
    }
}
