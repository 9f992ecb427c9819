// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings the schema to the version that this code expects.
final class Migrations {
    /// How many migrations there are, numbered from one on, so that a start with nothing to do need
    /// not load Flyway (300 ms of the 1.5 s in which the service is ready).
    static final int COUNT = 14;

    private Migrations() {}

    static void run(Dialect dialect, DataSource source) throws SQLException {
        if (isComplete(source)) return;
        // a folder may have met a later one before an earlier one; none reads what another makes
        Flyway.configure()
                .outOfOrder(true)
                .dataSource(source)
                .locations(dialect.migrations())
                .placeholders(dialect.types())
                .load()
                .migrate();
    }

    /// Whether all of them are there, whatever their order was, and none failed halfway.
    private static boolean isComplete(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var tables =
                        connection
                                .getMetaData()
                                .getTables(null, null, "flyway_schema_history", null)) {
            if (!tables.next()) return false;
            try (var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery(
                                    """
                                    select count(distinct version), min(success)
                                    from flyway_schema_history where version is not null
                                    """)) {
                return rows.next() && rows.getInt(1) == COUNT && rows.getBoolean(2);
            }
        }
    }
}
