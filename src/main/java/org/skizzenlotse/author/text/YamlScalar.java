// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.text;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.source.Findings;
import org.skizzenlotse.dialog.source.YamlReader;

/// How a text is written in YAML so that people can go on working with it: bare where that says the
/// same, folded where it is long, line by line where it has lines.
final class YamlScalar {
    /// How far something stands in below its key.
    static final int INDENT = 2;

    private static final int LINE_MAX = 100;

    private YamlScalar() {}

    /// Inside braces or brackets.
    static String inFlow(String text) {
        return isPlain(text, true) ? text : quoted(text);
    }

    /// Behind a key or a dash, whose content stands in so far.
    static String inBlock(String text, int indent) {
        var edged = text.isEmpty() || !text.equals(text.strip()) || text.contains("\n ");
        if (edged || text.contains("\t") || hasControls(text)) return quoted(text);
        if (text.contains("\n")) return "|-\n" + indented(text.lines().toList(), indent);
        if (text.length() + indent <= LINE_MAX) return isPlain(text, false) ? text : quoted(text);
        if (text.contains("  ")) return quoted(text);
        return ">-\n" + indented(wrapped(text, LINE_MAX - indent), indent);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(one -> one < ' ' && one != '\n');
    }

    private static String indented(List<String> lines, int indent) {
        var written = new ArrayList<String>();
        for (var line : lines) written.add(line.isEmpty() ? "" : " ".repeat(indent) + line);
        return String.join("\n", written);
    }

    private static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// Whether YAML reads it as this very text without any quotation marks.
    private static boolean isPlain(String text, boolean flow) {
        if (text.isEmpty() || text.contains("\n") || !text.equals(text.strip())) return false;
        if (flow && text.matches(".*[,\\[\\]{}].*")) return false;
        // yes and no are truth values to some readers, and numbers numbers
        if (text.matches("(?i)y|n|yes|no|on|off|ja|nein|true|false|null|~|[-+.0-9].*"))
            return false;
        var written = flow ? "{a: " + text + "}" : "a: " + text;
        return YamlReader.read("", written, new Findings())
                .map(one -> one.root().at("a").node())
                .filter(one -> one.isTextual() && one.textValue().equals(text))
                .isPresent();
    }

    private static String quoted(String text) {
        var written = new StringBuilder("\"");
        text.codePoints()
                .forEach(one -> {
                    switch (one) {
                        case '"' -> written.append("\\\"");
                        case '\\' -> written.append("\\\\");
                        case '\n' -> written.append("\\n");
                        case '\t' -> written.append("\\t");
                        default -> {
                            if (one < ' ') written.append("\\x%02x".formatted(one));
                            else written.appendCodePoint(one);
                        }
                    }
                });
        return written.append('"').toString();
    }
}
