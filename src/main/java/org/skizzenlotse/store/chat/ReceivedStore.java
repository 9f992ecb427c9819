// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
import org.skizzenlotse.store.database.KeyLookUp;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Place;
import org.skizzenlotse.store.vault.Unreadable;

/// The table `received`: what came in from messengers, each once (DESIGN section 7). It lies sealed
/// with a key of its day until it is dealt with; of what failed it is kept for a week.
public final class ReceivedStore {
    /// Messengers repeat what was not acknowledged for a day; what failed is looked at in a week,
    /// and after a week without anything Telegram begins its numbers anew.
    public static final Duration KEPT = Duration.ofDays(7);

    /// More than anybody types before the first is answered.
    static final int PENDING_MAX = 200;

    /// Names the keys of the inbox among those of conversations, whose IDs are hexadecimal digits.
    private static final String KEY_NAME = "inbox ";

    private static final Duration KEY_AGE = Duration.ofDays(1);

    private final Database database;
    private final AtomicLong last = new AtomicLong();
    private volatile @Nullable Sealing sealing;

    /// Over this database.
    public ReceivedStore(Database database) {
        this.database = database;
    }

    /// The key with which this process seals what comes in today.
    private record Sealing(DataKey key, Instant since) {}

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

    /// Whether this names a key of the inbox.
    public static boolean isKey(ConversationId id) {
        return id.value().startsWith(KEY_NAME);
    }

    /// Makes all of it durable; what is there already stays as it is. Gives how many are new.
    public Written<Integer> receive(String channel, List<Raw> raws, Instant now) {
        var held = sealing;
        boolean fresh =
                held == null || held.since().plus(KEY_AGE).isBefore(now) || !isThere(held.key());
        var key =
                held == null || fresh
                        ? database.keys().fresh(new ConversationId(KEY_NAME + UUID.randomUUID()))
                        : held.key();
        var rows = raws.stream().map(raw -> sealed(raw, key, now)).toList();
        var written =
                database.write(
                        new Job<>(
                                fresh ? List.of(key) : List.of(),
                                List.of(),
                                handle -> {
                                    int added = 0;
                                    for (var row : rows)
                                        added += insert(handle, channel, row, key.id(), now);
                                    return added;
                                }));
        if (fresh && written instanceof Written.Done<Integer>) sealing = new Sealing(key, now);
        return written;
    }

    private boolean isThere(DataKey key) {
        return database.read(_ -> KeyLookUp.find(database, key.id())).isPresent();
    }

    private record Row(String id, String externalId, String from, Ciphertext payload) {}

    private Row sealed(Raw raw, DataKey key, Instant now) {
        var id = nextId(now);
        var from = raw.from().map(new AddressStore(database)::hash).orElse("");
        return new Row(id, raw.externalId(), from, key.seal(place(id), raw.payload().getBytes(UTF_8)));
    }

    /// In the order of their making, also when the clock stands still or goes back.
    private String nextId(Instant now) {
        long next = last.updateAndGet(before -> Math.max(before + 1, now.toEpochMilli() << 12));
        return HexFormat.of().toHexDigits(next) + UUID.randomUUID().toString().substring(0, 8);
    }

