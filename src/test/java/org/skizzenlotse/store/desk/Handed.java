// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.KeyLookUp;
import org.skizzenlotse.store.vault.Ciphertext;

/// Rows of sketches that were handed in, as a submission writes them, without one.
public final class Handed {
    private final Database database;
    private final Turns turns;

    /// Into this database.
    public Handed(Database database) {
        this.database = database;
        this.turns = new Turns(database);
    }

    /// What differs from one to the next.
    public record Row(String reference, Instant at, String light, String topic, String text) {}

    /// Hands one in.
    public ConversationId in(Row row) {
        var id = new ConversationId("c-" + row.reference());
        var began = new Happened.Began("skizze", "h1", "de", row.at());
        var conversation = Conversation.begun(id, began);
        var marks = new Stored.Marks("web", true, row.at(), row.at());
        var stored = Stored.none(conversation, marks, turns.freshKey(id));
        var beginning =
                new Change(
                        stored,
                        conversation,
                        marks,
                        row.at(),
                        List.of(began),
                        List.of(),
                        Change.Rows.NONE);
        turns.begin(beginning, "token-" + row.reference());
        var key = database.read(_ -> KeyLookUp.find(database, id)).orElseThrow();
        var words = SearchText.of(row.text()).getBytes(UTF_8);
        var text = key.seal(DeskSearch.WORDS, words);
        database.write(
                Job.of(handle -> {
                    insert(handle, id, row);
                    put(handle, id, text);
                    return true;
                }));
        return id;
    }

    /// From now on it stands there.
    public void stands(String reference, String status) {
        database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                        "update desk set status = :status where reference = :one")
                                .bind("status", status)
                                .bind("one", reference)
                                .execute()));
    }

    /// From now on it has that light.
    public void shines(String reference, String light) {
        database.write(
                Job.of(handle ->
                        handle.createUpdate("update desk set light = :light where reference = :one")
                                .bind("light", light)
                                .bind("one", reference)
                                .execute()));
    }

    private static void put(Handle handle, ConversationId id, Ciphertext sealed) {
        handle.createUpdate(
                        """
                        insert into desk_text (conversation_id, payload) values (:id, :payload)
                        on conflict (conversation_id) do update set payload = excluded.payload
                        """)
                .bind("id", id.value())
                .bind("payload", sealed.bytes())
                .execute();
    }

    private static void insert(Handle handle, ConversationId id, Row row) {
        handle.createUpdate(
                        """
                        insert into desk (conversation_id, reference, dialog, revision, first_at,
                          at, light, topic, open_points, status, status_at, news_at, version)
                        values (:id, :reference, 'skizze', 1, :at, :at, :light, :topic, 2,
                          'arrived', :at, :at, 1)
                        """)
                .bind("id", id.value())
                .bind("reference", row.reference())
                .bind("at", row.at().toEpochMilli())
                .bind("light", row.light())
                .bind("topic", row.topic())
                .execute();
    }
}
