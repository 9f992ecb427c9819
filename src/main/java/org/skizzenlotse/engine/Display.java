// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.Wording;

/// Answers in words, as people read them in one variant of a dialog.
public final class Display {
    private static final Pattern PUNCTUATION = Pattern.compile("[\\\\`*_{}\\[\\]()<>#+.!|~&-]");
    private static final Wording NO_WORDS =
            new Wording(
                    "",
                    "",
                    "",
                    "",
                    List.of(),
                    "",
                    Map.of(),
                    Map.of(),
                    List.of(),
                    "",
                    Wording.Marks.NONE,
                    "");

    private final Language language;
    private final String variant;

    /// In this variant, whose general words are those of the language.
    public Display(Language language, String variant) {
        this.language = language;
        this.variant = variant;
    }

    /// The variant in which texts of the dialog are shown.
    public String variant() {
        return variant;
    }

    /// An answer, open or not, as plain text.
    public String answer(Question question, Answer answer) {
        var wording = question.wording(variant);
        var value = answer.value();
        var removed = answer.removedOn();
        if (removed.isPresent()) return removed(removed.get());
        return value == null
                ? open(wording, openStatus(answer.status()))
                : value(question.type(), wording, value);
    }

    /// What stands where something was taken out on that day.
    public String removed(LocalDate day) {
        return language.word(Language.Word.REMOVED, language.day(day));
    }

    /// The words of an open answer: the step's own, or the general ones.
    public String open(Wording wording, OpenStatus status) {
        var own = wording.openTexts().get(status);
        return own == null ? language.open(status) : own;
    }

    private static OpenStatus openStatus(Answer.Status status) {
        return OpenStatus.of(status.id())
                .orElseThrow(() -> new IllegalStateException("is no open answer: " + status));
    }

    /// A value as plain text.
    public String value(AnswerType type, Wording wording, Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Chosen(var option, var note) ->
                    withNote(wording.option(option).text(), note);
            case Value.ChosenMany(var options, var notes) ->
                    String.join(
                            "; ",
                            options.stream()
                                    .map(id ->
                                            withNote(
                                                    wording.option(id).text(),
                                                    notes.getOrDefault(id, "")))
                                    .toList());
            case Value.Decision(var yes) -> language.decision(yes);
            case Value.Quantity(var number) -> quantity(number, unit(type, wording));
            case Value.Money(var amount, _) -> language.amount(amount);
            case Value.Day(var date) -> language.day(date);
            case Value.Between(var from, var to) -> language.between(from, to);
            case Value.Lasting(var length, var unit) -> language.lasting(length, unit);
            case Value.Contact contact -> contact(contact);
            case Value.Table(var rows) -> rows(rows, wording);
            case Value.Files(var files) -> language.files(files);
        };
    }

    /// A file with the name of the question that it belongs to (empty: none), as plain text.
    public String file(Value.File file, String about) {
        return language.file(file, about);
    }

    /// A fact of the installation as plain text.
    public String fact(Value value) {
        return value(new AnswerType.Confirm(), NO_WORDS, value);
    }

    private static String withNote(String text, String note) {
        return note.isEmpty() ? text : text + ": " + note;
    }

    private static String unit(AnswerType type, Wording wording) {
        if (!wording.unit().isEmpty()) return wording.unit();
        return type instanceof AnswerType.Numeric(_, _, var unit) ? unit : "";
    }

    private String quantity(BigDecimal number, String unit) {
        return unit.isEmpty() ? language.number(number) : language.number(number) + " " + unit;
    }

    private static String contact(Value.Contact contact) {
        var given = new ArrayList<String>();
        for (var part : List.of(contact.name(), contact.role(), contact.email(), contact.phone()))
            if (!part.isEmpty()) given.add(part);
        return String.join(", ", given);
    }

    private static String rows(List<Map<String, String>> rows, Wording wording) {
        return String.join(
                "\n",
                rows.stream()
                        .map(row ->
                                String.join(
                                        ", ",
                                        row.entrySet().stream()
                                                .filter(cell -> !cell.getValue().isEmpty())
                                                .map(cell -> cell(cell, wording))
                                                .toList()))
                        .toList());
    }

    private static String cell(Map.Entry<String, String> cell, Wording wording) {
        return wording.option(cell.getKey()).text() + ": " + cell.getValue();
    }

    /// Plain text made safe inside the Markdown subset: nothing in it is a mark.
    public static String escape(String plain) {
        return PUNCTUATION
                .matcher(plain)
                .replaceAll(match -> Matcher.quoteReplacement("\\" + match.group()));
    }

    /// Shortens to one line of at most so many characters.
    public static String brief(String plain, int length) {
        var line = plain.replace('\n', ' ');
        if (line.codePointCount(0, line.length()) <= length) return line;
        return line.substring(0, line.offsetByCodePoints(0, length - 1)).strip() + "…";
    }
}