    private static int insert(
            Handle handle, String channel, Row row, ConversationId key, Instant now) {
        boolean many = !row.from().isEmpty() && pendingOf(handle, row.from()) >= PENDING_MAX;
        return handle.createUpdate(
                        """
                        insert into received (id, channel, external_id, address, at, due_at,
                          attempts, key_id, payload)
                        values (:id, :channel, :external, :address, :now, :now, 0, :key, :payload)
                        on conflict (channel, external_id) do nothing
                        """)
                .bind("id", row.id())
                .bind("channel", channel)
                .bind("external", row.externalId())
                .bind("address", row.from())
                .bind("now", now.toEpochMilli())
                .bind("key", key.value())
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

    /// What waits on a channel, the oldest first; also what is not due yet, as it holds up what
    /// came after it.
    public List<Pending> pending(String channel, int limit) {
        var keys = new HashMap<String, Optional<DataKey>>();
        var open = new ArrayList<Pending>();
        for (var row : rows(channel, limit)) {
            var key =
                    keys.computeIfAbsent(
                            row.key(),
                            id ->
                                    database.read(
                                            _ ->
                                                    KeyLookUp.find(
                                                            database, new ConversationId(id))));
            open.add(opened(row, key));
        }
        return open;
    }

    /// Whether it waits still.
    public boolean isPending(String id) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select 1 from received
                                where id = :id and payload is not null and failed_at is null
                                """)
                        .bind("id", id)
                        .map((_, _) -> true)
                        .findOne()
                        .orElse(false));
    }

    private record Waiting(
            String id,
            String from,
            Instant at,
            Instant due,
            int attempts,
            String key,
            Ciphertext payload) {}

    private List<Waiting> rows(String channel, int limit) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select id, address, at, due_at, attempts, key_id, payload
                                from received
                                where channel = :channel and payload is not null
                                  and failed_at is null
                                order by id limit :limit
                                """)
                        .bind("channel", channel)
                        .bind("limit", limit)
                        .map((rows, _) -> waiting(rows))
                        .list());
    }

    private static Waiting waiting(ResultSet rows) throws SQLException {
        return new Waiting(
                rows.getString("id"),
                rows.getString("address"),
                Instant.ofEpochMilli(rows.getLong("at")),
                Instant.ofEpochMilli(rows.getLong("due_at")),
                rows.getInt("attempts"),
                rows.getString("key_id"),
                Ciphertext.of(rows.getBytes("payload")));
    }

    /// What cannot be opened any more is empty: it is dealt with like something unreadable.
    private static Pending opened(Waiting row, Optional<DataKey> key) {
        var payload = "";
        try {
            if (key.isPresent())
                payload = new String(key.get().open(place(row.id()), row.payload()), UTF_8);
        } catch (Unreadable lost) {
            // it stays empty
        }
        return new Pending(row.id(), row.from(), row.at(), row.due(), row.attempts(), payload);
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

    /// Tries it again at that time, or, where that is empty, never.
    public void failed(List<String> ids, Optional<Instant> again, Instant now) {
        database.write(
                Job.of(handle -> {
                    for (var id : ids)
                        handle.createUpdate(
                                        """
                                        update received set attempts = attempts + 1,
                                          due_at = :due, failed_at = :failed
                                        where id = :id and payload is not null
                                        """)
                                .bind("due", again.orElse(now).toEpochMilli())
                                .bind("failed", again.isPresent() ? null : now.toEpochMilli())
                                .bind("id", id)
                                .execute();
                    return true;
                }));
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
                        update received set payload = null, address = ''
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
                                  and payload is not null
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
        var unused = unusedKeys(now);
        if (!unused.isEmpty()) database.write(new Job<>(List.of(), unused, _ -> true));
    }

    private List<ConversationId> unusedKeys(Instant now) {
        var old =
                database.read(
                        _ ->
                                KeyLookUp.ask(
                                        () ->
                                                database.keys()
                                                        .madeBefore(
                                                                now.minus(KEY_AGE.multipliedBy(2)),
                                                                KEY_NAME,
                                                                PENDING_MAX)));
        var keys = old.stream().filter(ReceivedStore::isKey).toList();
        return keys.isEmpty() ? List.of() : withoutRows(keys);
    }

    private List<ConversationId> withoutRows(List<ConversationId> keys) {
        Map<String, Boolean> used =
                database.read(handle -> {
                    var found = new HashMap<String, Boolean>();
                    for (var key : keys)
                        handle.createQuery(
                                        """
                                        select 1 from received
                                        where key_id = :key and payload is not null limit 1
                                        """)
                                .bind("key", key.value())
                                .map((_, _) -> true)
                                .findOne()
                                .ifPresent(one -> found.put(key.value(), one));
                    return found;
                });
        return keys.stream().filter(key -> !used.containsKey(key.value())).toList();
    }

    private static Place place(String id) {
        return new Place("received", id, "payload");
    }
}
