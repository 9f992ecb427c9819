// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.store.chat.Heard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says words of the channel in a room, which are no part of a conversation.
record Teller(Bot bot, String room, String user) {
    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    /// Words that are said by the way are no use later than that.
    private static final Duration INSISTING = Duration.ofMinutes(2);

    /// Says this, and what came is dealt with; it is tried again where the homeserver is away.
    void tell(Came came, String markdown) {
        int piece = 0;
        for (var said : Composer.words(markdown)) {
            var key = "told " + came.pending().id() + " " + piece++;
            var failed = say(said, key);
            if (failed.isPresent() && failed.get().how() == Failed.How.NOT_NOW && isSoon(came)) {
                again(came.heard(), failed.get().after());
                return;
            }
        }
        bot.postbox().done(came.heard());
    }

    /// Says this by the way; `key` tells it from other words.
    Optional<Failed> say(Said said, String key) {
        try {
            bot.line().say(room, said, bot.memory().thread(user, room), key);
            return Optional.empty();
        } catch (Failed failed) {
            LOG.warn("not told why={}", Line.why(failed));
            return Optional.of(failed);
        }
    }

    /// The same of a whole text, for a while also where the homeserver is away or strict.
    void say(String markdown, String key) {
        List<Said> all = Composer.words(markdown);
        for (int i = 0; i < all.size(); i++) {
            var failed = say(all.get(i), key + " " + i);
            if (failed.isPresent() && failed.get().how() == Failed.How.NOT_NOW) {
                insist(all, i, key);
                return;
            }
        }
    }

    private void insist(List<Said> all, int from, String key) {
        var places = bot.reach().insisting();
        if (!places.tryAcquire()) return;
        Thread.ofVirtual()
                .name("matrix insisting")
                .start(() -> {
                    try {
                        for (int i = from; i < all.size(); i++) insist(all.get(i), key + " " + i);
                    } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                    } finally {
                        places.release();
                    }
                });
    }

    private void insist(Said said, String key) throws InterruptedException {
        var until = bot.manner().now().plus(INSISTING);
        while (bot.manner().now().isBefore(until)) {
            var failed = say(said, key);
            if (failed.isEmpty() || failed.get().how() != Failed.How.NOT_NOW) return;
            Thread.sleep(failed.get().after().plusMillis(200));
        }
    }

    /// Whether it may still be tried again.
    boolean isSoon(Came came) {
        return bot.manner().isSoon(came.pending().at());
    }

    /// It is dealt with after this time.
    void again(Heard heard, Duration after) {
        var ids = heard.updates().stream().map(Heard.Update::id).toList();
        bot.postbox().failed(ids, Optional.of(bot.manner().now().plus(after)));
    }

    void typing(boolean on) {
        bot.reach().politely(homeserver -> homeserver.typing(room, on));
    }
}
