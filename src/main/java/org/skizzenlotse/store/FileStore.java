// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.blob.Blob;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.form.FileLabel;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Place;

/// The tables `file` and `file_part`. A key says whose files are meant.
public final class FileStore {
    private static final String COLUMNS =
            "select id, state, size, received, attached, scan, touched_at, payload from file ";

    /// What one that is not whole yet will take, as far as that is known.
    private static final String TAKES = "case when size < received then received else size end";

    private final Database database;

    /// Over this database.
    public FileStore(Database database) {
        this.database = database;
    }

    /// How much the files of a conversation may take, how many they may be, and how much all files
    /// may take.
    public record Room(long bytesMax, int filesMax, long totalBytesMax) {}

    /// Whether there is room for one more.
    public enum Fits {
        YES,
        TOO_MANY,
        /// For this conversation.
        TOO_MUCH,
        /// For all together.
        FULL
    }

    /// Writes the row of a file that begins, if there is room for what it announces.
    public Written<Fits> begin(DataKey key, FileRow row, Room room) {
        var payload = sealed(key, row);
        return database.write(
                Job.of(handle -> {
                    if (!ConversationStore.exists(handle, key.id())) throw new Job.Stale();
                    var fits = fits(handle, key.id(), Math.max(0, row.size()), room);
                    if (fits == Fits.YES) insert(handle, key.id(), row, payload);
                    return fits;
                }));
    }

    /// All files of a conversation, the oldest first.
    public List<FileRow> all(DataKey key) {
        return database.read(handle ->
                handle.createQuery(COLUMNS + "where conversation_id = :id order by created_at, id")
                        .bind("id", key.id().value())
                        .map((rows, _) -> row(rows, key))
                        .list());
    }

    /// A file of a conversation.
    public Optional<FileRow> find(DataKey key, String file) {
        return database.read(handle ->
                handle.createQuery(COLUMNS + "where id = :file and conversation_id = :id")
                        .bind("file", file)
                        .bind("id", key.id().value())
                        .map((rows, _) -> row(rows, key))
                        .findOne());
    }

    /// What of a file counts, to be read.
    public Blob blob(DataKey key, String file) {
        var parts =
                database.read(handle ->
                        handle.createQuery(
                                        """
                                        select p.number, p.bytes from file_part p
                                        join file f on f.id = p.file_id
                                        where f.id = :file and f.conversation_id = :id
                                        order by p.number
                                        """)
                                .bind("file", file)
                                .bind("id", key.id().value())
                                .map((rows, _) -> new Blob.Part(rows.getInt(1), rows.getLong(2)))
                                .list());
        return new Blob(file, key.files(), parts);
    }

    /// A part that lies on the disk and goes on at `offset`.
    public record Piece(String file, long offset, Blob.Part part, Instant at) {}

    /// Makes a part count; a conflict when another came first, or the file is gone.
    public Written<Boolean> count(DataKey key, Piece piece) {
        return database.write(
                Job.of(handle -> {
                    int updated =
                            handle.createUpdate(
                                            """
                                            update file set received = received + :bytes,
                                              touched_at = :at
                                            where id = :file and conversation_id = :id
                                              and state = 'receiving' and received = :offset
                                            """)
                                    .bind("bytes", piece.part().bytes())
                                    .bind("at", piece.at().toEpochMilli())
                                    .bind("file", piece.file())
                                    .bind("id", key.id().value())
                                    .bind("offset", piece.offset())
                                    .execute();
                    if (updated == 0) throw new Job.Stale();
                    handle.createUpdate(
                                    """
                                    insert into file_part (file_id, number, bytes)
                                    values (:file, :number, :bytes)
                                    """)
                            .bind("file", piece.file())
                            .bind("number", piece.part().number())
                            .bind("bytes", piece.part().bytes())
                            .execute();
                    return true;
                }));
    }

    /// Takes a file as whole, to be attached and, where somebody looks for harm, looked at; a
    /// conflict when it is whole already, has changed, or is gone.
    public Written<Boolean> ready(DataKey key, FileRow row) {
        var payload = sealed(key, row);
        var due = row.scan() == Scan.PENDING ? row.touchedAt().toEpochMilli() : null;
        return database.write(
                Job.of(handle -> {
                    int updated =
                            handle.createUpdate(
                                            """
                                            update file set state = 'ready', size = received,
                                              scan = :scan, touched_at = :at, due_at = :due,
                                              payload = :payload
                                            where id = :file and conversation_id = :id
                                              and state = 'receiving' and received = :received
                                            """)
                                    .bind("scan", row.scan().id())
                                    .bind("at", row.touchedAt().toEpochMilli())
                                    .bind("due", due)
                                    .bind("payload", payload.bytes())
                                    .bind("file", row.id())
                                    .bind("id", key.id().value())
                                    .bind("received", row.received())
                                    .execute();
                    if (updated == 0) throw new Job.Stale();
                    return true;
                }));
    }

