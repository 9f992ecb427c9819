// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.checkup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Looks at the data of a folder with connections of its own, also beside a running service.
public final class Checkup {
    private static final String DATA = "skizzenlotse.db";
    private static final String KEYS = "keys/keys.db";

    /// Two connections of ours never hold a lock longer.
    private static final int WAIT_MILLIS = 5_000;

    private Checkup() {}

    /// What the rows say: mails that wait for longer than that and those given up, files that
    /// nobody has looked at for longer, what of messengers failed, all bytes of files, and the
    /// newest sign of life.
    public record Figures(
            int mailsLate,
            int mailsGivenUp,
            int filesUnseen,
            int updatesFailed,
            long fileBytes,
            Instant newest) {}

    /// The files that are no sound databases, by their names in the folder.
    public static List<String> damaged(Path data) {
        var damaged = new ArrayList<String>();
        for (var name : List.of(DATA, KEYS)) if (!isSound(data.resolve(name))) damaged.add(name);
        return damaged;
    }

    private static boolean isSound(Path file) {
        try (var connection = open(file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("pragma quick_check(1)")) {
            return rows.next() && rows.getString(1).equals("ok");
        } catch (SQLException | IOException unreadable) {
            return false;
        }
    }

    /// The figures of now.
    ///
    /// @throws IOException when they cannot be read
    public static Figures figures(Path data, Instant now, Duration late) throws IOException {
        var before = now.minus(late).toEpochMilli();
        try (var connection = open(data.resolve(DATA));
                var statement =
                        connection.prepareStatement(
                                """
                                select
                                  (select count(*) from outbox where sent_at is null
                                    and given_up_at is null and created_at < ?),
                                  (select count(*) from outbox
                                    where given_up_at is not null and handled_at is null),
                                  (select count(*) from file where due_at is not null
                                    and created_at < ?),
                                  (select count(*) from received
                                    where failed_at is not null),
                                  (select coalesce(sum(received), 0) from file),
                                  (select coalesce(max(last_sign_at), 0) from conversation)
                                """)) {
            statement.setLong(1, before);
            statement.setLong(2, before);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Figures(
                        rows.getInt(1),
                        rows.getInt(2),
                        rows.getInt(3),
                        rows.getInt(4),
                        rows.getLong(5),
                        Instant.ofEpochMilli(rows.getLong(6)));
            }
        } catch (SQLException unreadable) {
            throw new IOException("not read", unreadable);
        }
    }

    private static Connection open(Path file) throws IOException, SQLException {
        if (!Files.isRegularFile(file)) throw new IOException("no database");
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = " + WAIT_MILLIS);
        }
        return connection;
    }
}
