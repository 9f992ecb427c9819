// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/// The statements of one connection, prepared once: preparing costs more than most of them do. What
/// was bound is forgotten after each use.
final class Prepared extends DefaultStatementBuilder {
    /// More than the stores have; what comes beyond is prepared each time.
    private static final int KEPT_MAX = 100;

    private final Map<String, PreparedStatement> idle = new HashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context)
            throws SQLException {
        var known = idle.remove(sql);
        return known == null ? super.create(connection, sql, context) : known;
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        if (statement instanceof PreparedStatement prepared
                && idle.size() < KEPT_MAX
                && !idle.containsKey(sql)) {
            prepared.clearBatch();
            prepared.clearParameters();
            idle.put(sql, prepared);
        } else {
            super.close(connection, sql, statement);
        }
    }

    @Override
    public void close(Connection connection) {
        for (var statement : idle.values())
            try {
                statement.close();
            } catch (SQLException gone) {
                // closing the connection ends it all the same
            }
        idle.clear();
    }
}
