// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.staff.StaffId;

/// The statements of a change, which count it, do it and note it, or tell who came first.
final class Changing {
    /// More labels on one sketch sort nothing any more.
    private static final int LABELS_MAX = 12;

    private Changing() {}

    /// Who does something, and when.
    record Who(StaffId id, Instant at) {
        /// Notes in the audit what was done to a row.
        void note(Handle handle, DeskRow row, What what, String why) {
            AuditStore.insert(
                    handle,
                    AuditEntry.byStaff(at, what, id.value(), why).about(row.id(), row.reference()));
        }
    }

    static Changed change(Handle handle, Who who, DeskRow shown, DeskChange change) {
        var collided = raise(handle, shown);
        if (collided.isPresent()) return collided.get();
        apply(handle, shown.id(), change);
        var what = change instanceof DeskChange.Told ? What.WRITTEN : What.CHANGED;
        who.note(handle, shown, what, change.word());
        return new Changed.Done(shown.state().version() + 1);
    }

    /// Counts one more change, where nobody came first.
    private static Optional<Changed> raise(Handle handle, DeskRow shown) {
        int raised =
                handle.createUpdate(
                                """
                                update desk set version = version + 1
                                where conversation_id = :id and version = :version
                                """)
                        .bind("id", shown.id().value())
                        .bind("version", shown.state().version())
                        .execute();
        if (raised == 1) return Optional.empty();
        boolean there =
                handle.createQuery("select 1 from desk where conversation_id = :id")
                        .bind("id", shown.id().value())
                        .map((_, _) -> true)
                        .findOne()
                        .orElse(false);
        return Optional.of(
                there ? new Changed.Collided(lastBy(handle, shown.id())) : new Changed.NotThere());
    }

    private static @Nullable StaffId lastBy(Handle handle, ConversationId id) {
        return handle.createQuery(
                        """
                        select who from audit
                        where conversation_id = :id and what in ('changed', 'written')
                        order by at desc limit 1
                        """)
                .bind("id", id.value())
                .map((rows, _) -> new StaffId(rows.getString(1)))
                .findOne()
                .orElse(null);
    }

    private static void apply(Handle handle, ConversationId id, DeskChange change) {
        switch (change) {
            case DeskChange.Told(_, var answers) -> {
                if (answers) set(handle, id, "promised_at", null);
            }
            case DeskChange.Assigned(var to) ->
                    set(handle, id, "assigned", to == null ? null : to.value());
            case DeskChange.Reminding(var at) ->
                    set(handle, id, "remind_at", at == null ? null : at.toEpochMilli());
            case DeskChange.Promising(var at) ->
                    set(handle, id, "promised_at", at == null ? null : at.toEpochMilli());
            case DeskChange.Labelled(var label) ->
                    handle.createUpdate(
                                    """
                                    insert into desk_label (conversation_id, label)
                                    select :id, :label where (select count(*) from desk_label
                                      where conversation_id = :id) < :most
                                    on conflict (conversation_id, label) do nothing
                                    """)
                            .bind("id", id.value())
                            .bind("label", label)
                            .bind("most", LABELS_MAX)
                            .execute();
            case DeskChange.Unlabelled(var label) ->
                    handle.createUpdate(
                                    """
                                    delete from desk_label
                                    where conversation_id = :id and label = :label
                                    """)
                            .bind("id", id.value())
                            .bind("label", label)
                            .execute();
        }
    }

    private static void set(
            Handle handle, ConversationId id, String column, @Nullable Object value) {
        handle.createUpdate("update desk set " + column + " = :value where conversation_id = :id")
                .bind("id", id.value())
                .bind("value", value)
                .execute();
    }
}
