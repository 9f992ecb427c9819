// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;

/// The table `outbox`: what is to be sent after a turn. A row is leased, sent, and then marked; who
/// dies in between sends it again after the lease.
public final class OutboxStore {
    private static final String LEASE =
            """
            update outbox set leased_until = :until, leased_by = :owner, attempts = attempts + 1
            where id in (
              select id from outbox
              where sent_at is null and given_up_at is null and due_at <= :now
                and (leased_until is null or leased_until < :now)
              order by due_at limit :limit)
            returning id, conversation_id, kind, revision, reference, attempts
            """;

    private final Database database;

    /// Over this database.
    public OutboxStore(Database database) {
        this.database = database;
    }

    /// Something to send: `attempts` counts this one. The reference is there only where it must
    /// outlive the conversation (`withdrawn`).
    public record Leased(
            String id,
            ConversationId conversation,
            String kind,
            int revision,
            Optional<String> reference,
            int attempts) {}

    /// Takes what is due, so that no other process sends it for the time of the lease.
    public List<Leased> lease(Instant now, Duration lease, String owner, int limit) {
        if (!database.read(handle -> anyDue(handle, now))) return List.of();
        var until = now.plus(lease).toEpochMilli();
        var written =
                database.write(
                        Job.of(handle ->
                                handle.createQuery(LEASE)
                                        .bind("now", now.toEpochMilli())
                                        .bind("until", until)
                                        .bind("owner", owner)
                                        .bind("limit", limit)
                                        .map((rows, _) ->
                                                new Leased(
                                                        rows.getString("id"),
                                                        new ConversationId(
                                                                rows.getString("conversation_id")),
                                                        rows.getString("kind"),
                                                        rows.getInt("revision"),
                                                        Optional.ofNullable(
                                                                rows.getString("reference")),
                                                        rows.getInt("attempts")))
                                        .list()));
        return written instanceof Written.Done<List<Leased>>(var leased) ? leased : List.of();
    }

    /// Marks it as sent; false when its conversation was erased meanwhile, so that what was written
    /// must be deleted again. Unavailable: it will be leased and sent once more.
    public Written<Boolean> sent(Leased leased, Instant now) {
        return database.write(
                Job.of(handle -> {
                    handle.createUpdate(
                                    """
                                    update outbox set sent_at = :now, leased_until = null,
                                      leased_by = null
                                    where id = :id
                                    """)
                            .bind("now", now.toEpochMilli())
                            .bind("id", leased.id())
                            .execute();
                    return ConversationStore.exists(handle, leased.conversation());
                }));
    }

    /// Gives it back to be tried again at that time.
    public Written<Boolean> later(Leased leased, Instant due) {
        return database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                                """
                                                update outbox set due_at = :due,
                                                  leased_until = null, leased_by = null
                                                where id = :id
                                                """)
                                        .bind("due", due.toEpochMilli())
                                        .bind("id", leased.id())
                                        .execute()
                                == 1));
    }

    /// Tries it no more.
    public Written<Boolean> giveUp(Leased leased, Instant now) {
        return database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                                """
                                                update outbox set given_up_at = :now,
                                                  leased_until = null, leased_by = null
                                                where id = :id
                                                """)
                                        .bind("now", now.toEpochMilli())
                                        .bind("id", leased.id())
                                        .execute()
                                == 1));
    }

    /// How many were given up.
    public int givenUp() {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select count(*) from outbox
                                where given_up_at is not null
                                """)
                        .map((rows, _) -> rows.getInt(1))
                        .one());
    }

    static void insert(Handle handle, ConversationId id, Change.Errand errand, Instant at) {
        handle.createUpdate(
                        """
                        insert into outbox (id, conversation_id, kind, revision, reference,
                          created_at, due_at, attempts)
                        values (:id, :conversation, :kind, :revision, :reference, :at, :at, 0)
                        """)
                .bind("id", errand.id())
                .bind("conversation", id.value())
                .bind("kind", errand.kind())
                .bind("revision", errand.revision())
                .bind("reference", errand.reference().orElse(null))
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /// What needs the content of an erased conversation cannot be sent any more.
    static void deleteWhatNeedsContent(Handle handle, ConversationId id) {
        handle.createUpdate(
                        """
                        delete from outbox where conversation_id = :id
                          and (reference is null or sent_at is not null)
                        """)
                .bind("id", id.value())
                .execute();
    }

    private static boolean anyDue(Handle handle, Instant now) {
        return handle.createQuery(
                        """
                        select 1 from outbox
                        where sent_at is null and given_up_at is null and due_at <= :now
                          and (leased_until is null or leased_until < :now)
                        limit 1
                        """)
                .bind("now", now.toEpochMilli())
                .map((_, _) -> true)
                .findOne()
                .orElse(false);
    }
}
