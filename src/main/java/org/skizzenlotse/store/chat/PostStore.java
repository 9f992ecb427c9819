// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.chat;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;

/// The table `post`: what is still to be said on messengers. Rows are written with the turn that
/// said it, sent afterwards, piece by piece, and deleted.
public final class PostStore {
    private final Database database;

    /// Over this database.
    public PostStore(Database database) {
        this.database = database;
    }

    /// The messages from `first` to `last` (none where last is smaller), and what is asked then,
    /// for the address of that hash; `pieces` of it went out already. `at` tells it from one that
    /// asks the same again.
    public record Post(
            ConversationId conversation,
            String address,
            int first,
            int last,
            int pieces,
            int attempts,
            Instant due,
            Instant at) {}

    /// What a turn said on a channel to one of its people: from which message to which.
    public record Said(String channel, int person, int first, int last, Instant at) {}

    /// It goes to the place of that person there, where there is one.
    public static void insert(Handle handle, ConversationId id, Said said) {
        handle.createUpdate(
                        """
                        insert into post (conversation_id, address, first_message, last_message,
                          pieces, at, due_at, attempts)
                        select :id, hash, :first, :last, 0, :now, :now, 0 from address
                        where conversation_id = :id and channel = :channel and person = :person
                          and standing = 'active' and gone_at is null
                        order by used_at desc limit 1
                        on conflict do nothing
                        """)
                .bind("id", id.value())
                .bind("channel", said.channel())
                .bind("person", said.person())
                .bind("first", said.first())
                .bind("last", said.last())
                .bind("now", said.at().toEpochMilli())
                .execute();
    }

    /// At this address what is asked now is to be said once more.
    public static void ask(Handle handle, ConversationId id, String address, Instant now) {
        handle.createUpdate(
                        """
                        insert into post (conversation_id, address, first_message, last_message,
                          pieces, at, due_at, attempts)
                        select :id, :address, last_message + 1, last_message, 0, :now, :now, 0
                        from conversation where id = :id
                        on conflict (conversation_id, address, last_message) do update
                          set pieces = 0, at = excluded.at, due_at = excluded.due_at
                        """)
                .bind("id", id.value())
                .bind("address", address)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /// What is to be said on a channel, in the order in which it is said; also what is not due yet,
    /// as it holds up what comes after it.
    public List<Post> all(String channel, int limit) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select p.conversation_id, p.address, p.first_message,
                                  p.last_message, p.pieces, p.attempts, p.due_at, p.at
                                from post p join address a on a.hash = p.address
                                  and a.conversation_id = p.conversation_id
                                where a.channel = :channel
                                order by p.at, p.last_message limit :limit
                                """)
                        .bind("channel", channel)
                        .bind("limit", limit)
                        .map((rows, _) ->
                                new Post(
                                        new ConversationId(rows.getString("conversation_id")),
                                        rows.getString("address"),
                                        rows.getInt("first_message"),
                                        rows.getInt("last_message"),
                                        rows.getInt("pieces"),
                                        rows.getInt("attempts"),
                                        Instant.ofEpochMilli(rows.getLong("due_at")),
                                        Instant.ofEpochMilli(rows.getLong("at"))))
                        .list());
    }

    /// So many pieces of it are out.
    public Written<Boolean> sent(Post post, int pieces) {
        return change(
                post,
                "update post set pieces = :pieces, attempts = 0",
                query -> query.bind("pieces", pieces));
    }

    /// All of it is out, or it never will be.
    public Written<Boolean> done(Post post) {
        return change(post, "delete from post", query -> query);
    }

    /// It is tried again then.
    public Written<Boolean> later(Post post, Instant due) {
        return change(
                post,
                "update post set due_at = :due, attempts = attempts + 1",
                query -> query.bind("due", due.toEpochMilli()));
    }

    private Written<Boolean> change(Post post, String what, UnaryOperator<Update> bound) {
        return database.write(
                Job.of(handle ->
                        bound.apply(
                                                handle.createUpdate(
                                                        what
                                                                + " where conversation_id = :id and"
                                                                + " address = :address and"
                                                                + " last_message = :last"))
                                        .bind("id", post.conversation().value())
                                        .bind("address", post.address())
                                        .bind("last", post.last())
                                        .execute()
                                == 1));
    }

    /// Nothing more is said at this address.
    static void dropAll(Handle handle, String address) {
        handle.createUpdate("delete from post where address = :address")
                .bind("address", address)
                .execute();
    }
}
