// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;

/// Links by which files come in from elsewhere: rows of the table `token`, of which a hash is kept.
public final class LinkStore {
    /// So many are good at once; the oldest goes when one more is made.
    static final int LINKS_MAX = 5;

    private final Database database;

    /// Over this database.
    public LinkStore(Database database) {
        this.database = database;
    }

    /// A link, with the question for files that it is for, until when it is good, and whose it is.
    public record Link(String secret, StepId step, Instant at, Instant until, int person) {
        @Override
        public String toString() {
            return "Link[" + step + "]";
        }
    }

    /// Makes it good.
    public Written<Boolean> make(ConversationId id, Link link) {
        var hash = hash(database, link.secret());
        return database.write(
                Job.of(handle -> {
                    if (!ConversationStore.exists(handle, id)) throw new Job.Stale();
                    insert(handle, id, hash, link);
                    handle.createUpdate(
                                    """
                                    delete from token where conversation_id = :id
                                      and kind = 'upload' and hash not in (
                                        select hash from token
                                        where conversation_id = :id and kind = 'upload'
                                        order by created_at desc, hash = :hash desc limit :max)
                                    """)
                            .bind("id", id.value())
                            .bind("hash", hash)
                            .bind("max", LINKS_MAX)
                            .execute();
                    return true;
                }));
    }

    /// The question that a link is for, while it is good.
    public Optional<StepId> step(String secret, Instant now) {
        var hash = hash(database, secret);
        return database.read(handle ->
                handle.createQuery(
                                """
                                select step from token
                                where hash = :hash and kind = 'upload' and expires_at > :now
                                """)
                        .bind("hash", hash)
                        .bind("now", now.toEpochMilli())
                        .map((rows, _) -> new StepId(rows.getString(1)))
                        .findOne());
    }

    /// Ends it; false when it had ended.
    public Written<Boolean> useUp(String secret) {
        var hash = hash(database, secret);
        return database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                                """
                                                delete from token
                                                where hash = :hash and kind = 'upload'
                                                """)
                                        .bind("hash", hash)
                                        .execute()
                                == 1));
    }

    static String hash(Database database, String secret) {
        return database.keys().hash("upload link", secret);
    }

    static void deleteOver(Handle handle, Instant before) {
        handle.createUpdate(
                        """
                        delete from token
                        where kind in ('upload', 'invite', 'move', 'arriving')
                          and expires_at < :before
                        """)
                .bind("before", before.toEpochMilli())
                .execute();
    }

    static boolean anyOver(Handle handle, Instant before) {
        return handle.createQuery(
                        """
                        select 1 from token
                        where kind in ('upload', 'invite', 'move', 'arriving')
                          and expires_at < :before limit 1
                        """)
                .bind("before", before.toEpochMilli())
                .map((_, _) -> true)
                .findOne()
                .orElse(false);
    }

    private static void insert(Handle handle, ConversationId id, String hash, Link link) {
        handle.createUpdate(
                        """
                        insert into token
                          (hash, conversation_id, kind, created_at, expires_at, step, person)
                        values (:hash, :id, 'upload', :at, :until, :step, :person)
                        """)
                .bind("hash", hash)
                .bind("id", id.value())
                .bind("at", link.at().toEpochMilli())
                .bind("until", link.until().toEpochMilli())
                .bind("step", link.step().value())
                .bind("person", link.person())
                .execute();
    }
}
