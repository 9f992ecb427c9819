// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.Optional;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;

/// How what staff say gets to the applicants: the place on a messenger where it goes, and the mail
/// that tells of it.
public final class Reached {
    private final Database database;

    /// Over this database.
    public Reached(Database database) {
        this.database = database;
    }

    /// Whether somebody of that conversation can be written to on this messenger.
    public boolean hasPlace(ConversationId id, String channel) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select 1 from address
                                where conversation_id = :id and channel = :channel
                                  and standing = 'active' and gone_at is null limit 1
                                """)
                        .bind("id", id.value())
                        .bind("channel", channel)
                        .map((_, _) -> true)
                        .findOne()
                        .orElse(false));
    }

    /// What became of something: it waits (and how often it was tried), it is out, or it failed.
    public record Delivered(State state, int attempts, String why) {}

    /// What can become of something that is sent.
    public enum State {
        WAITING,
        SENT,
        FAILED
    }

    /// What was said at that time, on its messenger; empty where nothing waits there any more.
    public Optional<Delivered> posted(ConversationId id, Instant at) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select max(attempts) as attempts from post
                                where conversation_id = :id and at <= :at
                                having count(*) > 0
                                """)
                        .bind("id", id.value())
                        .bind("at", at.toEpochMilli())
                        .map((rows, _) -> new Delivered(State.WAITING, rows.getInt("attempts"), ""))
                        .findOne());
    }

    /// The mail of that kind and number; empty where there is none.
    public Optional<Delivered> mailed(ConversationId id, String kind, int number) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select sent_at, given_up_at, attempts, why from outbox
                                where conversation_id = :id and kind = :kind and revision = :number
                                limit 1
                                """)
                        .bind("id", id.value())
                        .bind("kind", kind)
                        .bind("number", number)
                        .map((rows, _) -> {
                            var why = Optional.ofNullable(rows.getString("why")).orElse("");
                            var attempts = rows.getInt("attempts");
                            if (rows.getObject("sent_at") != null)
                                return new Delivered(State.SENT, attempts, "");
                            var failed = rows.getObject("given_up_at") != null;
                            return new Delivered(
                                    failed ? State.FAILED : State.WAITING, attempts, why);
                        })
                        .findOne());
    }
}
