// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;

/// The tables `target` and `staff_event`: where submissions go besides the mailbox of the team, and
/// which event of the team's room tells of which conversation.
public final class TargetStore {
    private final Database database;

    /// Over this database.
    public TargetStore(Database database) {
        this.database = database;
    }

    /// Submissions go there from now on, besides the mailbox; what waits for a target that is none
    /// any more is given up visibly.
    public Written<Boolean> set(Collection<String> names, Instant now) {
        return database.write(
                Job.of(handle -> {
                    handle.execute("delete from target");
                    for (var name : Set.copyOf(names))
                        handle.createUpdate("insert into target (name) values (:name)")
                                .bind("name", name)
                                .execute();
                    return handle.createUpdate(
                                            """
                                            update outbox set given_up_at = :now, why = 'unset'
                                            where sent_at is null and given_up_at is null
                                              and target <> :mail
                                              and target not in (select name from target)
                                            """)
                                    .bind("now", now.toEpochMilli())
                                    .bind("mail", OutboxStore.MAIL)
                                    .execute()
                            > 0;
                }));
    }

    /// That event of that room tells of this conversation; false when it was erased meanwhile.
    public Written<Boolean> remember(
            String event, String room, ConversationId conversation, Instant at) {
        return database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                                """
                                                insert into staff_event
                                                  (event_id, conversation_id, room, at)
                                                select :event, id, :room, :at from conversation
                                                where id = :conversation
                                                on conflict (event_id) do nothing
                                                """)
                                        .bind("event", event)
                                        .bind("conversation", conversation.value())
                                        .bind("room", room)
                                        .bind("at", at.toEpochMilli())
                                        .execute()
                                == 1));
    }

    /// The conversation that an event of that room tells of, if it is ours and there.
    public Optional<ConversationId> conversation(String event, String room) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select conversation_id from staff_event
                                where event_id = :event and room = :room
                                """)
                        .bind("event", event)
                        .bind("room", room)
                        .map((rows, _) -> new ConversationId(rows.getString("conversation_id")))
                        .findOne());
    }

    /// The same to each other target.
    static void forward(Handle handle, String id) {
        handle.createUpdate(
                        """
                        insert into outbox (id, conversation_id, kind, revision, reference,
                          created_at, due_at, attempts, target)
                        select id || '-' || target.name, conversation_id, kind, revision,
                          reference, created_at, due_at, 0, target.name
                        from outbox cross join target where outbox.id = :id
                        """)
                .bind("id", id)
                .execute();
    }
}
