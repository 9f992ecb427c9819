// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.conversation.Postbox;
import org.skizzenlotse.store.chat.ReceivedStore;
import org.skizzenlotse.store.chat.ReceivedStore.Raw;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes durable what the homeserver brings, before the library remembers that it has seen it
/// (DESIGN section 7). Each event is known by its ID for a week; whoever was away for longer leaves
/// out what is older than that, as it may have been dealt with.
final class Inbox implements Homeserver.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private static final String SEEN = "seen";
    private static final Duration NOTED = Duration.ofHours(1);

    /// A day less than events are known.
    private static final Duration AWAY_MAX = ReceivedStore.KEPT.minusDays(1);

    /// Clocks of homeservers differ.
    private static final Duration SKEW = Duration.ofDays(1);

    private final Postbox postbox;
    private final Homeserver.Keeping keeping;
    private final InstantSource clock;
    private final Runnable nudge;
    private final long notBefore;
    private Instant noted = Instant.MIN;

    /// `nudge` is called when something new is durable.
    Inbox(Postbox postbox, Homeserver.Keeping keeping, InstantSource clock, Runnable nudge) {
        this.postbox = postbox;
        this.keeping = keeping;
        this.clock = clock;
        this.nudge = nudge;
        this.notBefore = notBefore();
    }

    private long notBefore() {
        var seen = keeping.get(SEEN);
        if (seen.isEmpty()) return 0;
        var last = Instant.ofEpochMilli(Long.parseLong(seen));
        return last.plus(AWAY_MAX).isBefore(clock.instant()) ? last.minus(SKEW).toEpochMilli() : 0;
    }

    @Override
    public boolean came(List<Homeserver.Happening> all) {
        var raws =
                all.stream()
                        .filter(one -> one.event().isEmpty() || Events.at(one) >= notBefore)
                        .map(Inbox::raw)
                        .toList();
        if (!postbox.receive(raws)) {
            LOG.warn("not stored, it comes again");
            return false;
        }
        note();
        if (!raws.isEmpty()) nudge.run();
        return true;
    }

    private static Raw raw(Homeserver.Happening one) {
        var from =
                one.sender().isEmpty()
                        ? Optional.<org.skizzenlotse.channel.Address>empty()
                        : Optional.of(Bot.address(one.sender()));
        return new Raw(one.id(), from, Events.kept(one));
    }

    private void note() {
        var now = clock.instant();
        if (noted.plus(NOTED).isAfter(now)) return;
        try {
            keeping.put(SEEN, String.valueOf(now.toEpochMilli()));
            noted = now;
        } catch (IOException noMatter) {
            // the hour after is good enough
        }
    }

    @Override
    public boolean isKnown(String event) {
        return postbox.isReceived(event);
    }
}
