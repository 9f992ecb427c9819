// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import org.skizzenlotse.channel.messenger.Recent;

/// How fast we write: below what Telegram allows a bot (thirty messages a second in all, about one
/// a second in a chat, with short bursts). Sending and editing share it.
final class Pace {
    static final int ALL_IN_A_SECOND = 25;

    /// More at once would, with what flows in meanwhile, be more than thirty within a second.
    static final int ALL_BURST = 4;

    /// A notice, a question and its file at once, then one a second.
    static final int CHAT_BURST = 5;

    /// What Telegram wishes of bots.
    static final Rate USUAL = new Rate(CHAT_BURST, Duration.ofSeconds(1));

    /// More chats than are written to within a few seconds.
    private static final int CHATS_MAX = 10_000;

    private final Bucket all =
            Bucket.builder()
                    .addLimit(limit ->
                            limit.capacity(ALL_BURST)
                                    .refillGreedy(ALL_IN_A_SECOND, Duration.ofSeconds(1)))
                    .build();

    private final Map<Long, Bucket> chats = new Recent<>(CHATS_MAX);

    private final Rate rate;

    /// In one chat: so many at once, then one in each of these spans.
    record Rate(int burst, Duration each) {}

    Pace(Rate rate) {
        this.rate = rate;
    }

    /// Waits until something may be written there.
    void await(long chat) throws InterruptedException {
        of(chat).asBlocking().consume(1);
        all.asBlocking().consume(1);
    }

    private Bucket of(long chat) {
        synchronized (chats) {
            return chats.computeIfAbsent(
                    chat,
                    _ ->
                            Bucket.builder()
                                    .addLimit(limit ->
                                            limit.capacity(rate.burst())
                                                    .refillGreedy(1, rate.each()))
                                    .build());
        }
    }
}
