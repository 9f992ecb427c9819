// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.messenger.Recent;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Message;

/// What makes the next message to a chat kinder, and may be forgotten: which answer may go on, what
/// was picked in words, which question still stands above. After a restart all of it is empty.
final class Hints {
    /// Far more chats than talk at the same time.
    private static final int CHATS_MAX = 10_000;

    private final Map<Long, Hint> chats = new Recent<>(CHATS_MAX);

    /// Of one chat: the step whose answer may go on, what is said before the rest, the question
    /// that was asked last, by its step and text, words that answered nothing, and the button that
    /// was tapped last.
    private record Hint(
            @Nullable StepId earlier,
            List<Message> before,
            String asked,
            String late,
            String tapped) {
        static final Hint NONE = new Hint(null, List.of(), "", "", "");

        Hint late(String words) {
            return new Hint(earlier, before, asked, words, tapped);
        }

        Hint tapped(String button) {
            return new Hint(earlier, before, asked, late, button);
        }

        @Override
        public String toString() {
            return "Hint";
        }
    }

    /// The answer at this step may go on for one question.
    synchronized void mayGoOn(long chat, StepId step) {
        var hint = chats.getOrDefault(chat, Hint.NONE);
        chats.put(chat, new Hint(step, hint.before(), hint.asked(), "", hint.tapped()));
    }

    /// These words answered nothing: they may belong to the answer before.
    synchronized void unheard(long chat, String words) {
        chats.put(chat, chats.getOrDefault(chat, Hint.NONE).late(words));
    }

    /// Words that may belong to the answer before; used up by that.
    synchronized Optional<String> late(long chat) {
        var hint = chats.getOrDefault(chat, Hint.NONE);
        chats.put(chat, hint.late(""));
        return Optional.of(hint.late()).filter(words -> !words.isEmpty());
    }

    /// This button was tapped.
    synchronized void tapped(Incoming.Tapped tapped) {
        var button = tapped.messageId() + " " + tapped.data();
        chats.put(tapped.chat(), chats.getOrDefault(tapped.chat(), Hint.NONE).tapped(button));
    }

    /// Whether it was the last one that was tapped.
    synchronized boolean isTwice(Incoming.Tapped tapped) {
        var hint = chats.getOrDefault(tapped.chat(), Hint.NONE);
        return hint.tapped().equals(tapped.messageId() + " " + tapped.data());
    }

    /// This is said before the rest.
    synchronized void say(long chat, Message message) {
        var hint = chats.getOrDefault(chat, Hint.NONE);
        var before = new ArrayList<>(hint.before());
        before.add(message);
        chats.put(
                chat,
                new Hint(
                        hint.earlier(),
                        List.copyOf(before),
                        hint.asked(),
                        hint.late(),
                        hint.tapped()));
    }

    /// All of it goes, as when a conversation is erased.
    synchronized void clear(long chat) {
        chats.remove(chat);
    }

    /// The question is asked whole, whatever stands above.
    synchronized void forget(long chat) {
        var hint = chats.getOrDefault(chat, Hint.NONE);
        chats.put(chat, new Hint(hint.earlier(), hint.before(), "", hint.late(), hint.tapped()));
    }

    /// The telling with all of it, which stays until that was [#told].
    synchronized Telling applied(long chat, Telling telling) {
        var hint = chats.getOrDefault(chat, Hint.NONE);
        var said = new ArrayList<>(hint.before());
        said.addAll(telling.said());
        var isThere = hint.asked().equals(asked(telling.asked())) && !said.isEmpty();
        var all = telling.saying(said).again(isThere);
        var earlier = hint.earlier();
        return earlier == null || earlier.equals(telling.asked().step()) ? all : all.after(earlier);
    }

    /// This went out: what was applied to it is used up, what came since is not.
    synchronized void told(long chat, Telling applied) {
        var hint = chats.getOrDefault(chat, Hint.NONE);
        var step = applied.asked().step();
        var earlier = step.equals(hint.earlier()) ? hint.earlier() : null;
        var before = new ArrayList<>(hint.before());
        before.removeAll(applied.said());
        var asked = asked(applied.asked());
        chats.put(chat, new Hint(earlier, List.copyOf(before), asked, hint.late(), hint.tapped()));
    }

    private static String asked(Expects expects) {
        return expects.step() + "\n" + expects.text();
    }
}
