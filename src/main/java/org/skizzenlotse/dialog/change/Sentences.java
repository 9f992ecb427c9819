// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;

/// Changes in the words of authors: "Frage C3 („Rechtliches“): zwei neue Möglichkeiten, Hilfe
/// geändert".
final class Sentences {
    private static final List<String> NUMBERS =
            List.of("keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht");

    private final Dialog before;
    private final Dialog after;

    Sentences(Dialog before, Dialog after) {
        this.before = before;
        this.after = after;
    }

    List<String> of(List<Change> changes) {
        var steps = new LinkedHashMap<StepId, List<String>>();
        var parts = new EnumMap<Part, List<String>>(Part.class);
        var notices = 0;
        for (var change : changes)
            switch (change) {
                case Change.OfStep one ->
                        steps.computeIfAbsent(one.step(), _ -> new ArrayList<>()).add(words(one));
                case Change.Notices(var said) -> notices += said.size();
                case Change.OfPart(var part, var name, var meaning) -> {
                    var words = parts.computeIfAbsent(part, _ -> new ArrayList<>());
                    words.add(name.isEmpty() ? how(meaning) : name + " " + how(meaning));
                }
            }
        var sentences = new ArrayList<String>();
        steps.forEach(
                (step, words) -> sentences.add(label(step) + ": " + String.join(", ", words)));
        if (notices > 0)
            sentences.add(
                    "Hinweise zwischendurch: " + count(notices, "Text", "Texte") + " geändert");
        for (Map.Entry<Part, List<String>> part : parts.entrySet())
            sentences.add(part.getKey().german() + ": " + String.join(", ", part.getValue()));
        return sentences;
    }

    private static String how(boolean meaning) {
        return meaning ? "in der Bedeutung geändert" : "geändert";
    }

    /// "Frage C3 („Rechtliches“)", or by its ID where it belongs to no question of the catalogue.
    String label(StepId step) {
        var question = after.question(step).or(() -> before.question(step));
        var name = question.map(one -> one.wording().shortText()).orElse("");
        var called =
                question.map(Question::origin).orElse(null) instanceof Step.Origin.Catalogue(var id)
                        ? id
                        : step.value();
        return name.isEmpty() ? "Frage " + called : "Frage " + called + " („" + name + "“)";
    }

    private String words(Change.OfStep change) {
        return switch (change) {
            case Change.Words(_, var fields) ->
                    fields.stream()
                                    .sorted()
                                    .map(Change.Field::german)
                                    .collect(Collectors.joining(", "))
                            + " geändert";
            case Change.ConsentWords _ -> "der Text der Einwilligung ist ein anderer";
            case Change.OptionsNew(_, var options) -> {
                var many = count(options.size(), "neue Möglichkeit", "neue Möglichkeiten");
                yield many + " (" + String.join(", ", options) + ")";
            }
            case Change.OptionGone(var step, var option) ->
                    "die Möglichkeit " + option + words(step, option) + " gibt es nicht mehr";
            case Change.OptionNote(_, var option, var stricter) ->
                    stricter
                            ? "die Worte neben " + option + " sind anders geregelt"
                            : "Worte neben " + option + " sind möglich";
            case Change.Type(_, var one, var other) -> "Art geändert von " + one + " in " + other;
            case Change.Limits(_, var stricter) ->
                    stricter ? "Grenzen enger oder anders" : "Grenzen weiter";
            case Change.Checked(_, var stricter) ->
                    stricter ? "Prüfung neu oder anders" : "Prüfung entfällt";
            case Change.Needed(_, var now) -> now ? "jetzt Pflicht" : "nicht mehr Pflicht";
            case Change.OpenAnswers(_, var fewer) ->
                    fewer ? "weniger offene Antworten möglich" : "mehr offene Antworten möglich";
            case Change.Relevance _ -> "Bedingung geändert (when)";
            case Change.Standing(_, var of) -> of.german();
            case Change.Place _ -> "steht an anderer Stelle";
            case Change.StepNew(_, var binding) -> binding ? "neu und Pflicht" : "neu";
            case Change.StepGone _ -> "entfällt";
        };
    }

    private String words(StepId step, String option) {
        Optional<Question> question = before.question(step);
        return question.map(one -> one.wording().option(option).text())
                .filter(text -> !text.equals(option))
                .map(text -> " („" + text + "“)")
                .orElse("");
    }

    private static String count(int number, String one, String several) {
        var word = number < NUMBERS.size() ? NUMBERS.get(number) : String.valueOf(number);
        return word + " " + (number == 1 ? one : several);
    }
}
