// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.KeyLookUp;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Place;

/// The table `submission`: one row for each revision of a sketch handed over, immutable but for
/// what people take out of it.
public final class SubmissionStore {
    private final Database database;

    /// Over this database.
    public SubmissionStore(Database database) {
        this.database = database;
    }

    /// A submission, opened.
    public record Submitted(
            ConversationId conversation,
            int revision,
            String reference,
            String dialogHash,
            String schema,
            Instant at,
            String sketch) {
        @Override
        public String toString() {
            return "Submitted[" + reference + " " + revision + "]";
        }
    }

    /// A submission; none once its conversation is erased.
    public Optional<Submitted> find(ConversationId id, int revision) {
        var sealed = database.read(handle -> row(handle, id, revision));
        var key = database.read(_ -> KeyLookUp.find(database, id));
        if (sealed.isEmpty() || key.isEmpty()) return Optional.empty();
        return Optional.of(sealed.get().open(key.get()));
    }

    /// The last revision; none once its conversation is erased.
    public Optional<Submitted> newest(ConversationId id) {
        var last =
                database.read(handle ->
                        handle.createQuery(
                                        """
                                        select max(revision) from submission
                                        where conversation_id = :id
                                        """)
                                .bind("id", id.value())
                                .mapTo(Integer.class)
                                .findOne());
        return last.flatMap(revision -> find(id, revision));
    }

    static Ciphertext sealed(Change.Submission submission, DataKey key) {
        return sealed(submission.revision(), submission.sketch(), key);
    }

    static Ciphertext sealed(int revision, String sketch, DataKey key) {
        return key.seal(place(revision), sketch.getBytes(UTF_8));
    }

    /// Replaces sketches by revision: the one change that what was handed over may see, because
    /// people took something out of it (DSGVO, Art. 17).
    static void redact(Handle handle, ConversationId id, Map<Integer, Ciphertext> sketches) {
        sketches.forEach((revision, sketch) ->
                handle.createUpdate(
                                """
                                update submission set sketch = :sketch
                                where conversation_id = :id and revision = :revision
                                """)
                        .bind("id", id.value())
                        .bind("revision", revision)
                        .bind("sketch", sketch.bytes())
                        .execute());
    }

    static void insert(
            Handle handle, Writable change, Change.Submission submission, Ciphertext sketch) {
        handle.createUpdate(
                        """
                        insert into submission
                          (conversation_id, revision, reference, dialog_hash, schema, at, sketch)
                        values (:id, :revision, :reference, :dialogHash, :schema, :at, :sketch)
                        """)
                .bind("id", change.after().id().value())
                .bind("revision", submission.revision())
                .bind("reference", submission.reference())
                .bind("dialogHash", change.after().dialogHash())
                .bind("schema", submission.schema())
                .bind("at", change.at().toEpochMilli())
                .bind("sketch", sketch.bytes())
                .execute();
    }

    static List<String> references(Handle handle, ConversationId id) {
        return handle.createQuery(
                        """
                        select reference from submission where conversation_id = :id
                        union
                        select reference from conversation
                        where id = :id and reference is not null
                        """)
                .bind("id", id.value())
                .map((rows, _) -> rows.getString("reference"))
                .list();
    }

    private record Row(Submitted submitted, Ciphertext sketch) {
        Submitted open(DataKey key) {
            var text = new String(key.open(place(submitted.revision()), sketch), UTF_8);
            return new Submitted(
                    submitted.conversation(),
                    submitted.revision(),
                    submitted.reference(),
                    submitted.dialogHash(),
                    submitted.schema(),
                    submitted.at(),
                    text);
        }
    }

    private static Optional<Row> row(Handle handle, ConversationId id, int revision) {
        return handle.createQuery(
                        """
                        select reference, dialog_hash, schema, at, sketch from submission
                        where conversation_id = :id and revision = :revision
                        """)
                .bind("id", id.value())
                .bind("revision", revision)
                .map((rows, _) ->
                        new Row(
                                new Submitted(
                                        id,
                                        revision,
                                        rows.getString("reference"),
                                        rows.getString("dialog_hash"),
                                        rows.getString("schema"),
                                        Instant.ofEpochMilli(rows.getLong("at")),
                                        ""),
                                Ciphertext.of(rows.getBytes("sketch"))))
                .findOne();
    }

    private static Place place(int revision) {
        return new Place("submission", "" + revision, "sketch");
    }
}
