// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Duration;
import java.time.Instant;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;

/// What staff must be reminded of: an answer promised for soon that nobody has given, and what they
/// wanted to be reminded of. Each goes into the outbox once.
public final class DeskDue {
    /// So long before a promised day.
    static final Duration BEFORE = Duration.ofDays(2);

    /// Where nobody has said more than that it arrived and is read.
    private static final String PROMISED =
            """
            insert into outbox (id, conversation_id, kind, revision, created_at, due_at, attempts)
            select 'p' || d.promised_at || d.conversation_id, d.conversation_id, 'promised',
              d.revision, :now, :now, 0
            from desk d join conversation c on c.id = d.conversation_id
            where d.promised_at <= :soon and d.status in ('arrived', 'reading')
              and c.lifecycle in ('submitted', 'reopened')
            on conflict (id) do nothing
            """;

    private static final String WANTED =
            """
            insert into outbox (id, conversation_id, kind, revision, created_at, due_at, attempts)
            select 'w' || d.remind_at || d.conversation_id, d.conversation_id, 'wanted',
              d.revision, :now, :now, 0
            from desk d where d.remind_at <= :now
            on conflict (id) do nothing
            """;

    private final Database database;

    /// Over this database.
    public DeskDue(Database database) {
        this.database = database;
    }

    /// Leaves what is due to be sent; how many there were. The ID of a row holds its conversation
    /// and its day, so that none is told twice.
    public int remind(Instant now) {
        var written =
                database.write(
                        Job.of(handle -> {
                            int promised =
                                    handle.createUpdate(PROMISED)
                                            .bind("now", now.toEpochMilli())
                                            .bind("soon", now.plus(BEFORE).toEpochMilli())
                                            .execute();
                            int wanted =
                                    handle.createUpdate(WANTED)
                                            .bind("now", now.toEpochMilli())
                                            .execute();
                            return promised + wanted;
                        }));
        return written instanceof Written.Done<Integer>(var rows) ? rows : 0;
    }
}
