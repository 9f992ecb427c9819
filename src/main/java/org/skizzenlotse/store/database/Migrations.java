// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// Brings the schema to the version that this code expects.
final class Migrations {
    /// The newest migration, so that a start with nothing to do need not load Flyway (300 ms of the
    /// 1.5 s in which the service is ready).
    static final String NEWEST = "3";

    private Migrations() {}

    static void run(Dialect dialect, DataSource source) throws SQLException {
        if (Objects.equals(installed(source), NEWEST)) return;
        Flyway.configure()
                .dataSource(source)
                .locations(dialect.migrations())
                .placeholders(dialect.types())
                .load()
                .migrate();
    }

    /// The version of the schema; null where there is none or a migration failed halfway.
    private static @Nullable String installed(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var tables =
                        connection
                                .getMetaData()
                                .getTables(null, null, "flyway_schema_history", null)) {
            if (!tables.next()) return null;
            try (var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery(
                                    """
                                    select version, success from flyway_schema_history
                                    order by installed_rank desc limit 1
                                    """)) {
                return rows.next() && rows.getBoolean("success") ? rows.getString("version") : null;
            }
        }
    }
}
