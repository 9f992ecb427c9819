// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.audit.AuditEntry.By;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;

/// The table `audit`. Rows are added, and removed when they are old; nothing changes one.
public final class AuditStore {
    /// As long as somebody may ask by law whether an erasure was right: claims end three years
    /// after.
    public static final Period KEPT = Period.ofYears(3);

    private final Database database;

    /// Over this database.
    public AuditStore(Database database) {
        this.database = database;
    }

    /// Adds a row of its own.
    public Written<Boolean> append(AuditEntry entry) {
        return database.write(
                Job.of(handle -> {
                    insert(handle, entry);
                    return true;
                }));
    }

    /// Adds a row in the transaction of what it tells of.
    public static void insert(Handle handle, AuditEntry entry) {
        handle.createUpdate(
                        """
                        insert into audit
                          (id, at, what, actor, conversation_id, reference, why, who)
                        values
                          (:id, :at, :what, :actor, :conversation, :reference, :why, :who)
                        """)
                .bind("id", UUID.randomUUID().toString())
                .bind("at", entry.at().toEpochMilli())
                .bind("what", entry.what().id())
                .bind("actor", entry.by().id())
                .bind("conversation", entry.conversation().map(ConversationId::value).orElse(null))
                .bind("reference", entry.reference().orElse(null))
                .bind("why", entry.why())
                .bind("who", entry.who())
                .execute();
    }

    /// Whether it is told already that this conversation goes.
    public static boolean tellsTheEndOf(Handle handle, ConversationId id) {
        return handle.createQuery(
                        """
                        select 1 from audit
                        where conversation_id = :id and what in ('erased', 'purged') limit 1
                        """)
                .bind("id", id.value())
                .map((_, _) -> true)
                .findOne()
                .orElse(false);
    }

    /// The newest, at most so many, the oldest of them first.
    public List<AuditEntry> newest(int limit) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select at, what, actor, conversation_id, reference, why, who
                                from audit
                                order by at desc, id limit :limit
                                """)
                        .bind("limit", limit)
                        .map((rows, _) -> entry(rows))
                        .list()
                        .reversed());
    }

    /// So many, after so many newer ones.
    public record Range(int count, long after) {}

    /// The newest first; of one reference, conversation or account unless that is empty.
    public List<AuditEntry> newest(String referenceOrId, Range range) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select at, what, actor, conversation_id, reference, why, who
                                from audit
                                where :given = '' or reference = :given or who = :given
                                  or conversation_id = :given or conversation_id in (
                                    select conversation_id from audit where reference = :given)
                                order by at desc, id limit :count offset :after
                                """)
                        .bind("given", referenceOrId)
                        .bind("count", range.count())
                        .bind("after", range.after())
                        .map((rows, _) -> entry(rows))
                        .list());
    }

    /// All of a conversation, by its reference or ID, the oldest first.
    public List<AuditEntry> of(String referenceOrId) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select at, what, actor, conversation_id, reference, why, who
                                from audit
                                where conversation_id = :given or reference = :given
                                  or conversation_id in (
                                    select conversation_id from audit where reference = :given)
                                order by at, id
                                """)
                        .bind("given", referenceOrId)
                        .map((rows, _) -> entry(rows))
                        .list());
    }

    /// Removes what is older than [#KEPT].
    public void removeOld(Instant now) {
        var before = now.atOffset(ZoneOffset.UTC).minus(KEPT).toInstant().toEpochMilli();
        boolean any =
                database.read(handle ->
                        handle.createQuery("select 1 from audit where at < :before limit 1")
                                .bind("before", before)
                                .map((_, _) -> true)
                                .findOne()
                                .orElse(false));
        if (any)
            database.write(
                    Job.of(handle ->
                            handle.createUpdate("delete from audit where at < :before")
                                    .bind("before", before)
                                    .execute()));
    }

    private static AuditEntry entry(ResultSet rows) throws SQLException {
        return new AuditEntry(
                Instant.ofEpochMilli(rows.getLong("at")),
                What.of(rows.getString("what")),
                By.of(rows.getString("actor")),
                Optional.ofNullable(rows.getString("conversation_id")).map(ConversationId::new),
                Optional.ofNullable(rows.getString("reference")),
                rows.getString("why"),
                rows.getString("who"));
    }
}
