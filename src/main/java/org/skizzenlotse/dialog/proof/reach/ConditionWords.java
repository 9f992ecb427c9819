// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.reach;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Condition.Comparison;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.Value;

/// Says conditions in plain German, by the short names of steps and the words of options.
public final class ConditionWords {
    private final Dialog dialog;
    private final AnswerWords answers;

    /// In the words of this dialog.
    public ConditionWords(Dialog dialog) {
        this.dialog = dialog;
        this.answers = new AnswerWords(dialog);
    }

    /// The condition behind "wenn".
    public String of(Condition condition) {
        return switch (condition) {
            case Condition.And(var all) when all.isEmpty() -> "immer";
            case Condition.Or(var any) when any.isEmpty() -> "nie";
            case Condition.And(var all) -> joined(all, " und ");
            case Condition.Or(var any) -> joined(any, " oder ");
            case Condition.Not(var of) -> "nicht (" + of(of) + ")";
            case Condition.Named(var name, var means, _) ->
                    "„" + (means.isEmpty() ? name : means) + "“ gilt";
            case Condition.Answered(var step) -> name(step) + " beantwortet ist";
            case Condition.Open(var step) -> name(step) + " offen ist";
            case Condition.Equals(var left, var right) -> chosen(left, List.of(right));
            case Condition.In(var left, var values) -> chosen(left, values);
            case Condition.Contains(var many, var option) ->
                    chosen(many, List.of(new Value.Chosen(option, "")));
            case Condition.Compare(var left, var comparison, var right) ->
                    term(left) + " " + words(comparison) + " " + term(right) + " ist";
            case Condition.Holds(Term.Judged(var of)) -> of(of);
            case Condition.Holds(var term) -> term(term) + " Ja ist";
            case Condition.Matches(_, var pattern) ->
                    "der Text zu „" + pattern.pattern() + "“ passt";
        };
    }

    /// The short name of a step in quotes.
    public String name(StepId step) {
        return answers.name(step);
    }

    private String joined(List<Condition> parts, String by) {
        return parts.stream()
                .map(one ->
                        one instanceof Condition.And || one instanceof Condition.Or
                                ? "(" + of(one) + ")"
                                : of(one))
                .collect(Collectors.joining(by));
    }

    private String chosen(Term left, List<Value> values) {
        Function<Value, String> words =
                left instanceof Term.AnswerOf(var step)
                        ? value -> answers.value(step, value)
                        : answers::plain;
        return term(left)
                + " "
                + values.stream().map(words).collect(Collectors.joining(" oder "))
                + " ist";
    }

    private String term(Term term) {
        return switch (term) {
            case Term.Constant(var value) -> answers.plain(value);
            case Term.AnswerOf(var step) -> name(step);
            case Term.FactOf(var fact) -> {
                var kind = dialog.parts().facts().get(fact);
                yield "'" + (kind == null || kind.label().isEmpty() ? fact : kind.label()) + "'";
            }
            case Term.ThisValue() -> "die Antwort";
            case Term.SizeOf(var of) -> "die Zahl zu " + term(of);
            case Term.Computed(var name, _) -> {
                var computed = dialog.parts().computed().get(name);
                yield "'" + (computed == null ? name : computed.label()) + "'";
            }
            case Term.Judged(var condition) -> of(condition);
            case Term.Arithmetic(var left, var operator, var right) ->
                    term(left)
                            + switch (operator) {
                                case PLUS -> " + ";
                                case MINUS -> " - ";
                                case TIMES -> " * ";
                            }
                            + term(right);
        };
    }

    private static String words(Comparison comparison) {
        return switch (comparison) {
            case LESS -> "kleiner als";
            case LESS_OR_EQUAL -> "höchstens";
            case GREATER -> "größer als";
            case GREATER_OR_EQUAL -> "mindestens";
            case EQUAL -> "gleich";
            case DIFFERENT -> "anders als";
        };
    }
}
