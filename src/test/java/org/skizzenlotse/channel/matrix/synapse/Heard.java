// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix.synapse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// All that a peer's client told, in its order, and waiting for more.
final class Heard {
    /// Of so many at most a failure tells.
    private static final int TOLD_MAX = 40;

    private static final int CHARS_MAX = 300;

    private final List<JsonNode> all = new ArrayList<>();
    private long changedNanos = System.nanoTime();

    synchronized void add(JsonNode told) {
        all.add(told);
        changedNanos = System.nanoTime();
        notifyAll();
    }

    synchronized List<JsonNode> all() {
        return List.copyOf(all);
    }

    /// Asks after everything new that comes, until there is something or the time is over.
    synchronized <T> Optional<T> await(Duration limit, Supplier<Optional<T>> found) {
        var until = System.nanoTime() + limit.toNanos();
        var got = found.get();
        try {
            while (got.isEmpty() && System.nanoTime() < until) {
                wait(millis(until - System.nanoTime()));
                got = found.get();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return got;
    }

    /// Whether nothing came for so long, before the limit is over.
    synchronized boolean awaitQuiet(Duration quiet, Duration limit) {
        var start = System.nanoTime();
        try {
            while (System.nanoTime() - start < limit.toNanos()) {
                var since = Math.max(changedNanos, start);
                var left = quiet.toNanos() - (System.nanoTime() - since);
                if (left <= 0) return true;
                wait(millis(left));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static long millis(long nanos) {
        return Math.max(1, nanos / 1_000_000);
    }

    @Override
    public synchronized String toString() {
        var from = Math.max(0, all.size() - TOLD_MAX);
        return all.subList(from, all.size()).stream()
                .map(JsonNode::toString)
                .map(line -> line.length() > CHARS_MAX ? line.substring(0, CHARS_MAX) + "…" : line)
                .collect(Collectors.joining("\n", "what came, last " + TOLD_MAX + ":\n", ""));
    }
}
