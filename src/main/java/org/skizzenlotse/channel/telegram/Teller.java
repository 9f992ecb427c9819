// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.store.chat.Heard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says what is no turn of a conversation: a kind word, a menu, a link. The update that asked for
/// it is done once Telegram has it.
final class Teller {
    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    /// Who waits for a kind word longer than that has gone on.
    static final int TRIES_MAX = 5;

    private final Bot bot;
    private final long chat;

    Teller(Bot bot, long chat) {
        this.bot = bot;
        this.chat = chat;
    }

    /// Says this; false where the update is tried again later.
    boolean tell(Heard heard, int attempts, List<Bubble> bubbles) throws InterruptedException {
        for (var bubble : bubbles) {
            bot.writing().pace().await(chat);
            var outcome = bot.api().send(chat, bubble);
            if (outcome instanceof CallOutcome.NotNow(var after, var why)
                    && attempts < TRIES_MAX
                    && !heard.updates().isEmpty()) {
                LOG.warn("told later why={} in_ms={}", why, after.toMillis());
                again(heard, after);
                return false;
            }
            if (outcome instanceof CallOutcome.Failure failure)
                LOG.warn("not told why={}", failure.why());
        }
        bot.hints().forget(chat);
        if (!heard.updates().isEmpty()) bot.postbox().done(heard);
        return true;
    }

    boolean tell(Heard heard, int attempts, Bubble bubble) throws InterruptedException {
        return tell(heard, attempts, List.of(bubble));
    }

    /// The update is dealt with after this time.
    void again(Heard heard, Duration after) {
        var due = bot.manner().clock().instant().plus(after);
        var ids = heard.updates().stream().map(Heard.Update::id).toList();
        bot.postbox().failed(ids, Optional.of(due));
    }

    /// A tap is answered at once, whatever it does, so that its waiting sign ends.
    void answer(Incoming.Tapped tapped, String note) {
        Thread.ofVirtual()
                .name("telegram answering")
                .start(() -> bot.api().answerTap(tapped.callbackId(), note));
    }

    void typing() {
        Thread.ofVirtual().name("telegram typing").start(() -> bot.api().typing(chat));
    }
}
