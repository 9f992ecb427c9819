// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;

/// The table `file_removal`: files whose rows are gone and whose bytes may still be there.
public final class FileRemovals {
    private final Database database;

    /// Over this database.
    public FileRemovals(Database database) {
        this.database = database;
    }

    /// What is to be removed now, at most so many.
    public List<String> due(Instant now, int limit) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select id from file_removal where due_at <= :now
                                order by due_at limit :limit
                                """)
                        .bind("now", now.toEpochMilli())
                        .bind("limit", limit)
                        .map((rows, _) -> rows.getString(1))
                        .list());
    }

    /// The bytes are gone.
    public Written<Boolean> done(String id) {
        return database.write(
                Job.of(handle ->
                        handle.createUpdate("delete from file_removal where id = :id")
                                        .bind("id", id)
                                        .execute()
                                == 1));
    }

    /// It could not be done; it is tried again then.
    public Written<Boolean> later(String id, Instant due) {
        return database.write(
                Job.of(handle ->
                        handle.createUpdate("update file_removal set due_at = :due where id = :id")
                                        .bind("due", due.toEpochMilli())
                                        .bind("id", id)
                                        .execute()
                                == 1));
    }

    /// Removes what no answer came to hold since then, and links that were good until then; says
    /// how many files.
    public Written<Integer> removeUnused(Instant touchedBefore, Instant now, int limit) {
        return database.write(
                Job.of(handle -> {
                    LinkStore.deleteOver(handle, touchedBefore);
                    var unused = unused(handle, touchedBefore, limit);
                    for (var id : unused) remove(handle, id, now);
                    return unused.size();
                }));
    }

    /// Whether there is something for [#removeUnused] to do.
    public boolean hasUnused(Instant touchedBefore) {
        return database.read(handle ->
                !unused(handle, touchedBefore, 1).isEmpty()
                        || LinkStore.anyOver(handle, touchedBefore));
    }

    /// The numbers of the parts of a file that count; nothing when there is no such file.
    public Optional<Set<Integer>> counted(String id) {
        return database.read(handle -> {
            var there =
                    handle.createQuery("select 1 from file where id = :id")
                            .bind("id", id)
                            .map((_, _) -> true)
                            .findOne();
            return there.map(_ ->
                    new HashSet<>(
                            handle.createQuery("select number from file_part where file_id = :id")
                                    .bind("id", id)
                                    .map((rows, _) -> rows.getInt(1))
                                    .list()));
        });
    }

    /// The row goes, and in the same transaction it is noted that the bytes must.
    static void remove(Handle handle, String id, Instant now) {
        handle.createUpdate(
                        """
                        insert into file_removal (id, due_at) values (:id, :now)
                        on conflict (id) do nothing
                        """)
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate("delete from file where id = :id").bind("id", id).execute();
    }

    private static List<String> unused(Handle handle, Instant touchedBefore, int limit) {
        return handle.createQuery(
                        """
                        select id from file where attached = 0 and touched_at < :before
                        order by touched_at limit :limit
                        """)
                .bind("before", touchedBefore.toEpochMilli())
                .bind("limit", limit)
                .map((rows, _) -> rows.getString(1))
                .list();
    }
}
