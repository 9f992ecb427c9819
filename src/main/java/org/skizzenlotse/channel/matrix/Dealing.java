// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Homeserver.Happening;
import org.skizzenlotse.channel.matrix.Homeserver.Kind;
import org.skizzenlotse.channel.messenger.Dealt;
import org.skizzenlotse.channel.messenger.Reader;

import org.skizzenlotse.store.chat.ReceivedStore.Pending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deals with what came, by who wrote it. A message whose key is missing waits for it a while, and
/// holds up only what the same person wrote after it.
record Dealing(Bot bot) implements Reader.Dealer {
    private static final Logger LOG = LoggerFactory.getLogger(Dealing.class);

    private static final Duration AGAIN_MIN = Duration.ofSeconds(1);

    /// After that nobody sends the key any more.
    static final Duration KEY_PATIENCE = Duration.ofSeconds(90);

    private static final Duration KEY_PAUSE_MAX = Duration.ofSeconds(15);

    @Override
    public Dealt deal(List<Pending> waiting) throws InterruptedException {
        var first = waiting.getFirst();
        var happened = Events.happening(first.payload());
        Came came;
        try {
            if (isOfSomebodyElse(happened)) return done(first, happened);
            came = Came.of(first, happened, bot.reach().now());
        } catch (Failed failed) {
            return unopened(first, happened, failed);
        }
        try {
            if (bot.team().isIn(happened.room())) {
                bot.team().deal(came, bot);
                return Dealt.with(1);
            }
            return new Talk(bot, came.what().room(), came.what().sender())
                    .deal(came, waiting.subList(1, waiting.size()));
        } catch (Failed failed) {
            if (failed.how() == Failed.How.NOT_NOW) return notNow(failed);
            // the bot has no business there any more
            LOG.info("not dealt with why={}", failed.getMessage());
            return done(first, happened);
        }
    }

    /// Only the one who invited the bot is heard: what others write is not even opened.
    private boolean isOfSomebodyElse(Happening happened) throws Failed {
        if (happened.kind() != Kind.EVENT || Events.isMembership(happened)) return false;
        var owner = bot.rooms().owner(happened.room());
        return owner.isPresent() && !owner.get().equals(happened.sender());
    }

    private Dealt done(Pending pending, Happening happened) {
        bot.postbox().done(nothing(pending, happened).heard());
        return Dealt.with(1);
    }

    private static Came nothing(Pending pending, Happening happened) {
        return new Came(pending, new Incoming.Ignored(happened.room(), happened.sender()));
    }

    private Dealt notNow(Failed failed) {
        var pause = failed.after().compareTo(AGAIN_MIN) < 0 ? AGAIN_MIN : failed.after();
        return Dealt.notBefore(bot.manner().now().plus(pause));
    }

    private Dealt unopened(Pending first, Happening happened, Failed failed) {
        if (failed.how() == Failed.How.NOT_NOW) {
            if (!Homeserver.NO_KEY.equals(failed.getMessage())) return notNow(failed);
            var now = bot.manner().now();
            if (now.isBefore(first.at().plus(bot.manner().keyPatience()))) {
                var pause = Duration.ofSeconds(1L << Math.min(first.attempts(), 10));
                var wait = pause.compareTo(KEY_PAUSE_MAX) > 0 ? KEY_PAUSE_MAX : pause;
                bot.postbox().failed(List.of(first.id()), Optional.of(now.plus(wait)));
                return Dealt.with(1);
            }
        }
        return locked(first, happened);
    }

    /// Nobody will read it: whoever wrote it hears that.
    private Dealt locked(Pending pending, Happening happened) {
        var talk = new Talk(bot, happened.room(), happened.sender());
        try {
            if (!talk.isOwners()) return done(pending, happened);
            talk.tell(nothing(pending, happened), "locked");
            return Dealt.with(1);
        } catch (Failed failed) {
            return failed.how() == Failed.How.NOT_NOW ? notNow(failed) : done(pending, happened);
        }
    }

    @Override
    public void unusable(Pending pending) {
        var one = Events.happening(pending.payload());
        if (!one.room().isEmpty() && !bot.team().isIn(one.room()))
            new Talk(bot, one.room(), one.sender()).say("unusable", "unusable " + pending.id());
    }
}
