// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/// The one connection of this process that writes to `keys.db`. Its transactions exclude each
/// other, also those of other processes.
final class KeysFile implements AutoCloseable {
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    /// Makes the file where there is none, for its owner only.
    KeysFile(Path file, int waitMillisMax) throws IOException, SQLException {
        this.connection = connect(file, waitMillisMax);
        var owners = PosixFilePermissions.fromString("rw-------");
        if (!Files.getPosixFilePermissions(file).equals(owners))
            Files.setPosixFilePermissions(file, owners);
    }

    /// What is done in a transaction.
    interface Step<T> {
        T run(Connection connection) throws IOException, SQLException;
    }

    <T> T inTransaction(Step<T> step) throws IOException, SQLException {
        lock.lock();
        try {
            execute("begin immediate");
            try {
                var done = step.run(connection);
                execute("commit");
                return done;
            } catch (IOException | SQLException | RuntimeException failed) {
                rollBack();
                throw failed;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /// Another connection, with the same care for what is deleted.
    static Connection connect(Path file, int waitMillisMax) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(waitMillisMax);
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
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
}
