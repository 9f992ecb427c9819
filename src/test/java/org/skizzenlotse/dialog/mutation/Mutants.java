// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.mutation.Mutant.Change;
import org.skizzenlotse.dialog.mutation.Mutant.Place;

/// Every way in which one thing of a file can be broken: deleted, swapped with its neighbour,
/// negated, renamed, or replaced by another value that the schema knows.
final class Mutants {
    private static final Pattern ID = Pattern.compile("\\b(ask|say|id|detail_of): ([a-z_0-9]+)");
    private static final Pattern LIST = Pattern.compile("\\b(from|open|internal): \\[([a-z_0-9]+)");
    private static final Pattern NAMED = Pattern.compile(": (true|false)\\}");
    private static final Pattern OPTION =
            Pattern.compile("(?:when|is): .*?(?:: |\\[|')([a-z_0-9]+)(?:'|,|\\]|\\})");
    private static final Set<String> CONDITIONS = Set.of("when", "is", "must");
    private static final Map<String, List<String>> VALUES =
            Map.of(
                    "light", List.of("red", "yellow", "green"),
                    "type", List.of("choice", "multi", "text", "number", "confirm"),
                    "needed", List.of("submit", "optional"),
                    "required", List.of("true", "false"),
                    "personal", List.of("true", "false"),
                    "after", List.of("idee", "weg", "blick"),
                    "catalogue", List.of("A1", "B2", "none"));

    private final String file;
    private final Lines lines;
    private final List<Mutant> all = new ArrayList<>();

    private Mutants(String file, String content) {
        this.file = file;
        this.lines = Lines.of(content);
    }

    static List<Mutant> of(String file, String content) {
        var mutants = new Mutants(file, content);
        for (int line = 0; line < mutants.lines.lines().size(); line++)
            if (mutants.lines.isContent(line)) mutants.line(line);
        return mutants.all;
    }

    private void line(int line) {
        var key = lines.isItem(line) ? lines.parent(line) + "[]" : lines.key(line);
        if (key.isEmpty()) return;
        int end = lines.end(line);
        add(Change.DELETE, key, line, lines.without(line, end));
        if (lines.isItem(line)
                && end < lines.lines().size()
                && lines.isContent(end)
                && lines.isItem(end)
                && lines.indent(end) == lines.indent(line))
            add(Change.SWAP, key, line, lines.swapped(line, end, lines.end(end)));
        var text = lines.lines().get(line);
        negate(line, text);
        rename(line, text);
        replace(line, text);
    }

    private void negate(int line, String text) {
        var key = lines.key(line);
        if (!CONDITIONS.contains(key) && !text.contains("must: \"")) return;
        var named = NAMED.matcher(text);
        if (named.find()) {
            var contrary = named.group(1).equals("true") ? "false" : "true";
            add(
                    Change.NEGATE,
                    key,
                    line,
                    lines.with(line, named.replaceFirst(": " + contrary + "}")));
        } else if (text.matches(".*(when|is|must): \"[^\"]*\".*"))
            add(
                    Change.NEGATE,
                    key,
                    line,
                    lines.with(
                            line,
                            text.replaceFirst("(when|is|must): \"([^\"]*)\"", "$1: \"!($2)\"")));
    }

    private void rename(int line, String text) {
        for (var pattern : List.of(ID, LIST)) {
            var found = pattern.matcher(text);
            if (found.find())
                add(
                        Change.RENAME,
                        found.group(1),
                        line,
                        lines.with(
                                line,
                                text.substring(0, found.start(2))
                                        + found.group(2)
                                        + "x"
                                        + text.substring(found.end(2))));
        }
        var option = OPTION.matcher(text);
        if (option.find())
            add(
                    Change.RENAME,
                    "when",
                    line,
                    lines.with(
                            line,
                            text.substring(0, option.end(1))
                                    + "x"
                                    + text.substring(option.end(1))));
    }

    private void replace(int line, String text) {
        for (var value : VALUES.entrySet()) {
            var found =
                    Pattern.compile("\\b" + value.getKey() + ": ([A-Za-z0-9]+)\\b").matcher(text);
            if (!found.find() || !value.getValue().contains(found.group(1))) continue;
            var others = value.getValue();
            var next = others.get((others.indexOf(found.group(1)) + 1) % others.size());
            add(
                    Change.REPLACE,
                    value.getKey(),
                    line,
                    lines.with(
                            line,
                            text.substring(0, found.start(1))
                                    + next
                                    + text.substring(found.end(1))));
        }
    }

    private void add(Change change, String key, int line, Lines broken) {
        all.add(new Mutant(change, key, new Place(file, line + 1), broken.text()));
    }
}
