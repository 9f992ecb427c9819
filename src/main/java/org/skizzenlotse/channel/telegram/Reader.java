// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.skizzenlotse.store.chat.Heard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deals with all that came in, chat by chat. What cannot be dealt with is tried again, then kept
/// aside; it never holds up what came after it for long.
final class Reader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// A fault of ours is there again a minute later.
    private static final int TRIES_MAX = 3;

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Bot bot;
    private final Loop loop;
    private final Map<String, Wait> waits = new ConcurrentHashMap<>();

    /// Nothing is to be done for a chat before then, unless more has come.
    private record Wait(Instant until, int many) {}

    Reader(Bot bot) {
        this.bot = bot;
        this.loop = Loop.start("telegram reading", this::look);
    }

    /// Something came in.
    void nudge() {
        loop.nudge();
    }

    private Duration look(Loop self) throws InterruptedException {
        var now = now();
        var chats = new LinkedHashMap<String, List<Came>>();
        for (var pending : bot.postbox().pending())
            chats.computeIfAbsent(pending.from(), _ -> new ArrayList<>()).add(Came.of(pending));
        waits.keySet().retainAll(chats.keySet());
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

    private boolean isTime(String chat, List<Came> waiting, Instant now) {
        if (waiting.getFirst().pending().due().isAfter(now)) return false;
        var wait = waits.get(chat);
        return wait == null || !wait.until().isAfter(now) || wait.many() != waiting.size();
    }

    private void deal(String key, List<Came> waiting) throws InterruptedException {
        var number = waiting.stream().flatMap(one -> Chats.of(one.what()).stream()).findFirst();
        int dealt = 0;
        while (dealt < waiting.size()) {
            var left = waiting.subList(dealt, waiting.size());
            if (left.getFirst().pending().due().isAfter(now())) return;
            var done = deal(number, left);
            if (done.many() == 0) {
                waits.put(key, new Wait(done.again(), left.size()));
                return;
            }
            waits.remove(key);
            dealt += done.many();
            // what is tried again holds up what came after it
            if (bot.postbox().isPending(left.getFirst().pending())) {
                waits.put(key, new Wait(now().plus(PAUSE), left.size()));
                return;
            }
        }
    }

    private Instant now() {
        return bot.manner().clock().instant();
    }

    private Chat.Dealt deal(Optional<Long> number, List<Came> left) throws InterruptedException {
        try {
            if (number.isPresent()) return new Chat(bot, number.get()).deal(left);
            bot.postbox().done(left.getFirst().heard());
        } catch (RuntimeException failed) {
            aside(left.getFirst(), failed);
        }
        return Chat.Dealt.with(1);
    }

    private void aside(Came came, RuntimeException failed) throws InterruptedException {
        var pending = came.pending();
        var trace = failed.getStackTrace();
        LOG.error(
                "not dealt with update={} attempt={} why={} at={}",
                pending.id(),
                pending.attempts(),
                failed.getClass().getName(),
                trace.length == 0 ? "" : trace[0]);
        var again = now().plus(AGAIN);
        var last = pending.attempts() + 1 >= TRIES_MAX;
        var ids = List.of(pending.id());
        bot.postbox().failed(ids, last ? Optional.empty() : Optional.of(again));
        var chat = Chats.of(came.what());
        if (last && chat.isPresent())
            new Teller(bot, chat.get())
                    .tell(Heard.NOTHING, 0, Composer.words(ChatWords.in("de").say("unusable")));
    }

    @Override
    public void close() {
        loop.close();
    }
}
