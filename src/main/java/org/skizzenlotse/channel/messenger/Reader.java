// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.messenger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.skizzenlotse.conversation.Postbox;
import org.skizzenlotse.store.chat.ReceivedStore.Pending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deals with all that came in, chat by chat. What cannot be dealt with is tried again, then kept
/// aside; it never holds up what came after it for long.
public final class Reader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// A fault of ours is there again a minute later.
    private static final int TRIES_MAX = 3;

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Postbox postbox;
    private final Dealer dealer;
    private final InstantSource clock;
    private final Loop loop;
    private final Map<String, Wait> waits = new ConcurrentHashMap<>();

    /// What waits for a key, or for a messenger that is away, counts its tries too: these are ours.
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();

    /// Nothing is to be done for a chat before then, unless more has come.
    private record Wait(Instant until, int many) {}

    /// What a channel does with what came in.
    public interface Dealer {
        /// Deals with the first of these of one chat, or with several that belong together.
        Dealt deal(List<Pending> waiting) throws InterruptedException;

        /// It failed for good: whoever sent it hears that, if they can.
        void unusable(Pending pending) throws InterruptedException;
    }

    /// Begins at once; `name` is that of its threads.
    public Reader(String name, Postbox postbox, Dealer dealer, InstantSource clock) {
        this.postbox = postbox;
        this.dealer = dealer;
        this.clock = clock;
        this.loop = Loop.start(name, this::look);
    }

    /// Something came in.
    public void nudge() {
        loop.nudge();
    }

    private Duration look(Loop self) throws InterruptedException {
        var now = now();
        var chats = new LinkedHashMap<String, List<Pending>>();
        var ids = new HashSet<String>();
        for (var pending : postbox.pending()) {
            chats.computeIfAbsent(pending.from(), _ -> new ArrayList<>()).add(pending);
            ids.add(pending.id());
        }
        waits.keySet().retainAll(chats.keySet());
        faults.keySet().retainAll(ids);
        for (var chat : chats.entrySet())
            if (isTime(chat.getKey(), chat.getValue(), now))
                self.with(chat.getKey(), () -> deal(chat.getKey(), chat.getValue()));
        return waits.values().stream()
                .map(wait -> Duration.between(now, wait.until()))
                .filter(wait -> !wait.isNegative() && wait.compareTo(PAUSE) < 0)
                .min(Duration::compareTo)
                .map(wait -> wait.plusMillis(1))
                .orElse(PAUSE);
    }

    private boolean isTime(String chat, List<Pending> waiting, Instant now) {
        if (waiting.getFirst().due().isAfter(now)) return false;
        var wait = waits.get(chat);
        return wait == null || !wait.until().isAfter(now) || wait.many() != waiting.size();
    }

    private void deal(String key, List<Pending> waiting) throws InterruptedException {
        int dealt = 0;
        while (dealt < waiting.size()) {
            var left = waiting.subList(dealt, waiting.size());
            if (left.getFirst().due().isAfter(now())) return;
            var done = attempt(left);
            if (done.many() == 0) {
                waits.put(key, new Wait(done.again(), left.size()));
                return;
            }
            waits.remove(key);
            dealt += done.many();
            // what is tried again holds up what came after it
            if (postbox.isPending(left.getFirst())) {
                waits.put(key, new Wait(now().plus(PAUSE), left.size()));
                return;
            }
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private Dealt attempt(List<Pending> left) throws InterruptedException {
        try {
            return dealer.deal(left);
        } catch (RuntimeException | StackOverflowError failed) {
            aside(left.getFirst(), failed);
            return Dealt.with(1);
        }
    }

    private void aside(Pending pending, Throwable failed) throws InterruptedException {
        var trace = failed.getStackTrace();
        LOG.error(
                "not dealt with update={} attempt={} why={} at={}",
                pending.id(),
                pending.attempts(),
                failed.getClass().getName(),
                trace.length == 0 ? "" : trace[0]);
        var last = faults.merge(pending.id(), 1, Integer::sum) >= TRIES_MAX;
        var again = last ? Optional.<Instant>empty() : Optional.of(now().plus(AGAIN));
        postbox.failed(List.of(pending.id()), again);
        if (last) dealer.unusable(pending);
    }

    @Override
    public void close() {
        loop.close();
    }
}
