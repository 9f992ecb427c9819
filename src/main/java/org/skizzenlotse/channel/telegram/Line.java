// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import org.skizzenlotse.channel.messenger.Sender;
import org.skizzenlotse.channel.messenger.Sender.Sent;
import org.skizzenlotse.conversation.Postbox.Letter;
import org.skizzenlotse.engine.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How something is said in Telegram, at its pace. Telegram knows no key by which it would notice a
/// repetition: who is killed between its yes and our mark sends that one message again, and no
/// other.
record Line(BotApi api, Pace pace, Hints hints) implements Sender.Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private static final Duration NO_TOKEN = Duration.ofMinutes(1);

    @Override
    public Sender.Parcel parcel(Sender.Telling what) {
        var letter = what.letter();
        var said = what.said();
        var chat = Long.parseLong(letter.seat().address().value());
        if (Sender.isReminder(said)) {
            var view = letter.view();
            var words = ChatWords.in(view.variant());
            var bubble = Notes.reminder(Sender.reminder(said), view.expects(), words);
            return new Bubbles(chat, List.of(bubble), () -> {});
        }
        var telling = telling(chat, letter, said);
        return new Bubbles(chat, Composer.of(telling), () -> hints.told(chat, telling));
    }

    private Telling telling(long chat, Letter letter, List<Message> said) {
        var view = letter.view();
        var picked = letter.seat().picked(view.expects().step());
        var telling = Telling.of(view).saying(said);
        if (!picked.isEmpty()) telling = telling.picking(new LinkedHashSet<>(picked));
        return hints.applied(chat, telling);
    }

    /// Messages of one chat.
    private final class Bubbles implements Sender.Parcel {
        private final long chat;
        private final List<Bubble> bubbles;
        private final Runnable told;

        Bubbles(long chat, List<Bubble> bubbles, Runnable told) {
            this.chat = chat;
            this.bubbles = bubbles;
            this.told = told;
        }

        @Override
        public int pieces() {
            return bubbles.size();
        }

        @Override
        public Sent send(int piece) throws InterruptedException {
            pace.await(chat);
            return switch (api.send(chat, bubbles.get(piece))) {
                case CallOutcome.Done _ -> new Sent.Out();
                case CallOutcome.NotNow(var after, var why) -> new Sent.NotNow(after, why);
                case CallOutcome.Gone(var why) -> new Sent.Gone(why);
                case CallOutcome.Refused(_, var why) -> {
                    if (why.equals(CallOutcome.TOKEN)) yield new Sent.NotNow(NO_TOKEN, why);
                    LOG.error("not sent why={}", why);
                    yield new Sent.Out();
                }
            };
        }

        @Override
        public void allSent() {
            told.run();
        }
    }
}
