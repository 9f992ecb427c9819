// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.conversation.Postbox;
import org.skizzenlotse.store.chat.ReceivedStore.Raw;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks Telegram for updates, and lets it forget them once they are durable here: the next question
/// begins behind the last one that was committed.
final class Poller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private static final Duration PAUSE_MIN = Duration.ofMillis(500);

    /// Telegram's own pauses are seconds; a minute is a long time for somebody who waits.
    private static final Duration PAUSE_MAX = Duration.ofMinutes(1);

    private final BotApi api;
    private final Postbox postbox;
    private final Runnable came;
    private final Thread thread;
    private volatile boolean closed;
    private long offset;
    private Duration pause = PAUSE_MIN;

    /// `came` is called when something new is durable.
    Poller(BotApi api, Postbox postbox, Runnable came) {
        this.api = api;
        this.postbox = postbox;
        this.came = came;
        this.thread = Thread.ofVirtual().name("telegram polling").start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                var wait = attempt();
                if (!wait.isZero() && !closed) Thread.sleep(wait);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// How long to wait before the next one.
    private Duration attempt() {
        try {
            return switch (api.getUpdates(offset, BotApi.UPDATES_MAX, BotApi.POLL_MAX)) {
                case Polled.Updates(var all) -> take(all);
                case Polled.Conflict(var webhook) -> {
                    if (webhook) api.deleteWebhook();
                    yield later("conflict", Duration.ZERO);
                }
                case Polled.Failed(var how) ->
                        later(
                                how.why(),
                                how instanceof CallOutcome.NotNow(var after, _)
                                        ? after
                                        : PAUSE_MAX);
            };
        } catch (RuntimeException failed) {
            return later(failed.getClass().getName(), Duration.ZERO);
        }
    }

    private Duration take(List<Polled.RawUpdate> all) {
        if (all.isEmpty()) {
            pause = PAUSE_MIN;
            return Duration.ZERO;
        }
        if (!postbox.receive(all.stream().map(Poller::raw).toList()))
            return later("not stored", Duration.ZERO);
        // not the greatest: after a quiet week the numbers begin anew, and lower
        offset = all.getLast().updateId() + 1;
        pause = PAUSE_MIN;
        came.run();
        return Duration.ZERO;
    }

    /// One update as it is kept until it is dealt with.
    static Raw raw(Polled.RawUpdate update) {
        return new Raw(
                String.valueOf(update.updateId()),
                Chats.of(Incoming.read(update.json())).map(Chats::address),
                update.json());
    }

    private Duration later(String why, Duration asked) {
        var wait = Optional.of(asked).filter(one -> one.compareTo(pause) > 0).orElse(pause);
        pause = pause.multipliedBy(2);
        if (pause.compareTo(PAUSE_MAX) > 0) pause = PAUSE_MAX;
        if (!closed) LOG.warn("not polled why={} again_in_ms={}", why, wait.toMillis());
        return wait;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
