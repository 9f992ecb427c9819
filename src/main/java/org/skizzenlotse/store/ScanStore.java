// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.blob.Blob;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.KeyLookUp;
import org.skizzenlotse.store.database.Written;

/// Which files are to be looked at for harm, and what came of it.
public final class ScanStore {
    private static final String LEASE =
            """
            update file set leased_until = :until, leased_by = :owner, attempts = attempts + 1
            where id in (
              select id from file
              where due_at <= :now and (leased_until is null or leased_until < :now)
              order by due_at limit :limit)
            returning id, conversation_id, attempts
            """;

    private final Database database;

    /// Over this database.
    public ScanStore(Database database) {
        this.database = database;
    }

    /// A file to look at: `attempts` counts this one.
    public record Leased(String id, ConversationId conversation, int attempts) {}

    /// How many wait to be looked at, how many of them have failed so far, and in how many
    /// something was found.
    public record Tally(int waiting, int failed, int infected) {}

    /// Takes what is due, so that no other process looks at it for the time of the lease.
    public List<Leased> lease(Instant now, Duration lease, String owner, int limit) {
        if (!database.read(
                handle ->
                        handle.createQuery("select 1 from file where due_at <= :now limit 1")
                                .bind("now", now.toEpochMilli())
                                .map((_, _) -> true)
                                .findOne()
                                .isPresent())) return List.of();
        var written =
                database.write(
                        Job.of(handle ->
                                handle.createQuery(LEASE)
                                        .bind("now", now.toEpochMilli())
                                        .bind("until", now.plus(lease).toEpochMilli())
                                        .bind("owner", owner)
                                        .bind("limit", limit)
                                        .map((rows, _) ->
                                                new Leased(
                                                        rows.getString(1),
                                                        new ConversationId(rows.getString(2)),
                                                        rows.getInt(3)))
                                        .list()));
        return written instanceof Written.Done<List<Leased>>(var leased) ? leased : List.of();
    }

    /// Its bytes; nothing once its conversation is erased.
    public Optional<Blob> blob(Leased leased) {
        return database.read(_ -> KeyLookUp.find(database, leased.conversation()))
                .map(key -> new FileStore(database).blob(key, leased.id()));
    }

    /// Notes what was found, for good.
    public Written<Boolean> found(Leased leased, Scan scan) {
        return settle(leased, scan, Optional.empty());
    }

    /// Notes that it is to be looked at again then; until that it counts as not looked at.
    public Written<Boolean> again(Leased leased, Scan scan, Instant due) {
        return settle(leased, scan, Optional.of(due));
    }

    private Written<Boolean> settle(Leased leased, Scan scan, Optional<Instant> due) {
        return database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                                """
                                                update file set scan = :scan, due_at = :due,
                                                  leased_until = null, leased_by = null
                                                where id = :id and attempts = :attempts
                                                """)
                                        .bind("scan", scan.id())
                                        .bind("due", due.map(Instant::toEpochMilli).orElse(null))
                                        .bind("id", leased.id())
                                        .bind("attempts", leased.attempts())
                                        .execute()
                                == 1));
    }

    /// Takes up the files that came while nobody looked.
    public Written<Integer> takeUp(Instant now) {
        return database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                        """
                                        update file set scan = 'pending', due_at = :now
                                        where scan = 'off' and state = 'ready'
                                        """)
                                .bind("now", now.toEpochMilli())
                                .execute()));
    }

    /// How it stands.
    public Tally tally() {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select count(due_at),
                                  count(case when scan = 'failed' then 1 end),
                                  count(case when scan = 'infected' then 1 end)
                                from file where scan <> 'off'
                                """)
                        .map((rows, _) -> new Tally(rows.getInt(1), rows.getInt(2), rows.getInt(3)))
                        .one());
    }
}
