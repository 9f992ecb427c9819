// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.util.regex.Pattern;

/// Keeps what can be seen. Control characters would steer a terminal, and marks that turn the
/// direction of writing would reorder the words around an answer; both are dropped. Writing from
/// right to left itself needs neither.
public final class Visible {
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\u0085\u2028\u2029]");
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cc}&&[^\n]]|[\\x{202A}-\\x{202E}]|[\\x{2066}-\\x{2069}]|\\x{FEFF}");

    private Visible() {}

    /// The text without unseen characters; line ends are `\n`, tabs are spaces.
    public static String of(String text) {
        var lines = LINE_END.matcher(text).replaceAll("\n").replace('\t', ' ');
        return UNSEEN.matcher(lines).replaceAll("");
    }

    /// The same in one line.
    public static String line(String text) {
        return of(text).replaceAll("\\s+", " ").strip();
    }

    /// The text without what XML 1.0 cannot hold.
    public static String xml(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// The same as HTML text or attribute value.
    public static String html(String text) {
        return of(text).replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// The same as HTML text or attribute value for Telegram, which knows four named entities.
    public static String telegram(String text) {
        return of(text).replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
