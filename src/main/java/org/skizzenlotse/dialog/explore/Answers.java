// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Column;
import org.skizzenlotse.dialog.AnswerType.Note;
import org.skizzenlotse.dialog.AnswerType.Option;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Value;

/// Answers as people give them: the move that gives a value, and samples for what may be anything.
final class Answers {
    private static final String NOTE = "Das erzählen wir gern im Gespräch.";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.uuuu");
    private static final LocalDate SOME_DAY = LocalDate.of(2027, 6, 30);

    private Answers() {}

    /// The move that gives this value to the question.
    static Move giving(Question question, Value value) {
        return switch (value) {
            case Value.Chosen(var option, _) -> tapping(question, List.of(option), false);
            case Value.ChosenMany(var options, _) -> tapping(question, options, true);
            case Value.Decision(var yes) -> Move.tap(yes ? "yes" : "no");
            case Value.Text(var text) -> new Move.Wrote(text);
            case Value.Quantity(var number) -> new Move.Wrote(plain(number));
            case Value.Money(var amount, _) -> new Move.Wrote(plain(amount));
            case Value.Day(var day) -> new Move.Wrote(DAY.format(day));
            case Value.Between(var from, var to) ->
                    new Move.Gave(Map.of("from", DAY.format(from), "to", DAY.format(to)));
            case Value.Lasting(var length, var unit) ->
                    new Move.Gave(Map.of("length", String.valueOf(length), "unit", unit.id()));
            case Value.Contact _ -> sample(question);
            case Value.Table(var rows) -> rows(question, rows.size());
            case Value.Files(var files) -> files(question, files.size());
        };
    }

    /// Options of it, with words beside them where one asks for some.
    static Move tapping(Question question, List<String> ids, boolean many) {
        var needs =
                question.type().options().stream()
                        .filter(one -> ids.contains(one.id()))
                        .map(Option::note)
                        .anyMatch(Note.REQUIRED::equals);
        return new Move.Tapped(ids, needs ? NOTE : "", many);
    }

    /// An answer that fits the type, for questions without options.
    static Move sample(Question question) {
        return switch (question.type()) {
            case AnswerType.Text(var max) -> words(question, max);
            case AnswerType.LongText(var max) -> words(question, max);
            case AnswerType.Choice(var options) ->
                    tapping(question, List.of(options.getFirst().id()), false);
            case AnswerType.Multi(var options, var min, _) ->
                    tapping(question, ids(options).subList(0, Math.max(1, min)), true);
            case AnswerType.Numeric(var range, _, _) -> new Move.Wrote(plain(within(range, 3)));
            case AnswerType.Money(var range) -> new Move.Wrote(plain(within(range, 1_500)));
            case AnswerType.Date() -> new Move.Wrote(DAY.format(SOME_DAY));
            case AnswerType.Period() ->
                    new Move.Gave(Map.of("length", "3", "unit", Value.Lasting.Unit.MONTHS.id()));
            case AnswerType.Contact() ->
                    new Move.Gave(
                            Map.of(
                                    "name",
                                    "Kim Muster",
                                    "email",
                                    "kim@verein.example",
                                    "phone",
                                    "030 1234567"));
            case AnswerType.Email() -> new Move.Wrote("kim@verein.example");
            case AnswerType.Url() -> new Move.Wrote("https://verein.example");
            case AnswerType.File _ -> files(question, 1);
            case AnswerType.Consent _, AnswerType.Confirm _ -> Move.tap("yes");
            case AnswerType.Table(_, var min, _) -> rows(question, Math.max(1, min));
        };
    }

    private static List<String> ids(List<Option> options) {
        return options.stream().map(Option::id).toList();
    }

    /// The first example, where it fits, because that is how people write.
    private static Move words(Question question, int max) {
        return new Move.Wrote(
                question.wording().examples().stream()
                        .filter(one -> one.length() <= max && one.contains(" "))
                        .findFirst()
                        .orElse(NOTE.length() <= max ? NOTE : "So".substring(0, Math.min(2, max))));
    }

    private static BigDecimal within(AnswerType.Range range, int wanted) {
        var number = BigDecimal.valueOf(wanted);
        if (range.holds(number)) return number;
        var min = range.min();
        var max = range.max();
        if (min != null && number.compareTo(min) < 0) return min;
        return max == null ? number : max;
    }

    static String plain(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private static Move files(Question question, int count) {
        var ending = ending(question);
        var names = new ArrayList<String>();
        for (int i = 1; i <= count; i++) names.add("unterlage" + i + "." + ending);
        return new Move.Filed(names);
    }

    private static String ending(Question question) {
        return question.type() instanceof AnswerType.File(var accept, _, _) && !accept.isEmpty()
                ? accept.getFirst()
                : "pdf";
    }

    private static Move rows(Question question, int count) {
        var rows = new ArrayList<Map<String, String>>();
        if (question.type() instanceof AnswerType.Table(var columns, _, _))
            for (int i = 1; i <= count; i++) {
                var row = new LinkedHashMap<String, String>();
                for (var column : columns) row.put(column.id(), cell(column, i));
                rows.add(row);
            }
        return new Move.Gave(Map.of("rows", rows));
    }

    private static String cell(Column column, int row) {
        return switch (column.kind()) {
            case TEXT -> "Zeile " + row;
            case NUMBER, MONEY -> String.valueOf(row);
            case DATE -> DAY.format(SOME_DAY.plusDays(row));
        };
    }

    /// The value that a move gives, as far as conditions can read it.
    static java.util.Optional<Value> value(Question question, Move move) {
        return java.util.Optional.ofNullable(
                switch (move) {
                    case Move.Tapped(var ids, var note, var many) -> {
                        if (question.type() instanceof AnswerType.Consent
                                || question.type() instanceof AnswerType.Confirm)
                            yield new Value.Decision(ids.equals(List.of("yes")));
                        yield many
                                ? new Value.ChosenMany(ids, Map.of())
                                : new Value.Chosen(ids.getFirst(), note);
                    }
                    case Move.Wrote(var text) ->
                            switch (question.type()) {
                                case AnswerType.Numeric _ -> new Value.Quantity(number(text));
                                case AnswerType.Money _ -> new Value.Money(number(text), "EUR");
                                case AnswerType.Date _ -> new Value.Day(LocalDate.parse(text, DAY));
                                default -> new Value.Text(text);
                            };
                    case Move.Left _, Move.Gave _, Move.Filed _ -> null;
                });
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }
}
