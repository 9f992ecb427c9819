// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.render.Visible;

/// The words of a question as they stand in a message: its text, what can be chosen by number, and
/// a quiet line of what helps.
final class Asking {
    /// A question that still stands above is not repeated beyond this: then its last sentence is
    /// enough.
    private static final int AGAIN_LENGTH_MAX = 400;

    /// What Telegram gives bots of a file; larger ones need another way.
    static final long FILE_BYTES_MAX = 20L << 20;

    private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");

    private final Telling telling;
    private final Expects asked;
    private final ChatWords words;

    Asking(Telling telling) {
        this.telling = telling;
        this.asked = telling.asked();
        this.words = ChatWords.in(telling.variant());
    }

    List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        if (isFirstConsent()) pieces.addAll(Piece.of(words.say("foreign")));
        pieces.addAll(Piece.of(telling.again() ? shortened(asked.text()) : asked.text()));
        pieces.addAll(list());
        if (asked.hints().sensitive() && !telling.again())
            pieces.add(Piece.quiet(words.say("sensitive")));
        var hints = hints();
        if (!hints.isEmpty()) pieces.add(Piece.quiet(String.join(" · ", hints)));
        return pieces;
    }

    /// What it means to write here is told once, before anything is agreed to.
    private boolean isFirstConsent() {
        return asked.type().equals("consent")
                && telling.progress().answered() == 0
                && !telling.again();
    }

    private static String shortened(String text) {
        if (text.length() <= AGAIN_LENGTH_MAX) return text;
        var asks = "";
        for (var paragraph : PARAGRAPHS.split(text.strip(), -1))
            if (paragraph.contains("?")) asks = paragraph;
        return asks.isEmpty() ? text : asks;
    }

    /// What can be chosen, in the order in which the engine counts it.
    private List<Piece> list() {
        var options = asked.options().stream().map(Expects.Choice::text).toList();
        var open = asked.open().stream().map(Expects.OpenChoice::text).toList();
        if (!asked.isNumbered()) return cutOnes(open);
        var all = new ArrayList<>(asked.openFirst() ? open : options);
        all.addAll(asked.openFirst() ? options : open);
        var pieces = new ArrayList<Piece>();
        var lines = new ArrayList<String>();
        int length = 0;
        for (int i = 0; i < all.size(); i++) {
            var line = (i + 1) + ". " + Visible.line(all.get(i));
            if (length + line.length() >= Paper.LENGTH_MAX / 2) {
                pieces.add(Piece.words(String.join("\n", lines)));
                lines.clear();
                length = 0;
            }
            lines.add(line);
            length += line.length() + 1;
        }
        if (!lines.isEmpty()) pieces.add(Piece.words(String.join("\n", lines)));
        return pieces;
    }

    /// Open answers stand on buttons; where those cannot show them whole, here.
    private static List<Piece> cutOnes(List<String> open) {
        var cut = open.stream().map(Visible::line).filter(one -> !Labels.cut(one).equals(one));
        var lines = cut.collect(Collectors.joining("\n"));
        return lines.isEmpty() ? List.of() : List.of(Piece.words(lines));
    }

    private List<String> hints() {
        var hints = new ArrayList<String>();
        if (telling.again()) return hints;
        hints.add(words.format(asked.type()));
        if (asked.type().equals("contact") || asked.type().equals("table"))
            hints.add(words.say("fields", labels()));
        var uploads = asked.hints().uploads();
        if (uploads != null)
            hints.add(words.say(uploads.bytesMax() > FILE_BYTES_MAX ? "files_some" : "files_all"));
        numberOfNote().ifPresent(number -> hints.add(words.say("note", number)));
        if (showsProgress()) hints.add(words.progress(telling.progress()));
        hints.removeIf(String::isEmpty);
        return hints;
    }

    /// Where the dialog asks, but not whether it may.
    private boolean showsProgress() {
        return !asked.type().equals("consent") && !asked.step().value().startsWith("_");
    }

    private String labels() {
        return asked.fields().stream().map(Expects.Field::label).collect(Collectors.joining(", "));
    }

    /// The number of the first option beside which words are welcome.
    private OptionalInt numberOfNote() {
        var before = asked.openFirst() ? asked.open().size() : 0;
        for (int i = 0; i < asked.options().size(); i++)
            if (asked.options().get(i).note().equals("optional"))
                return OptionalInt.of(before + i + 1);
        return OptionalInt.empty();
    }
}
