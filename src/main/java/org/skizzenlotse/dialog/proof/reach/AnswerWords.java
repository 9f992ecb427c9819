// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.reach;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.proof.space.Picked;
import org.skizzenlotse.dialog.proof.space.Way;

/// Says answers and ways in plain German: "Wer bei 'Träger' 'Unternehmen' wählt und …".
public final class AnswerWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.uuuu");

    /// More answers than this nobody reads in one sentence.
    private static final int ANSWERS_MAX = 8;

    private static final int TEXT_LENGTH_MAX = 40;

    private final Dialog dialog;

    /// In the words of this dialog.
    public AnswerWords(Dialog dialog) {
        this.dialog = dialog;
    }

    /// The way as the beginning of a sentence that goes on with what happens then; a yes to what
    /// everybody needs is not told.
    public String way(Way way) {
        var parts = new ArrayList<String>();
        way.facts()
                .forEach((fact, value) ->
                        parts.add("bei '" + label(fact) + "' " + plain(value) + " vorfindet"));
        way.answers()
                .forEach((step, picked) -> {
                    var question = dialog.question(step);
                    if (question.isPresent() && !isUsualYes(question.get(), picked))
                        parts.add(answer(question.get(), picked));
                });
        if (parts.isEmpty()) return "Wer irgendetwas antwortet";
        var shown = parts.size() > ANSWERS_MAX ? parts.subList(0, ANSWERS_MAX) : parts;
        return "Wer "
                + String.join(shown.size() > 2 ? ", " : " und ", shown)
                + (parts.size() > shown.size() ? ", …" : "");
    }

    private static boolean isUsualYes(Question question, Picked picked) {
        return question.isRequiredConsent()
                && picked.equals(new Picked.Given(new Value.Decision(true)));
    }

    private String label(String fact) {
        var kind = dialog.parts().facts().get(fact);
        return kind == null || kind.label().isEmpty() ? fact : kind.label();
    }

    private String answer(Question question, Picked picked) {
        var at = "bei " + name(question.id()) + " ";
        return switch (picked) {
            case Picked.Left(var status) -> {
                var words = question.wording().openTexts().getOrDefault(status, "");
                yield at + (words.isEmpty() ? status.id() : "'" + words + "'") + " offen lässt";
            }
            case Picked.Given(var value) -> at + given(question.id(), value);
        };
    }

    private String given(StepId step, Value value) {
        return switch (value) {
            case Value.Chosen _, Value.ChosenMany _ -> value(step, value) + " wählt";
            case Value.Decision(var yes) -> yes ? "Ja sagt" : "Nein sagt";
            case Value.Quantity _, Value.Money _, Value.Day _, Value.Lasting _, Value.Between _ ->
                    plain(value) + " angibt";
            case Value.Table(var rows) -> rows.size() + " Zeilen füllt";
            case Value.Files(var files) -> files.size() + " Dateien schickt";
            case Value.Text(var text) -> text.length() + " Zeichen schreibt";
            case Value.Contact _ -> "einen Kontakt nennt";
        };
    }

    /// The short name of a step in quotes.
    public String name(StepId step) {
        return dialog.question(step)
                .map(one -> "'" + one.wording().shortText() + "'")
                .orElse("'" + step + "'");
    }

    /// A value of a step, options by their words.
    public String value(StepId step, Value value) {
        return switch (value) {
            case Value.Chosen(var option, _) -> option(step, option);
            case Value.ChosenMany(var options, _) ->
                    options.isEmpty()
                            ? "nichts"
                            : options.stream()
                                    .map(one -> option(step, one))
                                    .collect(Collectors.joining(" und "));
            default -> plain(value);
        };
    }

    private String option(StepId step, String id) {
        var words = dialog.question(step).map(one -> one.wording().option(id)).orElse(null);
        if (words == null) return "'" + id + "'";
        return "'"
                + (words.text().length() > TEXT_LENGTH_MAX ? words.button() : words.text())
                + "'";
    }

    /// A value without its step.
    public String plain(Value value) {
        return switch (value) {
            case Value.Text(var text) -> "'" + text + "'";
            case Value.Chosen(var option, _) -> "'" + option + "'";
            case Value.ChosenMany(var options, _) -> List.copyOf(options).toString();
            case Value.Decision(var yes) -> yes ? "Ja" : "Nein";
            case Value.Quantity(var number) -> number.toPlainString().replace('.', ',');
            case Value.Money(var amount, _) -> amount.toPlainString().replace('.', ',') + " Euro";
            case Value.Day(var date) -> DAY.format(date);
            case Value.Between _, Value.Lasting _ -> value.size().toPlainString() + " Tage";
            case Value.Contact _ -> "einen Kontakt";
            case Value.Table _, Value.Files _ -> value.size().toPlainString();
        };
    }
}
