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
import org.skizzenlotse.engine.ConversationId;
import org.sqlite.SQLiteConfig;

/// The keys of all conversations, wrapped by the master key, in a file of their own (DESIGN section
/// 8): deleting one here makes everything unreadable that it sealed, in every copy of the data.
/// Blocks on the disk: call it from a platform thread.
public final class Keys implements AutoCloseable {
    private static final String FILE = "keys.db";

    private final MasterKey master;
    private final Connection reading;
    private final Connection writing;
    private final PreparedStatement find;
    private final ReentrantLock readingLock = new ReentrantLock();
    private final ReentrantLock writingLock = new ReentrantLock();

    private Keys(MasterKey master, Connection reading, Connection writing) throws SQLException {
        this.master = master;
        this.reading = reading;
        this.writing = writing;
        this.find =
                reading.prepareStatement(
                        "select wrapped from wrapped_key where conversation_id = ?");
    }

    /// Opens or makes the keys in this folder.
    public static Keys open(Path folder, int waitMillisMax) throws IOException, SQLException {
        var owner = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(owner));
        var file = folder.resolve(FILE);
        var master = MasterKey.in(folder, Files.exists(file));
        var writing = connect(file, waitMillisMax);
        try (var statement = writing.createStatement()) {
            statement.execute(
                    """
                    create table if not exists wrapped_key (
                      conversation_id text primary key,
                      wrapped blob not null,
                      made_at integer not null)
                    """);
        }
        fit(master, writing, file);
        return new Keys(master, connect(file, waitMillisMax), writing);
    }

    /// Whether there are keys in this folder.
    public static boolean areIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /// One key that opens shows that the master key is theirs.
    private static void fit(MasterKey master, Connection keys, Path file)
            throws IOException, SQLException {
        try (var statement = keys.createStatement();
                var any =
                        statement.executeQuery(
                                "select conversation_id, wrapped from wrapped_key limit 1")) {
            if (any.next()) master.unwrap(new ConversationId(any.getString(1)), any.getBytes(2));
        } catch (Unreadable otherKey) {
            throw new KeysMissing("the master key does not open " + file);
        }
    }

    /// A new key, not stored yet: [#change] does that, before the first row that it seals.
    public DataKey fresh(ConversationId id) {
        return master.fresh(id);
    }

    /// The key of a conversation; none once it is erased.
    public Optional<DataKey> find(ConversationId id) throws SQLException {
        return wrapped(id).map(wrapped -> master.unwrap(id, wrapped));
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
        writingLock.lock();
        try {
            execute("begin immediate");
            try {
                insert(fresh, now);
                delete(deleted);
                execute("commit");
            } catch (SQLException failed) {
                rollBack();
                throw failed;
            }
        } finally {
            writingLock.unlock();
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

    /// A hash by which a secret is found without being stored.
    public String hash(String purpose, String text) {
        return master.hash(purpose, text);
    }

    @Override
    public void close() throws SQLException {
        try (reading) {
            writing.close();
        }
    }

    private void insert(List<DataKey> fresh, Instant now) throws SQLException {
        try (var insert =
                writing.prepareStatement(
                        """
                        insert into wrapped_key (conversation_id, wrapped, made_at)
                        values (?, ?, ?)
                        """)) {
            for (var key : fresh) {
                insert.setString(1, key.id().value());
                insert.setBytes(2, key.wrapped());
                insert.setLong(3, now.toEpochMilli());
                insert.executeUpdate();
            }
        }
    }

    private void delete(List<ConversationId> deleted) throws SQLException {
        try (var delete =
                writing.prepareStatement("delete from wrapped_key where conversation_id = ?")) {
            for (var id : deleted) {
                delete.setString(1, id.value());
                delete.executeUpdate();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = writing.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rollBack() {
        try {
            execute("rollback");
        } catch (SQLException none) {
            // a failed commit may have rolled back by itself
        }
    }

    private static Connection connect(Path file, int waitMillisMax) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(waitMillisMax);
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        return config.createConnection("jdbc:sqlite:" + file);
    }
}
