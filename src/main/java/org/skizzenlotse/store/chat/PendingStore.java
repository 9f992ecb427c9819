// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.chat.ReceivedStore.Pending;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.KeyLookUp;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Unreadable;

/// What waits in the table `received`, opened.
public final class PendingStore {
    private final Database database;

    /// Over this database.
    public PendingStore(Database database) {
        this.database = database;
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
                                            _ -> KeyLookUp.find(database, new ConversationId(id))));
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
                payload =
                        new String(
                                key.get().open(ReceivedStore.place(row.id()), row.payload()),
                                UTF_8);
        } catch (Unreadable lost) {
            // it stays empty
        }
        return new Pending(row.id(), row.from(), row.at(), row.due(), row.attempts(), payload);
    }
}
