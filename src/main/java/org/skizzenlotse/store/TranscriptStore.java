// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.store.form.HappenedForm;
import org.skizzenlotse.store.form.MessageForm;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Place;

/// The tables `history` and `message`.
final class TranscriptStore {
    private TranscriptStore() {}

    /// A sealed row with its number; `kind` and `quotes` for messages only.
    record Row(int number, Instant at, Ciphertext payload, String kind, boolean quotes) {

        Happened fact(DataKey key) {
            return HappenedForm.read(key.open(fact(number), payload));
        }

        Message message(DataKey key) {
            return MessageForm.read(key.open(message(number), payload));
        }

        private static Place fact(int number) {
            return new Place("history", "" + number, "payload");
        }

        private static Place message(int number) {
            return new Place("message", "" + number, "payload");
        }
    }

    static Row sealed(int number, Instant at, Happened fact, DataKey key) {
        var payload = key.seal(Row.fact(number), HappenedForm.write(fact));
        return new Row(number, at, payload, "", false);
    }

    static Row sealed(int number, Instant at, Message message, DataKey key) {
        var payload = key.seal(Row.message(number), MessageForm.write(message));
        return new Row(number, at, payload, message.kind().id(), message.quotes());
    }

    static void insertFacts(Handle handle, ConversationId id, int turn, List<Row> facts) {
        if (facts.isEmpty()) return;
        var batch =
                handle.prepareBatch(
                        """
                        insert into history (conversation_id, number, at, payload, turn)
                        values (:id, :number, :at, :payload, :turn)
                        """);
        for (var fact : facts)
            batch.bind("id", id.value())
                    .bind("number", fact.number())
                    .bind("at", fact.at().toEpochMilli())
                    .bind("payload", fact.payload().bytes())
                    .bind("turn", turn)
                    .add();
        batch.execute();
    }

    static void insertMessages(Handle handle, ConversationId id, List<Row> messages) {
        if (messages.isEmpty()) return;
        var batch =
                handle.prepareBatch(
                        """
                        insert into message (conversation_id, number, kind, quotes, at, payload)
                        values (:id, :number, :kind, :quotes, :at, :payload)
                        """);
        for (var message : messages)
            batch.bind("id", id.value())
                    .bind("number", message.number())
                    .bind("kind", message.kind())
                    .bind("quotes", message.quotes() ? 1 : 0)
                    .bind("at", message.at().toEpochMilli())
                    .bind("payload", message.payload().bytes())
                    .add();
        batch.execute();
    }

    /// Replaces payloads, by number.
    static void redactFacts(Handle handle, ConversationId id, Map<Integer, Ciphertext> payloads) {
        payloads.forEach((number, payload) ->
                handle.createUpdate(
                                """
                                update history set payload = :payload
                                where conversation_id = :id and number = :number
                                """)
                        .bind("id", id.value())
                        .bind("number", number)
                        .bind("payload", payload.bytes())
                        .execute());
    }

    /// Replaces payloads, by number; what replaces them quotes nothing.
    static void redactMessages(
            Handle handle, ConversationId id, Map<Integer, Ciphertext> payloads) {
        payloads.forEach((number, payload) ->
                handle.createUpdate(
                                """
                                update message set payload = :payload, quotes = 0
                                where conversation_id = :id and number = :number
                                """)
                        .bind("id", id.value())
                        .bind("number", number)
                        .bind("payload", payload.bytes())
                        .execute());
    }

    static List<Row> facts(Handle handle, ConversationId id, int last) {
        return handle.createQuery(
                        """
                        select number, at, payload from history
                        where conversation_id = :id and number <= :last order by number
                        """)
                .bind("id", id.value())
                .bind("last", last)
                .map((rows, _) -> fact(rows))
                .list();
    }

    static List<Row> factsSince(Handle handle, ConversationId id, int turn) {
        return handle.createQuery(
                        """
                        select number, at, payload from history
                        where conversation_id = :id and turn > :turn order by number
                        """)
                .bind("id", id.value())
                .bind("turn", turn)
                .map((rows, _) -> fact(rows))
                .list();
    }

    private static Row fact(ResultSet rows) throws SQLException {
        return new Row(
                rows.getInt("number"),
                Instant.ofEpochMilli(rows.getLong("at")),
                Ciphertext.of(rows.getBytes("payload")),
                "",
                false);
    }

    static List<Row> messages(Handle handle, ConversationId id, int after, int last) {
        return handle.createQuery(
                        """
                        select number, kind, quotes, at, payload from message
                        where conversation_id = :id and number > :after and number <= :last
                        order by number
                        """)
                .bind("id", id.value())
                .bind("after", after)
                .bind("last", last)
                .map((rows, _) ->
                        new Row(
                                rows.getInt("number"),
                                Instant.ofEpochMilli(rows.getLong("at")),
                                Ciphertext.of(rows.getBytes("payload")),
                                rows.getString("kind"),
                                rows.getInt("quotes") == 1))
                .list();
    }
}
