// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Column;
import org.skizzenlotse.dialog.AnswerType.Note;
import org.skizzenlotse.dialog.AnswerType.Option;
import org.skizzenlotse.dialog.AnswerType.Range;
import org.skizzenlotse.dialog.FileKinds;
import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Part;

/// Makes the answer type of a question from its keys.
final class TypeCompiler {
    private static final long KILOBYTE = 1_024;

    /// The most bytes of a file where the dialog sets none: what the paper form takes.
    private static final long FILE_SIZE_MAX = 96 * KILOBYTE * KILOBYTE;

    private static final int FILES_MAX = 5;
    private static final int ROWS_MAX = 50;
    private static final int CELL_LENGTH_MAX = 300;

    /// Keys that only some types have.
    private static final Map<String, Set<String>> KEYS =
            Map.ofEntries(
                    Map.entry("options", Set.of("choice", "multi")),
                    Map.entry("min", Set.of("multi", "number", "money", "table")),
                    Map.entry("max", Set.of("multi", "number", "money", "table")),
                    Map.entry("unit", Set.of("number")),
                    Map.entry("decimals", Set.of("number")),
                    Map.entry("max_length", Set.of("text", "long_text")),
                    Map.entry("columns", Set.of("table")),
                    Map.entry("accept", Set.of("file")),
                    Map.entry("max_size", Set.of("file")),
                    Map.entry("max_files", Set.of("file")),
                    Map.entry("purpose", Set.of("consent")),
                    Map.entry("notice", Set.of("consent")),
                    Map.entry("required", Set.of("consent")));

    private TypeCompiler() {}

    /// The type, or nothing where the file names none that exists.
    static Optional<AnswerType> type(Part step) {
        var type = step.text("type");
        if (!AnswerType.ids().contains(type)) return Optional.empty();
        KEYS.forEach((key, types) -> {
            if (step.has(key) && !types.contains(type)) misplaced(step, key, types);
        });
        return Optional.of(typed(type, step));
    }

    private static void misplaced(Part step, String key, Set<String> types) {
        step.at(key)
                .wrongKey(
                        "'" + key + "' gehört nicht zu type: " + step.text("type") + ".",
                        "Es gehört zu: " + String.join(", ", types.stream().sorted().toList()));
    }

    private static AnswerType typed(String type, Part step) {
        return switch (type) {
            case "text" ->
                    new AnswerType.Text(step.number("max_length", AnswerType.TEXT_LENGTH_MAX));
            case "long_text" ->
                    new AnswerType.LongText(
                            step.number("max_length", AnswerType.LONG_TEXT_LENGTH_MAX));
            case "choice" -> new AnswerType.Choice(options(step));
            case "multi" -> multi(step, options(step));
            case "number" ->
                    new AnswerType.Numeric(
                            range(step), step.number("decimals", 0), step.text("unit"));
            case "money" -> new AnswerType.Money(range(step));
            case "date" -> new AnswerType.Date();
            case "period" -> new AnswerType.Period();
            case "contact" -> new AnswerType.Contact();
            case "email" -> new AnswerType.Email();
            case "url" -> new AnswerType.Url();
            case "file" ->
                    new AnswerType.File(
                            accept(step),
                            sizeBytes(step.text("max_size")),
                            step.number("max_files", FILES_MAX));
            case "consent" -> consent(step);
            case "table" ->
                    new AnswerType.Table(
                            columns(step), step.number("min", 1), step.number("max", ROWS_MAX));
            default -> new AnswerType.Confirm();
        };
    }

    private static List<String> accept(Part step) {
        var endings = new ArrayList<String>();
        for (var kind : step.list("accept")) {
            var ending = FileKinds.ending(kind.text());
            if (!FileKinds.all().containsKey(ending))
                kind.wrong(
                        "Dateien der Art '" + kind.text() + "' nehmen wir nicht an.",
                        Nearest.questionOrAll(ending, FileKinds.all().keySet()));
            else if (!endings.contains(ending)) endings.add(ending);
        }
        return endings;
    }

    private static AnswerType consent(Part step) {
        if (step.text("purpose").isEmpty())
            step.wrong(
                    "Dieser Einwilligung fehlt 'purpose'.",
                    "Schreibt dazu, wozu sie gebraucht wird.");
        return new AnswerType.Consent(step.text("purpose"), step.flag("required"));
    }

    private static AnswerType multi(Part step, List<Option> options) {
        var min = step.number("min", 1);
        var max = step.number("max", options.size());
        if (min > max)
            step.at("min")
                    .wrong(
                            "Mindestens " + min + ", höchstens " + max + ": Das geht nicht auf.",
                            "min ist höchstens so groß wie max.");
        if (max > options.size())
            step.at("max")
                    .wrong(
                            "Es gibt nur " + options.size() + " zur Auswahl.",
                            "Lasst max weg, oder ergänzt options.");
        return new AnswerType.Multi(options, min, max);
    }

    private static List<Option> options(Part step) {
        var options = new ArrayList<Option>();
        var ids = new HashSet<String>();
        if (!step.has("options"))
            step.wrong(
                    "Dieser Frage fehlt 'options'.",
                    "Zu type: " + step.text("type") + " gehört die Liste der Auswahl.");
        for (var option : step.list("options")) {
            var id = option.text("id");
            if (!ids.add(id))
                option.at("id")
                        .wrong(
                                "Die Auswahl '" + id + "' gibt es schon.",
                                "Jede ID gibt es einmal.");
            else if (!id.isEmpty()) options.add(new Option(id, note(option)));
        }
        return options;
    }

    private static Note note(Part option) {
        return switch (option.text("note")) {
            case "required" -> Note.REQUIRED;
            case "optional" -> Note.OPTIONAL;
            default -> Note.NONE;
        };
    }

    private static List<Column> columns(Part step) {
        var columns = new ArrayList<Column>();
        var ids = new HashSet<String>();
        if (!step.has("columns"))
            step.wrong("Dieser Tabelle fehlt 'columns'.", "Nennt die Spalten mit id und text.");
        for (var column : step.list("columns")) {
            var id = column.text("id");
            if (!ids.add(id))
                column.at("id")
                        .wrong("Die Spalte '" + id + "' gibt es schon.", "Jede ID gibt es einmal.");
            else
                columns.add(
                        new Column(id, kind(column), column.number("max_length", CELL_LENGTH_MAX)));
        }
        return columns;
    }

    private static Column.Kind kind(Part column) {
        return switch (column.text("type")) {
            case "number" -> Column.Kind.NUMBER;
            case "money" -> Column.Kind.MONEY;
            case "date" -> Column.Kind.DATE;
            default -> Column.Kind.TEXT;
        };
    }

    private static Range range(Part step) {
        var range = new Range(decimal(step.at("min")), decimal(step.at("max")));
        if (range.min() != null && range.max() != null && range.min().compareTo(range.max()) > 0)
            step.at("min").wrong("min ist größer als max.", "Tauscht die beiden Zahlen.");
        return range;
    }

    private static @Nullable BigDecimal decimal(Part part) {
        return part.node().isNumber() ? new BigDecimal(part.node().asText()) : null;
    }

    private static long sizeBytes(String text) {
        var digits = text.replaceAll("\\D", "");
        if (digits.isEmpty()) return FILE_SIZE_MAX;
        var number = Long.parseLong(digits);
        var small = text.toLowerCase(Locale.ROOT);
        if (small.endsWith("mb")) return number * KILOBYTE * KILOBYTE;
        return small.endsWith("kb") ? number * KILOBYTE : number;
    }
}
