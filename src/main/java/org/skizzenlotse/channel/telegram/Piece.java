// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.render.Visible;

/// A part of a message in both forms, complete in itself. Texts are split before they become HTML,
/// so that no tag is ever cut: between paragraphs, else between sentences, else anywhere.
record Piece(String html, String plain) {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&[a-z]+;");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Z}\\s]*");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n[ ]*\\n");
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?…:]\\s)|(?<=\\n)");

    /// Telegram counts units after parsing, but takes at most 32 KiB before: four units of HTML for
    /// each one that is seen stay below that in every script.
    private static final int HTML_FOR_ONE = 4;

    /// Words that are no Markdown.
    static Piece words(String plain) {
        return new Piece(Visible.telegram(plain), Visible.of(plain));
    }

    /// The same in italics.
    static Piece quiet(String plain) {
        return new Piece("<i>" + Visible.telegram(plain) + "</i>", Visible.of(plain));
    }

    /// A text of the Markdown subset in as few pieces as fit into one message each.
    static List<Piece> of(String markdown) {
        var whole = rendered(markdown);
        if (whole.isBlank()) return List.of();
        if (whole.length() <= Paper.LENGTH_MAX) return List.of(whole);
        return PARAGRAPHS.splitAsStream(markdown).flatMap(one -> sentences(one).stream()).toList();
    }

    /// What Telegram's limits count of it, in UTF-16 units.
    int length() {
        var seen = ENTITY.matcher(TAG.matcher(html).replaceAll("")).replaceAll("&").length();
        return Math.max(Math.max(seen, plain.length()), html.length() / HTML_FOR_ONE);
    }

    /// Whether nothing of it is seen: Telegram refuses empty messages.
    private boolean isBlank() {
        return UNSEEN.matcher(plain).matches();
    }

    private static Piece rendered(String markdown) {
        return new Piece(DialogText.telegram(markdown).strip(), DialogText.plain(markdown).strip());
    }

    private static List<Piece> sentences(String paragraph) {
        if (rendered(paragraph).length() <= Paper.LENGTH_MAX) return filled(List.of(paragraph));
        var parts = new ArrayList<String>();
        for (var sentence : SENTENCES.split(paragraph, -1)) cut(sentence, parts);
        return filled(parts);
    }

    /// As many of these in a piece as fit.
    private static List<Piece> filled(List<String> parts) {
        var pieces = new ArrayList<Piece>();
        var text = "";
        for (var part : parts) {
            var longer = text + part;
            if (rendered(longer).length() > Paper.LENGTH_MAX) {
                pieces.add(rendered(text));
                longer = part;
            }
            text = longer;
        }
        pieces.add(rendered(text));
        pieces.removeIf(Piece::isBlank);
        return pieces;
    }

    private static void cut(String sentence, List<String> parts) {
        var rest = sentence;
        while (rendered(rest).length() > Paper.LENGTH_MAX) {
            int end = end(rest);
            parts.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        parts.add(rest);
    }

    /// Where to cut: behind a space if there is one in the last tenth, never within a character or
    /// behind the backslash of an escape. Escapes make HTML longer, hence the wide berth.
    private static int end(String text) {
        int most = Math.min(text.length() - 1, Paper.LENGTH_MAX / 2);
        int space = text.lastIndexOf(' ', most);
        int end = space > most * 9 / 10 ? space + 1 : most;
        if (Character.isLowSurrogate(text.charAt(end))) end--;
        while (end > 1 && text.charAt(end - 1) == '\\') end--;
        return end;
    }

    @Override
    public String toString() {
        return "Piece";
    }
}
