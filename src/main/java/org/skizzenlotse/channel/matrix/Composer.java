// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.skizzenlotse.channel.messenger.Sender.Telling;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.render.Visible;

/// What is said becomes messages for Matrix. There are no buttons: what can be chosen is numbered,
/// and what else can be said stands in words.
final class Composer {
    /// An event has 64 KiB (Matrix specification, size limits); encrypted it grows by a third, and
    /// text and HTML both stand in it. In bytes.
    static final int BYTES_MAX = 36_000;

    /// Longer texts are cut, so that one piece fits in any script.
    static final int PIECE_MAX = 4_000;

    private static final String BETWEEN = "\n\n";

    private final List<Said> full = new ArrayList<>();
    private final List<Said> open = new ArrayList<>();

    private Composer() {}

    /// What was said, before it `notes`, and the question where the telling has it; `mayAdd` is
    /// asked whether it is to be said how an answer goes on.
    static List<Said> of(Telling telling, List<Message> notes, BooleanSupplier mayAdd) {
        var composer = new Composer();
        var said = new ArrayList<>(notes);
        said.addAll(telling.said());
        for (var message : said) if (isShown(message.kind())) composer.add(message.text());
        var view = telling.letter().view();
        var isOver = view.expects().step().equals(Stations.CLOSED);
        if (telling.asks() && (!isOver || composer.isEmpty())) composer.ask(view, mayAdd);
        return composer.all();
    }

    /// Words of the channel.
    static List<Said> words(String markdown) {
        var composer = new Composer();
        composer.add(markdown);
        return composer.all();
    }

    /// The question itself comes from what is asked; what the person said stands above already.
    private static boolean isShown(Message.Kind kind) {
        return switch (kind) {
            case NOTICE, REPLY, NOTED, ERROR, REMINDER, KEY, LINK, MOVE -> true;
            case QUESTION, SAID -> false;
        };
    }

    private void ask(View view, BooleanSupplier mayAdd) {
        var asked = view.expects();
        var words = MatrixWords.in(view.variant());
        var isFirstConsent = asked.type().equals("consent") && view.progress().answered() == 0;
        if (isFirstConsent) add(words.say("foreign"));
        add(asked.text());
        list(asked);
        if (asked.hints().sensitive()) quiet(words.say("sensitive"));
        var hints = hints(view, words);
        if (!hints.isEmpty()) quiet(String.join(" · ", hints));
        if (isFree(asked) && mayAdd.getAsBoolean()) quiet(words.say("add_before"));
    }

    /// Where words that belong to the answer before would be taken for this one.
    private static boolean isFree(Expects asked) {
        return asked.type().equals("text") || asked.type().equals("long_text");
    }

    /// What can be chosen, in the order in which the engine counts it.
    private void list(Expects asked) {
        var all = choices(asked);
        if (all.isEmpty()) return;
        var lines = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            var mark = asked.isNumbered() ? (i + 1) + ". " : "– ";
            lines.add(mark + Visible.line(all.get(i)));
        }
        put(
                new Said(
                        String.join("\n", lines),
                        lines.stream()
                                .map(Visible::html)
                                .collect(Collectors.joining("<br>", "<p>", "</p>"))));
    }

    /// Options and open answers as they are counted.
    static List<String> choices(Expects asked) {
        var options = asked.options().stream().map(Expects.Choice::text).toList();
        var all = new ArrayList<>(asked.open().stream().map(Expects.OpenChoice::text).toList());
        all.addAll(asked.openFirst() ? all.size() : 0, options);
        return all;
    }

    private static List<String> hints(View view, MatrixWords words) {
        var asked = view.expects();
        var hints = new ArrayList<String>();
        hints.add(words.format(asked.type()));
        if (asked.type().equals("contact") || asked.type().equals("table"))
            hints.add(
                    words.say(
                            "fields",
                            asked.fields().stream()
                                    .map(Expects.Field::label)
                                    .collect(Collectors.joining(", "))));
        if (!asked.type().equals("consent") && !asked.step().value().startsWith("_"))
            hints.add(words.progress(view.progress()));
        hints.removeIf(String::isEmpty);
        return hints;
    }

    private void quiet(String words) {
        put(new Said(Visible.of(words), "<p><em>" + Visible.html(words) + "</em></p>"));
    }

    /// A text of the Markdown subset, by paragraphs where it is too long for one message.
    private void add(String markdown) {
        if (markdown.length() <= PIECE_MAX) {
            render(markdown);
            return;
        }
        for (var paragraph : markdown.split("\\n\\s*\\n", -1))
            for (int from = 0; from < paragraph.length(); ) {
                int to = end(paragraph, from);
                render(paragraph.substring(from, to));
                from = to;
            }
    }

    /// Where to cut: behind a space, never within a character or behind a backslash.
    private static int end(String text, int from) {
        if (text.length() - from <= PIECE_MAX) return text.length();
        int most = from + PIECE_MAX;
        int space = text.lastIndexOf(' ', most);
        int end = space > from + PIECE_MAX / 2 ? space + 1 : most;
        if (Character.isLowSurrogate(text.charAt(end))) end--;
        while (text.charAt(end - 1) == '\\') end--;
        return end;
    }

    private void render(String markdown) {
        var plain = DialogText.plain(markdown).strip();
        if (!plain.isEmpty()) put(new Said(plain, DialogText.html(markdown).strip()));
    }

    private void put(Said block) {
        int bytes = bytes(block);
        for (var one : open) bytes += bytes(one);
        if (!open.isEmpty() && bytes > BYTES_MAX) turn();
        open.add(block);
    }

    private static int bytes(Said said) {
        return (said.plain() + said.html()).getBytes(StandardCharsets.UTF_8).length;
    }

    private void turn() {
        if (open.isEmpty()) return;
        full.add(
                new Said(
                        open.stream().map(Said::plain).collect(Collectors.joining(BETWEEN)),
                        open.stream().map(Said::html).collect(Collectors.joining("\n"))));
        open.clear();
    }

    private boolean isEmpty() {
        return full.isEmpty() && open.isEmpty();
    }

    private List<Said> all() {
        turn();
        return List.copyOf(full);
    }
}
