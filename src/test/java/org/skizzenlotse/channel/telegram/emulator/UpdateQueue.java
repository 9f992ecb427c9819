// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/// What happened and was not confirmed yet. An update leaves by the offset of a later request, by a
/// webhook that took it, or after a day, never by being read: a process that is killed while it
/// reads loses nothing.
final class UpdateQueue {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int FIRST_ID = 482_117_001;

    /// They must be asked for by name.
    private static final Set<String> NOT_BY_DEFAULT =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private static final String ANOTHER =
            "terminated by other getUpdates request; make sure that only one bot instance is"
                    + " running";

    private static final String WEBHOOK_ACTIVE =
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
                    + " webhook first";

    private record Waiting(int id, Instant since, ObjectNode update) {}

    private final Clock clock;
    private final SchemaCheck check;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private Set<String> allowed = Set.of();
    private int next = FIRST_ID;
    private long turn;
    private boolean webhook;
    private boolean paused;
    private boolean closed;

    UpdateQueue(Clock clock, SchemaCheck check) {
        this.clock = clock;
        this.check = check;
    }

    /// Nobody gets it where its kind is not allowed at this moment.
    synchronized void offer(String kind, JsonNode content) {
        offerBroken(kind, content).ifPresent(check::update);
    }

    /// The same for what breaks the schema on purpose.
    synchronized Optional<ObjectNode> offerBroken(String kind, JsonNode content) {
        var wanted = allowed.isEmpty() ? !NOT_BY_DEFAULT.contains(kind) : allowed.contains(kind);
        if (!wanted) return Optional.empty();
        var update = Json.object().put("update_id", next);
        update.set(kind, content);
        waiting.add(new Waiting(next++, clock.instant(), update));
        notifyAll();
        return Optional.of(update);
    }

    /// Remembered until another list comes; an empty one stands for the usual kinds.
    synchronized void allow(Request request) {
        var kinds = request.tree("allowed_updates");
        if (kinds.isEmpty() || !kinds.get().isArray()) return;
        var named = new HashSet<String>();
        for (var kind : kinds.get()) named.add(kind.asText());
        allowed = named;
    }

    synchronized Set<String> allowed() {
        return Set.copyOf(allowed);
    }

    /// Held until there is something, patience ends or another request comes.
    synchronized ArrayNode poll(long offset, int limit, Duration patience)
            throws InterruptedException {
        if (webhook) throw Refusal.conflict(WEBHOOK_ACTIVE);
        long mine = ++turn;
        notifyAll();
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var batch = batch(offset, limit);
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (!batch.isEmpty() || millis <= 0 || closed) return batch;
            wait(millis);
            if (webhook) throw Refusal.conflict("terminated by setWebhook request");
            if (turn != mine) throw Refusal.conflict(ANOTHER);
        }
    }

    /// The first one for a webhook; nothing when this queue or its turn as a webhook ended.
    synchronized Optional<ObjectNode> head(long webhookTurn) throws InterruptedException {
        while (true) {
            if (closed || !webhook || turn != webhookTurn) return Optional.empty();
            forgetOld();
            if (!paused && !waiting.isEmpty()) return Optional.of(waiting.getFirst().update);
            wait();
        }
    }

    synchronized boolean isTurn(long webhookTurn) {
        return !closed && webhook && turn == webhookTurn;
    }

    synchronized void confirm(int id) {
        forget(id + 1L);
    }

    /// Ends whoever polls; the number of the new turn.
    synchronized long useWebhook(boolean active) {
        webhook = active;
        notifyAll();
        return ++turn;
    }

    synchronized void drop() {
        waiting.clear();
        notifyAll();
    }

    synchronized int size() {
        return waiting.size();
    }

    /// While it pauses, nobody gets anything.
    synchronized void pause(boolean now) {
        paused = now;
        notifyAll();
    }

    /// What the documentation says of a bot that got nothing for a week: ids begin anew, here at a
    /// given place. Waits until everything before is confirmed; false where it never was.
    synchronized boolean restartAt(int first, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!waiting.isEmpty()) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) return false;
            wait(millis);
        }
        next = first;
        return true;
    }

    /// False where something was still unconfirmed when patience ended.
    synchronized boolean awaitConfirmed(Duration patience) throws InterruptedException {
        return restartAt(next, patience);
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private ArrayNode batch(long offset, int limit) {
        var batch = Json.array();
        forgetOld();
        if (paused) return batch;
        // behind the end of the queue is, for the real server, its beginning
        if (offset > 0 && offset <= next) forget(offset);
        if (offset < 0) forget(next + offset);
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext() && batch.size() < limit; ) {
            batch.add(all.next().update);
        }
        return batch;
    }

    private void forget(long before) {
        if (waiting.removeIf(one -> one.id < before)) notifyAll();
    }

    private void forgetOld() {
        var oldest = clock.instant().minus(KEPT);
        if (waiting.removeIf(one -> one.since.isBefore(oldest))) notifyAll();
    }
}
