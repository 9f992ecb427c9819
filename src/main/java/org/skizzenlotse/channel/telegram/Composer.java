// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Stations;

/// Makes messages of what is to be told: as few as possible, the question last, its buttons below.
final class Composer {
    private Composer() {}

    /// A dialog to choose; `begun` where it goes on.
    record Offer(String id, String title, boolean begun) {}

    /// What was said, and the question.
    static List<Bubble> of(Telling telling) {
        var paper = new Paper();
        for (var message : telling.said())
            if (isShown(message.kind())) paper.add(Piece.of(message.text()));
        var over = telling.asked().step().equals(Stations.CLOSED);
        if (!over || telling.said().stream().noneMatch(one -> isShown(one.kind())))
            paper.add(new Asking(telling).pieces());
        return paper.bubbles(Keyboard.of(telling, 0));
    }

    /// The question itself comes from what is asked; what the person said stands above already.
    private static boolean isShown(Message.Kind kind) {
        return switch (kind) {
            case NOTICE, REPLY, NOTED, ERROR, REMINDER, KEY, LINK, MOVE -> true;
            case QUESTION, SAID -> false;
        };
    }

    /// A few words of the channel in the Markdown subset, without buttons.
    static Bubble words(String markdown) {
        var paper = new Paper();
        paper.add(Piece.of(markdown));
        return paper.bubbles(List.of()).getFirst();
    }

    /// What else can be asked for here.
    static Bubble more(Expects asked, ChatWords words) {
        return words(words.say("more_what")).with(Keyboard.further(asked, words));
    }

    /// The whole text that a consent is about; nothing where there is none.
    static List<Bubble> notice(Expects asked) {
        var paper = new Paper();
        paper.add(Piece.of(asked.hints().notice()));
        return paper.bubbles(List.of());
    }

    /// What was picked, in words, to be told before the next question.
    static Message confirmation(Expects asked, Set<String> picked, ChatWords words) {
        var chosen =
                asked.options().stream()
                        .filter(one -> picked.contains(one.id()))
                        .map(one -> Display.escape(one.text()))
                        .collect(Collectors.joining("; "));
        var text = chosen.isEmpty() ? words.say("picked_none") : words.say("picked", chosen);
        return new Message(Message.Kind.NOTED, text, true, asked.step(), words.language());
    }

    /// In place of the buttons of an answered question: what was answered, and a way to change it.
    /// Stations are not changed: nothing stays there.
    static List<List<Button>> answered(Expects asked, String answer, ChatWords words) {
        if (asked.step().value().startsWith("_") || answer.isBlank()) return List.of();
        int room = Labels.LENGTH_MAX - words.say("answered", "").length();
        var label = words.say("answered", Labels.cut(answer, room));
        return List.of(List.of(Button.of(label, new Tap.Change(asked.step()))));
    }

    /// The first words, with the dialogs to choose from.
    static Bubble welcome(List<Offer> offers, ChatWords words) {
        var rows = new ArrayList<List<Button>>();
        for (var offer : offers)
            rows.add(
                    List.of(
                            offer.begun()
                                    ? Button.of(
                                            Labels.cut(words.say("resume", offer.title())),
                                            new Tap.Resume(offer.id()))
                                    : Button.of(
                                            Labels.cut(offer.title()),
                                            new Tap.Dialog(offer.id()))));
        return words(words.say("welcome")).with(rows);
    }

    /// That something waits, without saying what: it may show up on a locked screen.
    static Bubble waiting(ChatWords words) {
        return words(words.say("news"))
                .with(List.of(List.of(Button.of(words.say("show"), new Tap.Show()))));
    }

    /// To a group: how people work along. `bot` is the bot's user name.
    static Bubble group(String bot, ChatWords words) {
        return words(words.say("group"))
                .with(
                        List.of(
                                List.of(
                                        Button.link(
                                                words.say("group_open"), "https://t.me/" + bot))));
    }
}
