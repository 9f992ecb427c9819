// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.graph;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Condition.Comparison;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.Wording;

/// A condition in German, for authors: names of questions and options as people read them.
public final class ConditionWords {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN);

    private final Dialog dialog;

    /// With the names of this dialog.
    public ConditionWords(Dialog dialog) {
        this.dialog = dialog;
    }

    /// "„Träger“ ist „Unternehmen“ und …"; empty for what always holds. A named condition is said
    /// in its own words where it has some.
    public String of(Condition condition) {
        return say(condition, false);
    }

    private String say(Condition condition, boolean inside) {
        return switch (condition) {
            case Condition.And(var all) -> joined(all, " und ", inside);
            case Condition.Or(var any) -> joined(any, " oder ", inside);
            case Condition.Not(var of) -> not(of);
            case Condition.Named(_, var means, var is) ->
                    means.isBlank() ? say(is, inside) : "es gilt: " + means;
            case Condition.Equals(var left, var right) -> term(left) + " ist " + value(left, right);
            case Condition.In(var left, var values) -> term(left) + " ist " + values(left, values);
            case Condition.Contains(var many, var option) ->
                    term(many) + " enthält " + value(many, new Value.Chosen(option, ""));
            case Condition.Compare(var left, var how, var right) ->
                    term(left) + " ist " + words(how) + " " + term(right);
            case Condition.Answered(var step) -> name(step) + " ist beantwortet";
            case Condition.Open(var step) -> name(step) + " ist offen";
            case Condition.Holds(var term) -> term(term) + " ist Ja";
            case Condition.Matches(var text, var pattern) ->
                    term(text) + " passt zum Muster " + pattern.pattern();
        };
    }

    private String joined(List<Condition> all, String with, boolean inside) {
        var text =
                all.stream().map(one -> say(one, all.size() > 1)).collect(Collectors.joining(with));
        return inside && all.size() > 1 ? "(" + text + ")" : text;
    }

    private String not(Condition of) {
        return switch (of) {
            case Condition.Equals(var left, var right) ->
                    term(left) + " ist nicht " + value(left, right);
            case Condition.In(var left, var values) ->
                    term(left) + " ist weder " + values(left, values).replace(" oder ", " noch ");
            case Condition.Contains(var many, var option) ->
                    term(many) + " enthält nicht " + value(many, new Value.Chosen(option, ""));
            case Condition.Answered(var step) -> name(step) + " ist nicht beantwortet";
            case Condition.Open(var step) -> name(step) + " ist nicht offen";
            case Condition.Holds(var term) -> term(term) + " ist Nein";
            case Condition.And _, Condition.Or _, Condition.Not _, Condition.Named _ ->
                    "es gilt nicht: " + say(of, true);
            case Condition.Compare _, Condition.Matches _ -> "es gilt nicht: " + say(of, true);
        };
    }

    private static String words(Comparison how) {
        return switch (how) {
            case LESS -> "kleiner als";
            case LESS_OR_EQUAL -> "höchstens";
            case GREATER -> "größer als";
            case GREATER_OR_EQUAL -> "mindestens";
            case EQUAL -> "genau";
            case DIFFERENT -> "nicht genau";
        };
    }

    private String term(Term term) {
        return switch (term) {
            case Term.Constant(var value) -> constant(value);
            case Term.AnswerOf(var step) -> name(step);
            case Term.FactOf(var fact) -> quoted(label(fact));
            case Term.ThisValue() -> "die Antwort";
            case Term.SizeOf(var of) -> "die Größe von " + term(of);
            case Term.Computed(var name, _) -> quoted(computed(name));
            case Term.Judged(var condition) -> "(" + say(condition, false) + ")";
            case Term.Arithmetic(var left, var operator, var right) ->
                    term(left) + " " + sign(operator) + " " + term(right);
        };
    }

    private static String sign(Term.Operator operator) {
        return switch (operator) {
            case PLUS -> "plus";
            case MINUS -> "minus";
            case TIMES -> "mal";
        };
    }

    private String values(Term of, List<Value> values) {
        return values.stream().map(one -> value(of, one)).collect(Collectors.joining(" oder "));
    }

    private String value(Term of, Value value) {
        if (value instanceof Value.Chosen(var option, _) && of instanceof Term.AnswerOf(var step))
            return quoted(option(step, option));
        return constant(value);
    }

    private static String constant(Value value) {
        return switch (value) {
            case Value.Text(var text) -> quoted(text);
            case Value.Chosen(var option, _) -> quoted(option);
            case Value.ChosenMany(var options, _) -> quoted(String.join(", ", options));
            case Value.Decision(var yes) -> yes ? "Ja" : "Nein";
            case Value.Quantity(var number) -> plain(number);
            case Value.Money(var amount, var currency) -> plain(amount) + " " + currency;
            case Value.Day(var day) -> DAY.format(day);
            case Value.Lasting lasting -> plain(lasting.size()) + " Tage";
            case Value.Between between -> plain(between.size()) + " Tage";
            case Value.Contact _, Value.Table _, Value.Files _ -> "…";
        };
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /// The short name of a question in quotation marks.
    String name(StepId step) {
        return quoted(
                dialog.question(step)
                        .map(Question::wording)
                        .map(Wording::shortText)
                        .filter(text -> !text.isBlank())
                        .orElse(step.value()));
    }

    private String option(StepId step, String option) {
        return dialog.question(step).map(one -> one.wording().option(option).text()).orElse(option);
    }

    private String label(String fact) {
        var kind = dialog.parts().facts().get(fact);
        return kind == null ? fact : kind.label();
    }

    private String computed(String name) {
        var found = dialog.parts().computed().get(name);
        return found == null ? name : found.label();
    }

    private static String quoted(String text) {
        return "„" + text + "“";
    }
}
