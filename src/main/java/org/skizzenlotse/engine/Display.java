// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.Value.Lasting.Unit;
import org.skizzenlotse.dialog.Wording;

/// Answers in words, as people read them.
public final class Display {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMANY);
    private static final Pattern PUNCTUATION = Pattern.compile("[\\\\`*_{}\\[\\]()<>#+.!|~&-]");
    private static final Map<OpenStatus, String> OPEN =
            Map.of(
                    OpenStatus.UNKNOWN, "Das wissen wir noch nicht",
                    OpenStatus.LATER, "Das ergänzen wir später",
                    OpenStatus.REFUSED, "Dazu möchten wir nichts sagen",
                    OpenStatus.NOT_APPLICABLE, "Das trifft auf uns nicht zu");

    private static final Wording NO_WORDS =
            new Wording("", "", "", "", List.of(), "", Map.of(), Map.of(), List.of(), "");

    private Display() {}

    /// An answer, open or not, as plain text.
    public static String answer(Question question, Answer answer, String variant) {
        var wording = question.wording(variant);
        var value = answer.value();
        return value == null
                ? open(wording, openStatus(answer.status()))
                : value(question.type(), wording, value);
    }

    /// The words of an open answer: the step's own, or the general ones.
    public static String open(Wording wording, OpenStatus status) {
        return wording.openTexts().getOrDefault(status, OPEN.getOrDefault(status, status.id()));
    }

    private static OpenStatus openStatus(Answer.Status status) {
        return OpenStatus.of(status.id())
                .orElseThrow(() -> new IllegalStateException("is no open answer: " + status));
    }

    /// A value as plain text.
    public static String value(AnswerType type, Wording wording, Value value) {
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
            case Value.Decision(var yes) -> yes ? "Ja" : "Nein";
            case Value.Quantity(var number) -> quantity(number, type);
            case Value.Money(var amount, _) -> money(amount) + " Euro";
            case Value.Day(var date) -> day(date);
            case Value.Between(var from, var to) -> day(from) + " bis " + day(to);
            case Value.Lasting(var length, var unit) -> length + " " + unit(unit, length);
            case Value.Contact contact -> contact(contact);
            case Value.Table(var rows) -> rows(rows, wording);
            case Value.Files(var ids) -> ids.size() == 1 ? "1 Datei" : ids.size() + " Dateien";
        };
    }

    /// A fact of the installation as plain text.
    public static String fact(Value value) {
        return value(new AnswerType.Confirm(), NO_WORDS, value);
    }

    private static String withNote(String text, String note) {
        return note.isEmpty() ? text : text + ": " + note;
    }

    private static String quantity(BigDecimal number, AnswerType type) {
        var unit = type instanceof AnswerType.Numeric(_, _, var words) ? words : "";
        return unit.isEmpty() ? number(number) : number(number) + " " + unit;
    }

    private static String number(BigDecimal number) {
        return new DecimalFormat(
                        "#,##0.##########", DecimalFormatSymbols.getInstance(Locale.GERMANY))
                .format(number);
    }

    private static String money(BigDecimal amount) {
        var digits = amount.scale() > 0 ? "#,##0.00" : "#,##0";
        return new DecimalFormat(digits, DecimalFormatSymbols.getInstance(Locale.GERMANY))
                .format(amount);
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }

    private static String unit(Unit unit, int length) {
        var one = length == 1;
        return switch (unit) {
            case DAYS -> one ? "Tag" : "Tage";
            case WEEKS -> one ? "Woche" : "Wochen";
            case MONTHS -> one ? "Monat" : "Monate";
            case YEARS -> one ? "Jahr" : "Jahre";
        };
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
