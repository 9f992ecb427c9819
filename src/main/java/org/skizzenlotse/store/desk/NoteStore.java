// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.KeyLookUp;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.staff.StaffId;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Place;

/// The table `desk_note`: notes of staff, sealed with the key of the conversation, so that they go
/// with it.
public final class NoteStore {
    private final Database database;
    private final InstantSource clock;

    /// Over this database.
    public NoteStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Writes a note down; false where the conversation is gone.
    ///
    /// @throws StoreUnavailable when it is not known to be written; repeat it
    public boolean add(StaffId by, DeskRow row, String text) {
        var key = database.read(_ -> KeyLookUp.find(database, row.id()));
        if (key.isEmpty()) return false;
        var note = new InternalNote(UUID.randomUUID().toString(), by, clock.instant(), text);
        var payload = key.get().seal(place(note.id()), text.getBytes(UTF_8));
        var written =
                database.write(
                        Job.of(handle -> {
                            if (!isThere(handle, row.id())) return false;
                            insert(handle, row, note, payload);
                            return true;
                        }));
        if (written instanceof Written.Done<Boolean>(var added)) return added;
        throw new StoreUnavailable("not written now");
    }

    /// All notes about a conversation, the newest first.
    public List<InternalNote> all(ConversationId id) {
        var sealed = database.read(handle -> sealed(handle, id));
        var key = database.read(_ -> KeyLookUp.find(database, id));
        if (key.isEmpty()) return List.of();
        return sealed.stream().map(one -> one.open(key.get())).toList();
    }

    private record Sealed(String id, StaffId by, Instant at, Ciphertext payload) {
        InternalNote open(DataKey key) {
            return new InternalNote(id, by, at, new String(key.open(place(id), payload), UTF_8));
        }
    }

    private static List<Sealed> sealed(Handle handle, ConversationId id) {
        return handle.createQuery(
                        """
                        select id, staff_id, at, payload from desk_note
                        where conversation_id = :id order by at desc, id
                        """)
                .bind("id", id.value())
                .map((rows, _) ->
                        new Sealed(
                                rows.getString("id"),
                                new StaffId(rows.getString("staff_id")),
                                Instant.ofEpochMilli(rows.getLong("at")),
                                Ciphertext.of(rows.getBytes("payload"))))
                .list();
    }

    private static boolean isThere(Handle handle, ConversationId id) {
        return handle.createQuery("select 1 from desk where conversation_id = :id")
                .bind("id", id.value())
                .map((_, _) -> true)
                .findOne()
                .orElse(false);
    }

    private static void insert(Handle handle, DeskRow row, InternalNote note, Ciphertext payload) {
        handle.createUpdate(
                        """
                        insert into desk_note (id, conversation_id, staff_id, at, payload)
                        values (:note, :id, :by, :at, :payload)
                        """)
                .bind("note", note.id())
                .bind("id", row.id().value())
                .bind("by", note.by().value())
                .bind("at", note.at().toEpochMilli())
                .bind("payload", payload.bytes())
                .execute();
        AuditStore.insert(
                handle,
                AuditEntry.byStaff(note.at(), What.CHANGED, note.by().value(), "note")
                        .about(row.id(), row.reference()));
    }

    private static Place place(String note) {
        return new Place("desk_note", note, "payload");
    }
}
