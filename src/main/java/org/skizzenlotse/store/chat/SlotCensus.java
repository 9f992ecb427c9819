// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.chat;

import java.time.Duration;
import java.time.Instant;
import org.skizzenlotse.store.database.Database;

/// How much waits in the slots of messengers, for those who look after the installation.
public final class SlotCensus {
    private final Database database;

    /// Of this database.
    public SlotCensus(Database database) {
        this.database = database;
    }

    /// How many updates wait to be dealt with and how many failed for good, how many posts wait to
    /// be sent, and how many of both have waited too long.
    public record Slots(int waiting, int failed, int posts, int late) {}

    /// How it is now; late is what has waited longer than that.
    public Slots look(Instant now, Duration late) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select
                                  (select count(*) from received
                                    where payload is not null and failed_at is null) as waiting,
                                  (select count(*) from received
                                    where failed_at is not null) as failed,
                                  (select count(*) from post) as posts,
                                  (select count(*) from received
                                    where payload is not null and failed_at is null
                                      and at < :late)
                                  + (select count(*) from post where at < :late) as late
                                """)
                        .bind("late", now.minus(late).toEpochMilli())
                        .map((rows, _) ->
                                new Slots(
                                        rows.getInt("waiting"),
                                        rows.getInt("failed"),
                                        rows.getInt("posts"),
                                        rows.getInt("late")))
                        .one());
    }
}
