// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.form.ConversationForm;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Place;

/// The table `conversation`.
final class ConversationStore {
    private ConversationStore() {}

    /// A row before it is opened.
    record Row(
            ConversationId id,
            int revision,
            int lastFact,
            int lastMessage,
            Stored.Marks marks,
            Ciphertext state,
            int person) {

        Stored open(DataKey key) {
            var state = ConversationForm.read(id, key.open(place(id), this.state));
            return new Stored(state, revision, lastFact, lastMessage, marks, key, person);
        }
    }

    static Ciphertext sealed(Conversation conversation, DataKey key) {
        return key.seal(place(conversation.id()), ConversationForm.write(conversation));
    }

    static Optional<Row> byToken(Handle handle, TokenStore.Kind kind, String hash, Instant now) {
        return handle.createQuery(
                        """
                        select c.id, c.revision, c.last_fact, c.last_message, c.channel,
                          c.consented, c.created_at, c.last_sign_at, c.state, t.person
                        from token t join conversation c on c.id = t.conversation_id
                        where t.hash = :hash and t.kind = :kind
                          and (t.expires_at is null or t.expires_at > :now)
                        """)
                .bind("hash", hash)
                .bind("kind", kind.id())
                .bind("now", now.toEpochMilli())
                .map((rows, _) -> row(rows))
                .findOne();
    }

    static Optional<Row> byId(Handle handle, ConversationId id) {
        return handle.createQuery(
                        """
                        select id, revision, last_fact, last_message, channel,
                          consented, created_at, last_sign_at, state, 1 as person
                        from conversation where id = :id
                        """)
                .bind("id", id.value())
                .map((rows, _) -> row(rows))
                .findOne();
    }

    static void insert(Handle handle, Writable change, Ciphertext state) {
        handle.createUpdate(
                        """
                        insert into conversation (id, dialog, dialog_hash, lifecycle, revision,
                          last_fact, last_message, reference, channel, consented, created_at,
                          last_sign_at, state)
                        values (:id, :dialog, :dialogHash, :lifecycle, 1, :lastFact, :lastMessage,
                          :reference, :channel, :consented, :createdAt, :lastSignAt, :state)
                        """)
                .bind("id", change.after().id().value())
                .bind("dialog", change.after().dialog())
                .bind("dialogHash", change.after().dialogHash())
                .bind("lifecycle", change.after().lifecycle().id())
                .bind("lastFact", change.happened().size())
                .bind("lastMessage", change.messages().size())
                .bind("reference", reference(change))
                .bind("channel", change.marks().channel())
                .bind("consented", change.marks().consented() ? 1 : 0)
                .bind("createdAt", change.marks().createdAt().toEpochMilli())
                .bind("lastSignAt", change.marks().lastSignAt().toEpochMilli())
                .bind("state", state.bytes())
                .execute();
    }

    /// @throws Job.Stale when another turn came first, or it was erased
    static void update(Handle handle, Writable change, Ciphertext state) {
        var before = change.before();
        int updated =
                handle.createUpdate(
                                """
                                update conversation set dialog_hash = :dialogHash,
                                  lifecycle = :lifecycle, revision = :before + 1,
                                  last_fact = :lastFact, last_message = :lastMessage,
                                  reference = :reference, channel = :channel,
                                  consented = :consented, last_sign_at = :lastSignAt,
                                  state = :state
                                where id = :id and revision = :before
                                """)
                        .bind("id", change.after().id().value())
                        .bind("before", before.revision())
                        .bind("dialogHash", change.after().dialogHash())
                        .bind("lifecycle", change.after().lifecycle().id())
                        .bind("lastFact", before.lastFact() + change.happened().size())
                        .bind("lastMessage", before.lastMessage() + change.messages().size())
                        .bind("reference", reference(change))
                        .bind("channel", change.marks().channel())
                        .bind("consented", change.marks().consented() ? 1 : 0)
                        .bind("lastSignAt", change.marks().lastSignAt().toEpochMilli())
                        .bind("state", state.bytes())
                        .execute();
        if (updated == 0) throw new Job.Stale();
    }

    /// The person was here, without a turn.
    static void signOfLife(Handle handle, ConversationId id, Instant at) {
        handle.createUpdate("update conversation set last_sign_at = :at where id = :id")
                .bind("at", at.toEpochMilli())
                .bind("id", id.value())
                .execute();
    }

    static Optional<ConversationId> find(Handle handle, String referenceOrId) {
        return handle.createQuery(
                        """
                        select id from conversation where id = :given or reference = :given
                        union
                        select conversation_id from submission where reference = :given
                        """)
                .bind("given", referenceOrId)
                .map((rows, _) -> new ConversationId(rows.getString("id")))
                .findFirst();
    }

    static List<ConversationId> idsAfter(Handle handle, String after, int limit) {
        return handle.createQuery(
                        """
                        select id from conversation where id > :after order by id limit :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map((rows, _) -> new ConversationId(rows.getString("id")))
                .list();
    }

    /// Those whose erasing began with a turn.
    static List<ConversationId> begunToErase(Handle handle, int limit) {
        return handle.createQuery(
                        "select id from conversation where lifecycle = 'erased' limit :limit")
                .bind("limit", limit)
                .map((rows, _) -> new ConversationId(rows.getString("id")))
                .list();
    }

    static boolean exists(Handle handle, ConversationId id) {
        return handle.createQuery("select 1 from conversation where id = :id")
                .bind("id", id.value())
                .map((_, _) -> true)
                .findOne()
                .orElse(false);
    }

    static void delete(Handle handle, ConversationId id) {
        handle.createUpdate("delete from conversation where id = :id")
                .bind("id", id.value())
                .execute();
    }

    private static @Nullable String reference(Writable change) {
        var reference = change.after().reference();
        return reference.isEmpty() ? null : reference;
    }

    private static Row row(ResultSet rows) throws SQLException {
        return new Row(
                new ConversationId(rows.getString("id")),
                rows.getInt("revision"),
                rows.getInt("last_fact"),
                rows.getInt("last_message"),
                new Stored.Marks(
                        rows.getString("channel"),
                        rows.getInt("consented") == 1,
                        Instant.ofEpochMilli(rows.getLong("created_at")),
                        Instant.ofEpochMilli(rows.getLong("last_sign_at"))),
                Ciphertext.of(rows.getBytes("state")),
                rows.getInt("person"));
    }

    private static Place place(ConversationId id) {
        return new Place("conversation", id.value(), "state");
    }
}
