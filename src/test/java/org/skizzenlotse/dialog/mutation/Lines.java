// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The lines of a YAML file with the blocks that their indentation makes.
record Lines(List<String> lines) {
    private static final Pattern KEY = Pattern.compile("^ *(?:- )?\\{?([a-z_]+):.*");

    Lines {
        lines = List.copyOf(lines);
    }

    static Lines of(String content) {
        return new Lines(content.lines().toList());
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    int indent(int line) {
        var text = lines.get(line);
        return text.length() - text.stripLeading().length();
    }

    boolean isContent(int line) {
        var text = lines.get(line).strip();
        return !text.isEmpty() && !text.startsWith("#");
    }

    boolean isItem(int line) {
        return lines.get(line).stripLeading().startsWith("- ");
    }

    /// The key that the line begins with, or nothing.
    String key(int line) {
        var found = KEY.matcher(lines.get(line));
        return found.matches() ? found.group(1) : "";
    }

    /// The first line behind the block that begins here.
    int end(int line) {
        int end = line + 1;
        while (end < lines.size() && (!isContent(end) || indent(end) > indent(line))) end++;
        while (end > line + 1 && !isContent(end - 1)) end--;
        return end;
    }

    /// Where a line belongs: the key of the block around it.
    String parent(int line) {
        for (int above = line - 1; above >= 0; above--)
            if (isContent(above) && indent(above) < indent(line) && !key(above).isEmpty())
                return key(above);
        return "";
    }

    Lines without(int from, int to) {
        var rest = new ArrayList<>(lines.subList(0, from));
        rest.addAll(lines.subList(to, lines.size()));
        return new Lines(rest);
    }

    /// Two blocks one after the other, the other way round.
    Lines swapped(int first, int second, int end) {
        var all = new ArrayList<>(lines.subList(0, first));
        all.addAll(lines.subList(second, end));
        all.addAll(lines.subList(first, second));
        all.addAll(lines.subList(end, lines.size()));
        return new Lines(all);
    }

    Lines with(int line, String text) {
        var all = new ArrayList<>(lines);
        all.set(line, text);
        return new Lines(all);
    }
}