    /// Removes a file that no answer holds; false when there is none.
    public Written<Boolean> remove(ConversationId id, String file, Instant now) {
        return database.write(
                Job.of(handle -> {
                    var free =
                            handle.createQuery(
                                            """
                                            select 1 from file where id = :file
                                              and conversation_id = :id and attached = 0
                                            """)
                                    .bind("file", file)
                                    .bind("id", id.value())
                                    .map((_, _) -> true)
                                    .findOne()
                                    .orElse(false);
                    if (free) FileRemovals.remove(handle, file, now);
                    return free;
                }));
    }

    /// Keeps what the answers hold after a turn, and removes what they held before.
    ///
    /// @throws Job.Stale when one that they hold since is not there, not ready, or harmful
    static void hold(Handle handle, ConversationId id, Change.Held held, Instant now) {
        for (var file : held.fresh()) {
            int kept =
                    handle.createUpdate(
                                    """
                                    update file set attached = 1
                                    where id = :file and conversation_id = :id
                                      and state = 'ready' and scan <> 'infected'
                                    """)
                            .bind("file", file)
                            .bind("id", id.value())
                            .execute();
            if (kept == 0) throw new Job.Stale();
        }
        for (var file : ids(handle, id, "and attached = 1"))
            if (!held.all().contains(file)) FileRemovals.remove(handle, file, now);
    }

    static void removeAll(Handle handle, ConversationId id, Instant now) {
        for (var file : ids(handle, id, "")) FileRemovals.remove(handle, file, now);
    }

    private static List<String> ids(Handle handle, ConversationId id, String which) {
        return handle.createQuery("select id from file where conversation_id = :id " + which)
                .bind("id", id.value())
                .map((rows, _) -> rows.getString(1))
                .list();
    }

    private static Fits fits(Handle handle, ConversationId id, long more, Room room) {
        return handle.createQuery(
                        """
                        select count(*), coalesce(sum(%s), 0),
                          (select coalesce(sum(%s), 0) from file)
                        from file where conversation_id = :id
                        """
                                .formatted(TAKES, TAKES))
                .bind("id", id.value())
                .map((rows, _) -> {
                    if (rows.getInt(1) >= room.filesMax()) return Fits.TOO_MANY;
                    if (rows.getLong(2) + more > room.bytesMax()) return Fits.TOO_MUCH;
                    return rows.getLong(3) + more > room.totalBytesMax() ? Fits.FULL : Fits.YES;
                })
                .one();
    }

    /// How much more is announced by those that are not whole yet, of all conversations.
    public long announcedBytes() {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select coalesce(sum(%s - received), 0) from file
                                where state = 'receiving'
                                """
                                        .formatted(TAKES))
                        .map((rows, _) -> rows.getLong(1))
                        .one());
    }

    private static void insert(Handle handle, ConversationId id, FileRow row, Ciphertext payload) {
        handle.createUpdate(
                        """
                        insert into file (id, conversation_id, state, size, received, attached,
                          scan, created_at, touched_at, attempts, payload)
                        values (:file, :id, 'receiving', :size, 0, 0, :scan, :at, :at, 0, :payload)
                        """)
                .bind("file", row.id())
                .bind("id", id.value())
                .bind("size", row.size())
                .bind("scan", row.scan().id())
                .bind("at", row.touchedAt().toEpochMilli())
                .bind("payload", payload.bytes())
                .execute();
    }

    private static Ciphertext sealed(DataKey key, FileRow row) {
        return key.seal(place(row.id()), row.label().write());
    }

    private static FileRow row(ResultSet rows, DataKey key) throws SQLException {
        var id = rows.getString("id");
        return new FileRow(
                id,
                rows.getString("state").equals("ready"),
                rows.getLong("size"),
                rows.getLong("received"),
                rows.getInt("attached") == 1,
                Scan.of(rows.getString("scan")),
                Instant.ofEpochMilli(rows.getLong("touched_at")),
                FileLabel.read(key.open(place(id), Ciphertext.of(rows.getBytes("payload")))));
    }

    private static Place place(String id) {
        return new Place("file", id, "payload");
    }
}
