// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// An open line to the database: a handle, and what begins and ends its transactions, prepared
/// once. Closing it takes back what is not committed.
final class Line implements AutoCloseable {
    private final Handle handle;
    private final PreparedStatement begin;
    private final PreparedStatement savepoint;
    private final PreparedStatement backToSavepoint;
    private final PreparedStatement release;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;

    private Line(Handle handle, String begin) throws SQLException {
        this.handle = handle;
        var connection = handle.getConnection();
        this.begin = connection.prepareStatement(begin);
        savepoint = connection.prepareStatement("savepoint one");
        backToSavepoint = connection.prepareStatement("rollback to savepoint one");
        release = connection.prepareStatement("release savepoint one");
        commit = connection.prepareStatement("commit");
        rollback = connection.prepareStatement("rollback");
    }

    /// Opens one whose transactions begin so.
    static Line open(Jdbi jdbi, String begin) throws SQLException {
        var handle = jdbi.open();
        try {
            return new Line(handle, begin);
        } catch (SQLException unusable) {
            handle.close();
            throw unusable;
        }
    }

    Handle handle() {
        return handle;
    }

    void begin() throws SQLException {
        begin.execute();
    }

    /// From here on one job of several can be taken back alone.
    void savepoint() throws SQLException {
        savepoint.execute();
    }

    /// Ends what began with the savepoint.
    void release(boolean whole) throws SQLException {
        if (!whole) backToSavepoint.execute();
        release.execute();
    }

    void commit() throws SQLException {
        commit.execute();
    }

    void rollBack() throws SQLException {
        rollback.execute();
    }

    @Override
    public void close() {
        handle.close();
    }
}
