// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words as they are compared: without case, accents of spelling ("ue" is "ü") and punctuation.
public final class Words {
    /// Longer texts are no option, command or number; nothing of them is compared.
    private static final int COMPARED_LENGTH_MAX = 200;

    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{Punct}„“”‚‘’«»…–—*]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]+");

    private Words() {}

    /// The form in which words are compared; empty for texts that are too long to be compared.
    public static String normal(String text) {
        if (text.length() > COMPARED_LENGTH_MAX) return "";
        var lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.GERMAN);
        var spelled =
                lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        var bare = PUNCTUATION.matcher(spelled).replaceAll(" ");
        return SPACE.matcher(bare).replaceAll(" ").strip();
    }

    /// White space at the ends and control characters gone; line breaks are one kind.
    public static String clean(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n');
        var kept = new StringBuilder(lines.length());
        lines.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .filter(c -> c != 0xE000 && c != 0xE001)
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /// Whether two normal forms differ by no more than a slip: one change, or two in long words.
    public static boolean isNear(String one, String other) {
        var longest = Math.max(one.length(), other.length());
        if (longest < 4 || Math.abs(one.length() - other.length()) > 2) return false;
        return distance(one, other) <= (longest >= 9 ? 2 : 1);
    }

    /// The number of letters to add, drop, change or swap with their neighbour.
    static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) rows[i][0] = i;
        for (int j = 0; j <= other.length(); j++) rows[0][j] = j;
        for (int i = 1; i <= one.length(); i++)
            for (int j = 1; j <= other.length(); j++) {
                var changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                var added = Math.min(rows[i - 1][j], rows[i][j - 1]) + 1;
                rows[i][j] = Math.min(added, rows[i - 1][j - 1] + changed);
                if (i > 1 && j > 1 && isSwapped(one.substring(i - 2, i), other.substring(j - 2, j)))
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
            }
        return rows[one.length()][other.length()];
    }

    private static boolean isSwapped(String pair, String other) {
        return pair.charAt(0) == other.charAt(1) && pair.charAt(1) == other.charAt(0);
    }

    /// A piece of a text, by the places of its first and behind its last letter.
    record Span(int from, int to) {}

    /// The pieces of an enumeration: "1, 3 und 4".
    static List<Span> spans(String text, Pattern separator) {
        var spans = new ArrayList<Span>();
        var matcher = separator.matcher(text);
        int from = 0;
        while (matcher.find()) {
            add(spans, text, from, matcher.start());
            from = matcher.end();
        }
        add(spans, text, from, text.length());
        return spans;
    }

    private static void add(List<Span> spans, String text, int from, int to) {
        int first = from;
        int behind = to;
        while (first < behind && Character.isWhitespace(text.charAt(first))) first++;
        while (behind > first && Character.isWhitespace(text.charAt(behind - 1))) behind--;
        if (first < behind) spans.add(new Span(first, behind));
    }
}
