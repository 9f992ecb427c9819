// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.Writable;

/// Who wants to know in this process that a conversation has new messages, or that something is to
/// be sent. Only a nudge: what is new is read from the store, so that a lost one costs nothing but
/// time.
final class Listeners {
    private final Map<ConversationId, Map<Long, Runnable>> nudges = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, Runnable> posts = new ConcurrentHashMap<>();
    private volatile Runnable errands = () -> {};

    AutoCloseable add(ConversationId id, Runnable nudge) {
        long number = numbers.incrementAndGet();
        nudges.merge(id, Map.of(number, nudge), Listeners::join);
        return () -> nudges.computeIfPresent(id, (_, all) -> without(all, number));
    }

    void whenErrands(Runnable nudge) {
        errands = nudge;
    }

    /// Something is to be said on that channel.
    void whenPosts(String channel, Runnable nudge) {
        posts.put(channel, nudge);
    }

    /// This was committed.
    void written(Writable change) {
        if (!change.rows().errands().isEmpty()) errands.run();
        posts.getOrDefault(change.marks().channel(), () -> {}).run();
        if (!change.messages().isEmpty()) nudge(change.after().id());
    }

    void nudge(ConversationId id) {
        nudges.getOrDefault(id, Map.of()).values().forEach(Runnable::run);
    }

    private static Map<Long, Runnable> join(Map<Long, Runnable> some, Map<Long, Runnable> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return Map.copyOf(all);
    }

    /// Null, which takes the entry away, once nobody is left.
    private static @Nullable Map<Long, Runnable> without(Map<Long, Runnable> all, long number) {
        var left = new HashMap<>(all);
        left.remove(number);
        return left.isEmpty() ? null : Map.copyOf(left);
    }
}
