// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Keys;
import org.skizzenlotse.store.vault.Place;

/// The table `idempotency`. A response is kept as three numbers, from which it is built again.
final class IdempotencyStore {
    /// More turns than any conversation has in a month; older keys are forgotten.
    static final int KEPT_MAX = 1_000;

    private IdempotencyStore() {}

    /// The row of a turn. What the person sent is hashed with a key, because a plain hash of a
    /// short answer could be guessed.
    record Row(String keyHash, String requestHash, Ciphertext response) {}

    /// What one person sends is never taken for what another sent.
    static String keyHash(Keys keys, ConversationId id, int person, String key) {
        var own = person == Person.FIRST ? key : person + "\0" + key;
        return keys.hash("idempotency key", id + "\0" + own);
    }

    /// The row of a request that a turn answers.
    static Row row(Keys keys, Writable change, Change.Request request) {
        var id = change.after().id();
        var before = change.before();
        var replay =
                new Found.Replay(
                        before.lastMessage() + 1,
                        before.lastMessage() + change.messages().size(),
                        before.lastFact() + change.happened().size());
        var keyHash = keyHash(keys, id, before.person(), request.key());
        return new Row(
                keyHash,
                requestHash(keys, id, request.hash()),
                sealed(replay, keyHash, before.key()));
    }

    static String requestHash(Keys keys, ConversationId id, String hash) {
        return keys.hash("request", id + "\0" + hash);
    }

    private static Ciphertext sealed(Found.Replay replay, String keyHash, DataKey key) {
        var numbers = ByteBuffer.allocate(3 * Integer.BYTES);
        numbers.putInt(replay.firstMessage()).putInt(replay.lastMessage());
        return key.seal(place(keyHash), numbers.putInt(replay.lastFact()).array());
    }

    static void insert(Handle handle, ConversationId id, int revision, Row row) {
        handle.createUpdate(
                        """
                        insert into idempotency
                          (conversation_id, key_hash, request_hash, number, response)
                        values (:id, :keyHash, :requestHash, :number, :response)
                        """)
                .bind("id", id.value())
                .bind("keyHash", row.keyHash())
                .bind("requestHash", row.requestHash())
                .bind("number", revision)
                .bind("response", row.response().bytes())
                .execute();
        if (revision > KEPT_MAX) forget(handle, id, revision - KEPT_MAX);
    }

    private static void forget(Handle handle, ConversationId id, int oldest) {
        handle.createUpdate(
                        """
                        delete from idempotency where conversation_id = :id and number <= :oldest
                        """)
                .bind("id", id.value())
                .bind("oldest", oldest)
                .execute();
    }

    static void clear(Handle handle, ConversationId id) {
        handle.createUpdate("update idempotency set response = null where conversation_id = :id")
                .bind("id", id.value())
                .execute();
    }

    record Sealed(String keyHash, String requestHash, int revision, @Nullable Ciphertext response) {
        Found.Remembered open(DataKey key) {
            var replay = response == null ? null : replay(key.open(place(keyHash), response));
            return new Found.Remembered(requestHash, revision, Optional.ofNullable(replay));
        }
    }

    static Optional<Sealed> find(Handle handle, ConversationId id, String keyHash) {
        return handle.createQuery(
                        """
                        select request_hash, number, response from idempotency
                        where conversation_id = :id and key_hash = :keyHash
                        """)
                .bind("id", id.value())
                .bind("keyHash", keyHash)
                .map((rows, _) ->
                        new Sealed(
                                keyHash,
                                rows.getString("request_hash"),
                                rows.getInt("number"),
                                response(rows)))
                .findOne();
    }

    private static @Nullable Ciphertext response(ResultSet rows) throws SQLException {
        var bytes = rows.getBytes("response");
        return bytes == null ? null : Ciphertext.of(bytes);
    }

    private static Found.Replay replay(byte[] numbers) {
        var buffer = ByteBuffer.wrap(numbers);
        return new Found.Replay(buffer.getInt(), buffer.getInt(), buffer.getInt());
    }

    private static Place place(String keyHash) {
        return new Place("idempotency", keyHash, "response");
    }
}
