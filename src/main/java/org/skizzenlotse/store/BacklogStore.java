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

/// What of the table `outbox` has not left yet, for those who look after it.
public final class BacklogStore {
    private final Database database;

    /// Over this database.
    public BacklogStore(Database database) {
        this.database = database;
    }

    /// How much waits, since when the oldest of it does, how much of it has waited too long, and
    /// how much was given up without anybody having seen to it.
    public record Backlog(int waiting, Optional<Instant> oldest, int late, int givenUp) {
        /// Whether somebody should look.
        public boolean needsCare() {
            return late > 0 || givenUp > 0;
        }
    }

    /// One thing that has not left: `why` is the last failure in a word, empty before the first.
    public record Unsent(
            String target,
            String kind,
            String reference,
            Instant since,
            int attempts,
            String why,
            boolean givenUp) {}

    /// What has not left; late is what has waited longer than that.
    public Backlog look(Instant now, Duration late) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select count(*) as waiting, min(created_at) as oldest,
                                  count(case when created_at < :late then 1 end) as late,
                                  (select count(*) from outbox
                                    where given_up_at is not null and handled_at is null)
                                    as given_up
                                from outbox where sent_at is null and given_up_at is null
                                """)
                        .bind("late", now.minus(late).toEpochMilli())
                        .map((rows, _) -> {
                            var waiting = rows.getInt("waiting");
                            var oldest = Instant.ofEpochMilli(rows.getLong("oldest"));
                            return new Backlog(
                                    waiting,
                                    waiting == 0 ? Optional.empty() : Optional.of(oldest),
                                    rows.getInt("late"),
                                    rows.getInt("given_up"));
                        })
                        .one());
    }

    /// The oldest of what has not left, at most so many.
    public List<Unsent> unsent(int limit) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select outbox.target, outbox.kind, outbox.created_at,
                                  outbox.attempts,
                                  outbox.given_up_at, coalesce(outbox.why, '') as why,
                                  coalesce(outbox.reference, conversation.reference, '') as ref
                                from outbox left join conversation
                                  on conversation.id = outbox.conversation_id
                                where outbox.sent_at is null and outbox.handled_at is null
                                order by outbox.created_at limit :limit
                                """)
                        .bind("limit", limit)
                        .map((rows, _) ->
                                new Unsent(
                                        rows.getString("target"),
                                        rows.getString("kind"),
                                        rows.getString("ref"),
                                        Instant.ofEpochMilli(rows.getLong("created_at")),
                                        rows.getInt("attempts"),
                                        rows.getString("why"),
                                        rows.getObject("given_up_at") != null))
                        .list());
    }

    /// Tries all again, from now on and from the first attempt; says how many.
    public Written<Integer> again(Instant now) {
        return database.write(Job.of(handle -> again(handle, now)));
    }

    /// Takes what was given up as seen to; says how many.
    public Written<Integer> handled(Instant now) {
        return database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                        """
                                        update outbox set handled_at = :now
                                        where given_up_at is not null and handled_at is null
                                        """)
                                .bind("now", now.toEpochMilli())
                                .execute()));
    }

    /// What was sent of a sketch, or is to be, to one target: `why` is the last failure in a word,
    /// empty where there was none since.
    public record Delivered(
            String id,
            String target,
            String kind,
            int revision,
            Instant since,
            int attempts,
            String why,
            Optional<Instant> sent,
            boolean givenUp) {}

    /// All that staff get of a conversation, the newest first.
    public List<Delivered> deliveries(ConversationId id) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select id, target, kind, revision, created_at, attempts,
                                  coalesce(why, '') as why, sent_at, given_up_at
                                from outbox where conversation_id = :id and payload is null
                                order by created_at desc, target
                                """)
                        .bind("id", id.value())
                        .map((rows, _) -> {
                            var sent = Instant.ofEpochMilli(rows.getLong("sent_at"));
                            return new Delivered(
                                    rows.getString("id"),
                                    rows.getString("target"),
                                    rows.getString("kind"),
                                    rows.getInt("revision"),
                                    Instant.ofEpochMilli(rows.getLong("created_at")),
                                    rows.getInt("attempts"),
                                    rows.getString("why"),
                                    rows.getObject("sent_at") == null
                                            ? Optional.empty()
                                            : Optional.of(sent),
                                    rows.getObject("given_up_at") != null);
                        })
                        .list());
    }

    /// Sends one thing once more under its old name, whether it arrived or was given up; says how
    /// many, which is one or none.
    public Written<Integer> resend(String id, Instant now) {
        return database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                        """
                                        update outbox set due_at = :now, sent_at = null,
                                          given_up_at = null, handled_at = null, attempts = 0
                                        where id = :id and payload is null
                                          and (leased_until is null or leased_until < :now)
                                        """)
                                .bind("now", now.toEpochMilli())
                                .bind("id", id)
                                .execute()));
    }

    /// Sends the newest sketch of that reference once more to that target; says how many.
    public Written<Integer> resend(String reference, String target, Instant now) {
        return database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                        """
                                        update outbox set due_at = :now, sent_at = null,
                                          given_up_at = null, handled_at = null, attempts = 0
                                        where id = (
                                          select outbox.id from outbox join conversation
                                            on conversation.id = outbox.conversation_id
                                          where conversation.reference = :reference
                                            and outbox.target = :target
                                            and outbox.kind in ('mail', 'removed')
                                          order by outbox.created_at desc limit 1)
                                        and (leased_until is null or leased_until < :now)
                                        """)
                                .bind("now", now.toEpochMilli())
                                .bind("reference", reference)
                                .bind("target", target)
                                .execute()));
    }

    private static int again(Handle handle, Instant now) {
        return handle.createUpdate(
                        """
                        update outbox set due_at = :now, given_up_at = null, attempts = 0
                        where sent_at is null and handled_at is null
                          and (leased_until is null or leased_until < :now)
                        """)
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
