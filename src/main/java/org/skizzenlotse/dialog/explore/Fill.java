// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Option;
import org.skizzenlotse.dialog.Step.Check.Severity;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.talk.Coverage.Measure;
import org.skizzenlotse.dialog.talk.Coverage.Point;
import org.skizzenlotse.dialog.talk.Points;

/// Chooses answers where a way leaves them free: greedily what no talk has touched yet.
final class Fill {
    private final Set<String> missing = new HashSet<>();

    Fill(Set<Point> missing) {
        missing.forEach(one -> this.missing.add(key(one.measure(), one.id())));
    }

    private static String key(Measure measure, String id) {
        return measure + " " + id;
    }

    /// An answer to a free question.
    Move answer(Trial trial) {
        var question = trial.question();
        if (question.isRequiredConsent()) return Move.tap("yes");
        var all = new ArrayList<Move>();
        if (question.type() instanceof AnswerType.Multi multi) all.addAll(several(trial, multi));
        for (var option : question.type().options())
            if (question.type() instanceof AnswerType.Choice)
                all.add(Answers.tapping(question, List.of(option.id()), false));
        if (question.type() instanceof AnswerType.Consent
                || question.type() instanceof AnswerType.Confirm)
            all.addAll(List.of(Move.tap("yes"), Move.tap("no")));
        if (all.isEmpty()) all.add(Answers.sample(question));
        for (var status : question.openAnswers()) all.add(new Move.Left(status));
        var possible = all.stream().filter(trial::passes).toList();
        return possible.stream()
                .filter(move -> touchesNew(question, move))
                .findFirst()
                .or(() -> possible.stream().findFirst())
                .orElse(all.getFirst());
    }

    private boolean touchesNew(Question question, Move move) {
        return switch (move) {
            case Move.Tapped(var ids, _, _) -> ids.stream().anyMatch(id -> isMissing(question, id));
            case Move.Left(var status) ->
                    missing.contains(key(Measure.OPEN, question.id() + "." + status.id()));
            case Move.Wrote _, Move.Gave _, Move.Filed _ -> false;
        };
    }

    private boolean isMissing(Question question, String option) {
        return missing.contains(key(Measure.OPTIONS, question.id() + "." + option));
    }

    /// As many new options together as the checks let pass, then each alone.
    private List<Move> several(Trial trial, AnswerType.Multi multi) {
        var question = trial.question();
        var ids = multi.options().stream().map(Option::id).toList();
        var chosen = new ArrayList<String>();
        for (var id : ids) {
            if (!isMissing(question, id) || chosen.size() == multi.max()) continue;
            chosen.add(id);
            if (!trial.passes(Answers.tapping(question, chosen, true))) chosen.remove(id);
        }
        for (var id : ids) if (chosen.size() < multi.min() && !chosen.contains(id)) chosen.add(id);
        var moves = new ArrayList<Move>();
        if (!chosen.isEmpty())
            moves.add(
                    Answers.tapping(
                            question, ids.stream().filter(chosen::contains).toList(), true));
        if (multi.min() <= 1)
            ids.forEach(id -> moves.add(Answers.tapping(question, List.of(id), true)));
        else moves.add(Answers.tapping(question, ids.subList(0, multi.min()), true));
        return moves;
    }

    /// An answer at which a check speaks up that no talk has heard yet.
    Optional<Move> provoking(Trial trial) {
        var question = trial.question();
        for (var check : question.rules().checks()) {
            var id = Points.check(question, check);
            if (!missing.contains(key(Measure.CHECKS, id))) continue;
            var found =
                    Provoking.moves(question).stream()
                            .filter(move -> trial.fails(check, move))
                            .filter(move -> check.severity() == Severity.MUST || trial.passes(move))
                            .findFirst();
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }
}
