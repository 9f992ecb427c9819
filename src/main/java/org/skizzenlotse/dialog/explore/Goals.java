// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.Truth;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.proof.space.Goal;
import org.skizzenlotse.dialog.proof.space.Picked;
import org.skizzenlotse.dialog.talk.Coverage.Measure;
import org.skizzenlotse.dialog.talk.Coverage.Point;
import org.skizzenlotse.dialog.talk.Judgements;
import org.skizzenlotse.dialog.talk.Points;

/// What must hold for each thing that a talk can touch.
final class Goals {
    private final Map<String, Goal> goals = new HashMap<>();
    private final Set<String> conditional = new HashSet<>();

    Goals(Dialog dialog) {
        for (var placed : dialog.placed())
            if (!placed.step().when().equals(Condition.always()))
                conditional.add(placed.step().id().value());
        dialog.questions().forEach(this::question);
        for (var one : Judgements.of(dialog))
            for (var truth : List.of(Truth.TRUE, Truth.FALSE))
                add(Measure.CONDITIONS, one.id(truth), new Goal.Judged(one.condition(), truth));
        for (var table : dialog.parts().outcomes())
            for (var rule : table.rules())
                add(
                        Measure.RULES,
                        table.id() + "." + rule.id(),
                        new Goal.Judged(rule.when(), Truth.TRUE));
    }

    Optional<Goal> of(Point point) {
        return Optional.ofNullable(goals.get(point.measure() + " " + point.id()));
    }

    /// The goals of those that cannot be had on every way: conditions, rules, and what belongs to
    /// questions that are asked under a condition.
    Stream<Goal> conditional(Set<Point> points) {
        return points.stream()
                .filter(point ->
                        point.measure() == Measure.CONDITIONS
                                || point.measure() == Measure.RULES
                                || conditional.contains(point.id().split("\\.", 2)[0]))
                .flatMap(point -> of(point).stream());
    }

    private void add(Measure measure, String id, Goal goal) {
        goals.put(measure + " " + id, goal);
    }

    private void question(Question question) {
        var id = question.id() + ".";
        add(Measure.STEPS, question.id().value(), new Goal.Asked(question.id()));
        for (var one : question.type().options())
            add(Measure.OPTIONS, id + one.id(), option(question, one.id()));
        if (question.type() instanceof AnswerType.Consent
                || question.type() instanceof AnswerType.Confirm) {
            add(Measure.OPTIONS, id + "yes", gave(question, new Value.Decision(true)));
            add(Measure.OPTIONS, id + "no", gave(question, new Value.Decision(false)));
        }
        for (var status : question.openAnswers())
            add(
                    Measure.OPEN,
                    id + status.id(),
                    new Goal.Gave(question.id(), new Picked.Left(status)));
        for (var check : question.rules().checks())
            add(Measure.CHECKS, Points.check(question, check), new Goal.Asked(question.id()));
    }

    private static Goal option(Question question, String option) {
        if (question.type() instanceof AnswerType.Choice)
            return gave(question, new Value.Chosen(option, ""));
        var contains = new Condition.Contains(new Term.AnswerOf(question.id()), option);
        return new Goal.Judged(contains, Truth.TRUE);
    }

    private static Goal gave(Question question, Value value) {
        return new Goal.Gave(question.id(), new Picked.Given(value));
    }
}
