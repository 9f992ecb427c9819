// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.messenger.Dealt;
import org.skizzenlotse.channel.messenger.Reader;

import org.skizzenlotse.store.chat.ReceivedStore.Pending;

/// Deals with what came, by who wrote it. A message whose key is missing waits for it a while, and
/// holds up only what the same person wrote after it.
record Dealing(Bot bot) implements Reader.Dealer {
    /// After so many tries, a minute and more, nobody sends the key any more.
    static final int KEY_TRIES_MAX = 8;

    private static final Duration KEY_PAUSE_MAX = Duration.ofSeconds(15);

    @Override
    public Dealt deal(List<Pending> waiting) throws InterruptedException {
        var first = waiting.getFirst();
        try {
            var came = came(first);
            return new Talk(bot, came.what().room(), came.what().sender())
                    .deal(came, waiting.subList(1, waiting.size()));
        } catch (Failed failed) {
            return failed(first, failed);
        }
    }

    private Came came(Pending pending) throws Failed {
        var homeserver = bot.reach().now();
        return new Came(pending, Events.read(Events.happening(pending.payload()), homeserver));
    }

    /// Those behind the first that can be read now, in their order, up to one that cannot.
    static List<Came> readable(Bot bot, List<Pending> waiting) {
        var all = new ArrayList<Came>();
        for (var one : waiting)
            try {
                all.add(new Dealing(bot).came(one));
            } catch (Failed notYet) {
                break;
            }
        return all;
    }

    private Dealt failed(Pending first, Failed failed) {
        var noKey = Homeserver.NO_KEY.equals(failed.getMessage());
        if (failed.how() == Failed.How.NOT_NOW && !noKey)
            return Dealt.notBefore(bot.manner().now().plus(failed.after()));
        if (failed.how() == Failed.How.NOT_NOW && first.attempts() < bot.manner().keyTries()) {
            var pause = Duration.ofSeconds(1L << Math.min(first.attempts(), 10));
            var wait = pause.compareTo(KEY_PAUSE_MAX) > 0 ? KEY_PAUSE_MAX : pause;
            bot.postbox().failed(List.of(first.id()), Optional.of(bot.manner().now().plus(wait)));
        } else {
            locked(first);
        }
        return Dealt.with(1);
    }

    /// Nobody will read it: whoever wrote it hears that.
    private void locked(Pending pending) {
        var one = Events.happening(pending.payload());
        var ignored = new Incoming.Ignored(one.room(), one.sender());
        var talk = new Talk(bot, one.room(), one.sender());
        try {
            if (talk.isOwners()) talk.tell(new Came(pending, ignored), "locked");
            else bot.postbox().done(new Came(pending, ignored).heard());
        } catch (Failed away) {
            bot.postbox()
                    .failed(
                            List.of(pending.id()),
                            Optional.of(bot.manner().now().plus(away.after())));
        }
    }

    @Override
    public void unusable(Pending pending) {
        var one = Events.happening(pending.payload());
        if (!one.room().isEmpty())
            new Teller(bot, one.room(), one.sender())
                    .say(MatrixWords.in("").say("unusable"), "unusable " + pending.id());
    }
}
