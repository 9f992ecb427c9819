// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A copy of the database as it was at one moment, taken while others read and write.
public final class Snapshot {
    private Snapshot() {}

    /// Copies the database of a data folder into another folder. Free pages do not come along.
    public static void take(Path data, Path target) throws IOException {
        var copy = Dialect.SQLITE.in(target);
        try (var connection = open(data);
                var statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        } catch (SQLException failed) {
            throw new IOException("not copied", failed);
        }
    }

    /// The parts of files that count in this copy, as paths below a data folder.
    public static List<Path> fileParts(Path folder) throws IOException {
        var parts = new ArrayList<Path>();
        try (var connection = open(folder);
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select file_id, number from file_part order by file_id, number")) {
            while (rows.next()) {
                var id = rows.getString(1);
                parts.add(Path.of("files", id.substring(0, 2), id, "" + rows.getInt(2)));
            }
            return parts;
        } catch (SQLException failed) {
            throw new IOException("not read", failed);
        }
    }

    /// A plain connection, which leaves the journal of a copy as it is.
    private static Connection open(Path folder) throws IOException, SQLException {
        var file = Dialect.SQLITE.in(folder);
        if (!Files.exists(file)) throw new IOException("no database in " + folder);
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }
}
