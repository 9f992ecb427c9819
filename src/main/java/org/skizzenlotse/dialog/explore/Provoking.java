// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Option;
import org.skizzenlotse.dialog.AnswerType.Range;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.Value;

/// Answers that fit the type of a question and that a check may not like.
final class Provoking {
    /// Longer words would hide what a talk is about.
    private static final int WORDS_LENGTH_MAX = 200;

    /// Words that are short, no words, or of a kind that a pattern may look for.
    private static final List<String> WORDS =
            List.of(
                    "So",
                    "-",
                    "?",
                    "1",
                    "so etwas",
                    "kim@verein.example",
                    "https://verein.example");

    private Provoking() {}

    static List<Move> moves(Question question) {
        return switch (question.type()) {
            case AnswerType.Multi(var options, var min, var max) ->
                    several(question, options.stream().map(Option::id).toList(), min, max);
            case AnswerType.Choice(var options) ->
                    options.stream()
                            .map(one -> Answers.tapping(question, List.of(one.id()), false))
                            .toList();
            case AnswerType.Numeric(var range, _, _) -> numbers(question, range);
            case AnswerType.Money(var range) -> numbers(question, range);
            case AnswerType.Text(var max) -> words(question, max);
            case AnswerType.LongText(var max) -> words(question, max);
            case AnswerType.Confirm _, AnswerType.Consent _ ->
                    List.of(Move.tap("yes"), Move.tap("no"));
            case AnswerType.Date _, AnswerType.Period _, AnswerType.Contact _ -> List.of();
            case AnswerType.Email _, AnswerType.Url _, AnswerType.File _ -> List.of();
            case AnswerType.Table _ -> List.of();
        };
    }

    /// Each alone, each with each other, and all.
    private static List<Move> several(Question question, List<String> ids, int min, int max) {
        var sets = new ArrayList<List<String>>();
        for (var id : ids) sets.add(List.of(id));
        for (int i = 0; i < ids.size(); i++)
            for (int j = i + 1; j < ids.size(); j++) sets.add(List.of(ids.get(i), ids.get(j)));
        sets.add(ids);
        return sets.stream()
                .filter(one -> one.size() >= min && one.size() <= max)
                .map(one -> Answers.tapping(question, one, true))
                .toList();
    }

    /// The numbers at which checks change their mind, and those beside them.
    private static List<Move> numbers(Question question, Range range) {
        var numbers = new TreeSet<BigDecimal>();
        for (var constant : constants(question))
            for (int beside = -1; beside <= 1; beside++)
                numbers.add(constant.add(BigDecimal.valueOf(beside)));
        return numbers.stream()
                .filter(range::holds)
                .filter(one -> one.signum() >= 0)
                .map(one -> (Move) new Move.Wrote(Answers.plain(one)))
                .toList();
    }

    private static List<Move> words(Question question, int max) {
        var moves = new ArrayList<Move>();
        for (var constant : constants(question))
            for (int beside = -1; beside <= 1; beside++) {
                var length = constant.intValue() + beside;
                if (length > 0 && length <= Math.min(max, WORDS_LENGTH_MAX))
                    moves.add(new Move.Wrote("So ".repeat(length / 3 + 1).substring(0, length)));
            }
        for (var text : WORDS) if (text.length() <= max) moves.add(new Move.Wrote(text));
        return moves;
    }

    private static List<BigDecimal> constants(Question question) {
        var found = new ArrayList<BigDecimal>();
        question.rules().checks().forEach(check -> collect(check.holds(), found));
        return found;
    }

    private static void collect(Condition condition, List<BigDecimal> found) {
        switch (condition) {
            case Condition.And(var all) -> all.forEach(one -> collect(one, found));
            case Condition.Or(var any) -> any.forEach(one -> collect(one, found));
            case Condition.Not(var of) -> collect(of, found);
            case Condition.Named(_, _, var is) -> collect(is, found);
            case Condition.Compare(var left, _, var right) -> {
                collect(left, found);
                collect(right, found);
            }
            case Condition.Equals(_, var value) -> collect(new Term.Constant(value), found);
            case Condition.In(_, var values) ->
                    values.forEach(value -> collect(new Term.Constant(value), found));
            case Condition.Contains _, Condition.Answered _, Condition.Open _ -> {}
            case Condition.Holds _, Condition.Matches _ -> {}
        }
    }

    private static void collect(Term term, List<BigDecimal> found) {
        if (term instanceof Term.Constant(var value)
                && (value instanceof Value.Quantity || value instanceof Value.Money))
            found.add(value.size());
    }
}
