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

/// The table `wake_up`: one row for each conversation and kind.
public final class WakeUpStore {
    private static final String LEASE =
            """
            update wake_up set leased_until = :until, leased_by = :owner
            where (conversation_id, kind) in (
              select conversation_id, kind from wake_up
              where due_at <= :now and (leased_until is null or leased_until < :now)
              order by due_at limit :limit)
            returning conversation_id, kind
            """;

    private final Database database;

    /// Over this database.
    public WakeUpStore(Database database) {
        this.database = database;
    }

    /// A wake-up that is due.
    public record Due(ConversationId id, String kind) {}

    /// Takes what is due, so that no other process runs it for the time of the lease.
    public List<Due> lease(Instant now, Duration lease, String owner, int limit) {
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
                                                new Due(
                                                        new ConversationId(rows.getString(1)),
                                                        rows.getString(2)))
                                        .list()));
        return written instanceof Written.Done<List<Due>>(var due) ? due : List.of();
    }

    /// Gives those a wake-up of this kind that were handed in and have none, due now: its kind is
    /// the prefix with the time of the last submission behind it.
    public Written<Integer> beginKept(String kind, String prefix, Instant now) {
        return database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                        """
                                        insert into wake_up (conversation_id, kind, due_at)
                                        select c.id, :prefix || cast(coalesce(
                                            (select max(s.at) from submission s
                                              where s.conversation_id = c.id),
                                            c.last_sign_at) as text), :now
                                        from conversation c
                                        where c.lifecycle in
                                            ('submitted', 'reopened', 'closed', 'withdrawn')
                                          and not exists (
                                            select 1 from wake_up w
                                            where w.conversation_id = c.id
                                              and (w.kind = :kind or w.kind like :begun))
                                        """)
                                .bind("kind", kind)
                                .bind("prefix", prefix)
                                .bind("begun", prefix + "%")
                                .bind("now", now.toEpochMilli())
                                .execute()));
    }

    /// Makes all of these kinds due now, if the periods are others than when this was asked last:
    /// whoever runs them sets them anew.
    public Written<Boolean> checkAnew(List<String> kinds, String periods, Instant now) {
        if (!haveChanged(periods)) return new Written.Done<>(false);
        return database.write(
                Job.of(handle -> {
                    for (var kind : kinds)
                        handle.createUpdate(
                                        """
                                        update wake_up set due_at = :now
                                        where kind = :kind and due_at > :now
                                        """)
                                .bind("kind", kind)
                                .bind("now", now.toEpochMilli())
                                .execute();
                    handle.createUpdate(
                                    """
                                    insert into upkeep (name, value) values ('periods', :periods)
                                    on conflict (name) do update set value = excluded.value
                                    """)
                            .bind("periods", periods)
                            .execute();
                    return true;
                }));
    }

    /// Whether the periods are others than when they were asked for last.
    public boolean haveChanged(String periods) {
        return !database.read(WakeUpStore::periods).equals(Optional.of(periods));
    }

    /// A wake-up with the time at which it is due.
    public record DueSince(Due due, Instant since) {}

    /// Those of these kinds that are due at a time, the oldest first; nobody leases them.
    public List<DueSince> due(List<String> kinds, Instant at, int limit) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select conversation_id, kind, due_at from wake_up
                                where due_at <= :at and kind in (<kinds>)
                                order by due_at, conversation_id limit :limit
                                """)
                        .bindList("kinds", kinds)
                        .bind("at", at.toEpochMilli())
                        .bind("limit", limit)
                        .map((rows, _) ->
                                new DueSince(
                                        new Due(
                                                new ConversationId(rows.getString(1)),
                                                rows.getString(2)),
                                        Instant.ofEpochMilli(rows.getLong(3))))
                        .list());
    }

    /// Takes one that is due; false when it is not, or another process is at it.
    public boolean leaseOne(Due due, Instant now, Duration lease, String owner) {
        var written =
                database.write(
                        Job.of(handle ->
                                handle.createUpdate(
                                                        """
                                                        update wake_up set leased_until = :until,
                                                          leased_by = :owner
                                                        where conversation_id = :id
                                                          and kind = :kind and due_at <= :now
                                                          and (leased_until is null
                                                            or leased_until < :now)
                                                        """)
                                                .bind("until", now.plus(lease).toEpochMilli())
                                                .bind("owner", owner)
                                                .bind("id", due.id().value())
                                                .bind("kind", due.kind())
                                                .bind("now", now.toEpochMilli())
                                                .execute()
                                        == 1));
        return written instanceof Written.Done<Boolean>(var taken) && taken;
    }

    private static Optional<String> periods(Handle handle) {
        return handle.createQuery("select value from upkeep where name = 'periods'")
                .map((rows, _) -> rows.getString("value"))
                .findOne();
    }

    /// Whether this owner still has it: a turn in between may have replaced it.
    public boolean isLeased(Due due, String owner) {
        return database.read(handle -> isLeased(handle, due, owner));
    }

    /// The wake-ups of a conversation, by kind.
    public Optional<Instant> due(ConversationId id, String kind) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select due_at from wake_up
                                where conversation_id = :id and kind = :kind
                                """)
                        .bind("id", id.value())
                        .bind("kind", kind)
                        .map((rows, _) -> Instant.ofEpochMilli(rows.getLong("due_at")))
                        .findOne());
    }

    /// Removes the one that a turn answers.
    ///
    /// @throws Job.Stale when somebody else has it by now
    static void answer(Handle handle, ConversationId id, Change.WakeUp answered) {
        int deleted =
                handle.createUpdate(
                                """
                                delete from wake_up where conversation_id = :id
                                  and kind = :kind and leased_by = :owner
                                """)
                        .bind("id", id.value())
                        .bind("kind", answered.kind())
                        .bind("owner", answered.leasedBy())
                        .execute();
        if (deleted == 0) throw new Job.Stale();
    }

    static void replace(Handle handle, ConversationId id, Change.WakeUp wakeUp) {
        handle.createUpdate(
                        """
                        insert into wake_up (conversation_id, kind, due_at)
                        values (:id, :kind, :dueAt)
                        on conflict (conversation_id, kind) do update
                        set due_at = excluded.due_at, leased_until = null, leased_by = null
                        """)
                .bind("id", id.value())
                .bind("kind", wakeUp.kind())
                .bind("dueAt", wakeUp.dueAt().toEpochMilli())
                .execute();
    }

    private static boolean anyDue(Handle handle, Instant now) {
        return handle.createQuery(
                        """
                        select 1 from wake_up
                        where due_at <= :now and (leased_until is null or leased_until < :now)
                        limit 1
                        """)
                .bind("now", now.toEpochMilli())
                .map((_, _) -> true)
                .findOne()
                .orElse(false);
    }

    private static boolean isLeased(Handle handle, Due due, String owner) {
        return handle.createQuery(
                        """
                        select 1 from wake_up
                        where conversation_id = :id and kind = :kind and leased_by = :owner
                        """)
                .bind("id", due.id().value())
                .bind("kind", due.kind())
                .bind("owner", owner)
                .map((_, _) -> true)
                .findOne()
                .orElse(false);
    }
}
