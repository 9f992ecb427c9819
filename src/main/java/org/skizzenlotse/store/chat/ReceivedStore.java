// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The table `received`: what came in from messengers, each once (DESIGN section 7). It lies sealed
/// with a key of its day until it is dealt with; of what failed it is kept for a week.
public final class ReceivedStore {
    /// Messengers repeat what was not acknowledged for a day; what failed is looked at in a week,
    /// and after a week without anything Telegram begins its numbers anew.
    public static final Duration KEPT = Duration.ofDays(7);

    /// More than anybody types before the first is answered.
    static final int PENDING_MAX = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ReceivedStore.class);

    private final Database database;
    private final InboxKeys keys;
    private final AtomicLong last = new AtomicLong();

    /// Over this database.
    public ReceivedStore(Database database) {
        this.database = database;
        this.keys = new InboxKeys(database);
    }

    /// What came in: the channel's own ID of it, where it came from, if that can be seen, and all
    /// of it.
    public record Raw(String externalId, Optional<Address> from, String payload) {
        @Override
        public String toString() {
            return "Raw[" + externalId + "]";
        }
    }

    /// Something that waits to be dealt with, in the order in which it came; `from` is the keyed
    /// hash of its address, empty where nobody knows.
    public record Pending(
            String id, String from, Instant at, Instant due, int attempts, String payload) {
        @Override
        public String toString() {
            return "Pending[" + id + "]";
        }
    }

    /// Makes all of it durable; what is there already stays as it is. Gives how many are new.
    public Written<Integer> receive(String channel, List<Raw> raws, Instant now) {
        var key = keys.today(now);
        var rows = raws.stream().map(raw -> sealed(channel, raw, key.key(), now)).toList();
        var written =
                database.write(
                        new Job<>(
                                key.isFresh() ? List.of(key.key()) : List.of(),
                                List.of(),
                                handle ->
                                        rows.stream().mapToInt(row -> insert(handle, row)).sum()));
        if (written instanceof Written.Done<Integer>) keys.keep(key);
        return written;
    }

    /// Whether that came before, by the channel's own ID of it.
    public boolean isReceived(String channel, String externalId) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select 1 from received
                                where channel = :channel and external_id = :external
                                """)
                        .bind("channel", channel)
                        .bind("external", externalId)
                        .map((_, _) -> true)
                        .findOne()
                        .orElse(false));
    }

    private record Row(
            String id,
            String channel,
            String externalId,
            String from,
            Instant at,
            ConversationId key,
            Ciphertext payload) {}

    private Row sealed(String channel, Raw raw, DataKey key, Instant now) {
        var id = nextId(now);
        var from = raw.from().map(one -> AddressStore.hash(database, one)).orElse("");
        var payload = key.seal(place(id), raw.payload().getBytes(UTF_8));
        return new Row(id, channel, raw.externalId(), from, now, key.id(), payload);
    }

    /// In the order of their making, also when the clock stands still or goes back.
    private String nextId(Instant now) {
        long next = last.updateAndGet(before -> Math.max(before + 1, now.toEpochMilli() << 12));
        return HexFormat.of().toHexDigits(next) + UUID.randomUUID().toString().substring(0, 8);
    }

    private static int insert(Handle handle, Row row) {
        boolean many = !row.from().isEmpty() && pendingOf(handle, row.from()) >= PENDING_MAX;
        if (many) LOG.warn("too many wait of one address, not kept channel={}", row.channel());
        return handle.createUpdate(
                        """
                        insert into received (id, channel, external_id, address, at, due_at,
                          attempts, key_id, payload)
                        values (:id, :channel, :external, :address, :now, :now, 0, :key, :payload)
                        on conflict (channel, external_id) do nothing
                        """)
                .bind("id", row.id())
                .bind("channel", row.channel())
                .bind("external", row.externalId())
                .bind("address", row.from())
                .bind("now", row.at().toEpochMilli())
                .bind("key", row.key().value())
                .bind("payload", many ? null : row.payload().bytes())
                .execute();
    }

    private static int pendingOf(Handle handle, String from) {
        return handle.createQuery(
                        """
                        select count(*) from received
                        where address = :from and payload is not null and failed_at is null
                        """)
                .bind("from", from)
                .mapTo(Integer.class)
                .one();
    }

    /// Marks as dealt with, in the transaction in which that happens.
    ///
    /// @throws Job.Stale when one of them was dealt with before
    public static void done(Handle handle, Heard heard, @Nullable ConversationId id) {
        long pieces = heard.updates().stream().map(Heard.Update::message).distinct().count();
        for (var update : heard.updates()) {
            var answered = id == null ? null : heard.answered().map(StepId::value).orElse(null);
            int found =
                    handle.createUpdate(
                                    """
                                    update received set payload = null, address = '',
                                      conversation_id = :conversation, message_id = :message,
                                      step = :step, pieces = :pieces
                                    where id = :id and payload is not null
                                    """)
                            .bind(
                                    "conversation",
                                    answered == null || id == null ? null : id.value())
                            .bind("message", answered == null ? null : update.message())
                            .bind("step", answered)
                            .bind("pieces", pieces)
                            .bind("id", update.id())
                            .execute();
            if (found == 0) throw new Job.Stale();
        }
    }

    /// The same alone, with whatever else is to be written with it. False when it was done before.
    public boolean done(Heard heard, Consumer<Handle> also) {
        var written =
                database.write(
                        Job.of(handle -> {
                            done(handle, heard, null);
                            also.accept(handle);
                            return true;
                        }));
        return written instanceof Written.Done<Boolean>;
    }

    /// Tries them again at that time, or, where that is empty, never. Then they are kept to be
    /// looked at, as far as their person has agreed that something is kept.
    public void failed(List<String> ids, Optional<Instant> again, Instant now) {
        database.write(
                Job.of(handle -> {
                    for (var id : ids) {
                        if (again.isPresent()) later(handle, id, again.get());
                        else never(handle, id, now);
                    }
                    return true;
                }));
    }

    private static void later(Handle handle, String id, Instant due) {
        handle.createUpdate(
                        """
                        update received set attempts = attempts + 1, due_at = :due
                        where id = :id and payload is not null
                        """)
                .bind("due", due.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    private static void never(Handle handle, String id, Instant now) {
        handle.createUpdate(
                        """
                        update received set attempts = attempts + 1, failed_at = :now,
                          payload = case when exists (
                            select 1 from address a
                            join conversation c on c.id = a.conversation_id
                            where a.hash = received.address and c.consented = 1)
                          then payload end
                        where id = :id and payload is not null
                        """)
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /// What a message of a person answered, and in how many pieces.
    public record Answered(StepId step, int pieces) {}

    /// What this message answered, if it is known.
    public Optional<Answered> answered(ConversationId id, String message) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select step, pieces from received
                                where conversation_id = :id and message_id = :message
                                order by id desc limit 1
                                """)
                        .bind("id", id.value())
                        .bind("message", message)
                        .map((rows, _) ->
                                new Answered(new StepId(rows.getString(1)), rows.getInt(2)))
                        .findOne());
    }

    /// What failed of the addresses of a conversation goes with it.
    public static void deleteFailed(Handle handle, ConversationId id) {
        handle.createUpdate(
                        """
                        update received set payload = null, failed_at = null, address = ''
                        where failed_at is not null and address in (
                          select hash from address where conversation_id = :id)
                        """)
                .bind("id", id.value())
                .execute();
    }

    /// How many of a channel failed for good and are kept to be looked at.
    public int failed(String channel) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select count(*) from received
                                where channel = :channel and failed_at is not null
                                """)
                        .bind("channel", channel)
                        .mapTo(Integer.class)
                        .one());
    }

    /// Removes what is older than [#KEPT], and keys that seal nothing any more.
    public void sweep(Instant now) {
        long before = now.minus(KEPT).toEpochMilli();
        boolean any =
                database.read(handle ->
                        handle.createQuery("select 1 from received where at < :before limit 1")
                                .bind("before", before)
                                .map((_, _) -> true)
                                .findOne()
                                .orElse(false));
        if (any)
            database.write(
                    Job.of(handle ->
                            handle.createUpdate("delete from received where at < :before")
                                    .bind("before", before)
                                    .execute()));
        keys.sweep(now);
    }

    static Place place(String id) {
        return new Place("received", id, "payload");
    }
}
