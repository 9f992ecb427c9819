// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes values on one line of YAML, with quotes only where they are needed.
public final class YamlLine {
    /// What YAML takes for words wherever it stands.
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}_][\\p{L}\\d_]*([ ./-]?[\\p{L}\\d_]+)*[.?!]?");

    /// Words that some reader of YAML takes for a truth value or for nothing.
    private static final Set<String> TAKEN =
            Set.of("ja", "nein", "yes", "no", "true", "false", "on", "off", "y", "n", "null");

    private YamlLine() {}

    /// A text.
    public static String text(String text) {
        if (PLAIN.matcher(text).matches()
                && !TAKEN.contains(text.toLowerCase(java.util.Locale.ROOT))) return text;
        var escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return '"' + escaped + '"';
    }

    /// A list of texts.
    public static String list(List<String> texts) {
        return texts.stream().map(YamlLine::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /// Members with their values, by name.
    public static String map(Map<String, ?> members) {
        return new TreeMap<>(members)
                .entrySet().stream()
                        .map(one -> one.getKey() + ": " + value(one.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String value(Object value) {
        return switch (value) {
            case List<?> all ->
                    all.stream().map(YamlLine::value).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> members -> {
                var named = new TreeMap<String, Object>();
                members.forEach((key, one) -> named.put(String.valueOf(key), one));
                yield map(named);
            }
            default -> text(String.valueOf(value));
        };
    }
}
