// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.skizzenlotse.engine.ConversationId;

/// The keys of all conversations, wrapped by the master key, in a file of their own (DESIGN section
/// 8): deleting one here makes everything unreadable that it sealed, in every copy of the data.
/// Blocks on the disk: call it from a platform thread.
public final class Keys implements AutoCloseable {
    private static final String FILE = "keys.db";

    /// One change of the master key can pass between two reads; more in this time is none.
    private static final int TRIES_MAX = 10;

    /// Nobody waits for a change of the master key, and others write meanwhile.
    private static final int CHANGE_WAIT_MILLIS_MAX = 60_000;

    private final Master masters;
    private final LookUp lookUp;
    private final KeysFile writing;
    private final Connection reading;
    private final PreparedStatement find;
    private final ReentrantLock readingLock = new ReentrantLock();
    private volatile MasterKey master;

    private Keys(Master masters, Begun begun, KeysFile writing, Connection reading)
            throws SQLException {
        this.masters = masters;
        this.master = begun.master();
        this.lookUp = begun.lookUp();
        this.writing = writing;
        this.reading = reading;
        this.find =
                reading.prepareStatement(
                        "select wrapped from wrapped_key where conversation_id = ?");
    }

    private record Begun(MasterKey master, LookUp lookUp) {}

    /// Opens or makes the keys in this folder, and finishes a change of the master key that was
    /// stopped.
    public static Keys open(Path folder, int waitMillisMax) throws IOException, SQLException {
        var owner = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(owner));
        var file = folder.resolve(FILE);
        var masterFile = new MasterFile(folder);
        masterFile.make(Files.exists(file));
        var masters = new Master(masterFile);
        var writing = new KeysFile(file, waitMillisMax);
        try {
            var begun = writing.inTransaction(connection -> begin(masters, connection));
            return new Keys(masters, begun, writing, KeysFile.connect(file, waitMillisMax));
        } catch (IOException | SQLException | RuntimeException unusable) {
            writing.close();
            throw unusable;
        }
    }

    /// Whether there are keys in this folder.
    public static boolean areIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    private static Begun begin(Master masters, Connection writing)
            throws IOException, SQLException {
        boolean isNew = !hasKeys(writing);
        try (var statement = writing.createStatement()) {
            statement.execute(
                    """
                    create table if not exists wrapped_key (
                      conversation_id text primary key,
                      wrapped blob not null,
                      made_at integer not null)
                    """);
        }
        masters.begin(writing, isNew);
        masters.settle(writing, _ -> {});
        var master = masters.of(writing);
        return new Begun(master, masters.lookUp(writing, master));
    }

    private static boolean hasKeys(Connection writing) throws SQLException {
        try (var tables = writing.getMetaData().getTables(null, null, "wrapped_key", null)) {
            return tables.next();
        }
    }

    /// A new key, not stored yet: [#change] does that, before the first row that it seals.
    public DataKey fresh(ConversationId id) {
        return new DataKey(id, new SecretKeySpec(Sealed.random(MasterKey.BYTES), "AES"));
    }

    /// The key of a conversation; none once it is erased.
    public Optional<DataKey> find(ConversationId id) throws SQLException {
        for (int i = 0; i < TRIES_MAX; i++) {
            var row = wrapped(id);
            if (row.isEmpty()) return Optional.empty();
            var held = master;
            if (held.hasWrapped(row.get())) return Optional.of(held.unwrap(id, row.get()));
            readingLock.lock();
            try {
                keepUp(reading);
            } finally {
                readingLock.unlock();
            }
        }
        throw new Unreadable("another master key");
    }

    /// A new master key for an installation that may run meanwhile.
    ///
    /// @throws IOException when it stays the old one
    public static void changeMasterIn(Path folder) throws IOException {
        try (var keys = open(folder, CHANGE_WAIT_MILLIS_MAX)) {
            keys.changeMaster();
        } catch (SQLException | Unreadable failed) {
            throw new IOException("the master key stays", failed);
        }
    }

    /// Puts a new master key in the place of the old one, of which no byte is left on return. All
    /// that has these keys open goes on with the new one; stopped anywhere, the next opening
    /// finishes it or takes it back.
    public void changeMaster() throws IOException, SQLException {
        changeMaster(_ -> {});
    }

    void changeMaster(Consumer<Master.Point> passing) throws IOException, SQLException {
        writing.inTransaction(connection -> {
            masters.settle(connection, passing);
            masters.change(connection, passing);
            return true;
        });
        passing.accept(Master.Point.COMMITTED);
        master =
                writing.inTransaction(connection -> {
                    masters.settle(connection, passing);
                    return masters.of(connection);
                });
    }

    /// Copies all keys as they are at one moment, with the master key that opens them.
    public void copyInto(Path folder) throws IOException {
        readingLock.lock();
        try {
            writing.inTransaction(connection -> {
                masters.settle(connection, _ -> {});
                masters.copyInto(folder);
                try (var copy = reading.prepareStatement("vacuum into ?")) {
                    copy.setString(1, folder.resolve(FILE).toString());
                    return copy.execute();
                }
            });
        } catch (SQLException failed) {
            throw new IOException("the keys were not copied", failed);
        } finally {
            readingLock.unlock();
        }
    }

    /// Another process may have changed the master key.
    private void keepUp(Connection connection) throws SQLException {
        if (masters.isInForce(connection, master)) return;
        try {
            master = masters.of(connection);
        } catch (IOException lost) {
            throw new SQLException("the master key cannot be read", lost);
        }
    }

    private Optional<byte[]> wrapped(ConversationId id) throws SQLException {
        readingLock.lock();
        try {
            find.setString(1, id.value());
            try (var rows = find.executeQuery()) {
                return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
            }
        } finally {
            readingLock.unlock();
        }
    }

    /// Stores new keys and deletes others in one transaction. When it returns, the new ones are
    /// durable, and of the deleted ones no byte is left: `secure_delete` overwrites them, and the
    /// journal that could bring them back is gone with the commit.
    public void change(List<DataKey> fresh, List<ConversationId> deleted, Instant now)
            throws SQLException {
        try {
            writing.inTransaction(connection -> {
                insert(connection, fresh, now);
                delete(connection, deleted);
                return true;
            });
        } catch (IOException lost) {
            throw new SQLException("the master key cannot be read", lost);
        }
    }

    /// Those of these conversations that have a key.
    public Set<ConversationId> among(List<ConversationId> ids) throws SQLException {
        readingLock.lock();
        try (var query =
                reading.prepareStatement("select 1 from wrapped_key where conversation_id = ?")) {
            var known = new HashSet<ConversationId>();
            for (var id : ids) {
                query.setString(1, id.value());
                try (var rows = query.executeQuery()) {
                    if (rows.next()) known.add(id);
                }
            }
            return known;
        } finally {
            readingLock.unlock();
        }
    }

    /// The conversations after `after`, in their order, whose keys were made before.
    public List<ConversationId> madeBefore(Instant time, String after, int limit)
            throws SQLException {
        readingLock.lock();
        try (var query =
                reading.prepareStatement(
                        """
                        select conversation_id from wrapped_key
                        where made_at < ? and conversation_id > ?
                        order by conversation_id limit ?
                        """)) {
            query.setLong(1, time.toEpochMilli());
            query.setString(2, after);
            query.setInt(3, limit);
            var ids = new ArrayList<ConversationId>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) ids.add(new ConversationId(rows.getString(1)));
            }
            return ids;
        } finally {
            readingLock.unlock();
        }
    }

    /// A keyed hash, as hex, by which a secret is found without being stored; one purpose cannot be
    /// found by the hash of another.
    public String hash(String purpose, String text) {
        return lookUp.hash(purpose, text);
    }

    @Override
    public void close() throws SQLException {
        try (reading) {
            writing.close();
        }
    }

    private void insert(Connection writing, List<DataKey> fresh, Instant now) throws SQLException {
        if (fresh.isEmpty()) return;
        keepUp(writing);
        var held = master;
        try (var insert =
                writing.prepareStatement(
                        """
                        insert into wrapped_key (conversation_id, wrapped, made_at)
                        values (?, ?, ?)
                        """)) {
            for (var key : fresh) {
                insert.setString(1, key.id().value());
                insert.setBytes(2, held.wrap(key));
                insert.setLong(3, now.toEpochMilli());
                insert.executeUpdate();
            }
        }
    }

    private static void delete(Connection writing, List<ConversationId> deleted)
            throws SQLException {
        try (var delete =
                writing.prepareStatement("delete from wrapped_key where conversation_id = ?")) {
            for (var id : deleted) {
                delete.setString(1, id.value());
                delete.executeUpdate();
            }
        }
    }
}
