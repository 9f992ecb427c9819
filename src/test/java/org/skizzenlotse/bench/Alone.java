// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.random.RandomGenerator;
import org.sqlite.SQLiteConfig;

/// One conversation alone, whose every turn waits for the disk by itself, beside single commits of
/// one row of the same size on the same disk.
final class Alone {
    private static final int CONVERSATIONS_A_ROUND = 20;
    private static final int COMMITS_A_ROUND = 600;

    /// Rounds before the first that counts: the machine's compiler needs some 10,000 turns.
    private static final int WARM_UP = 20;

    private static final int ROW_BYTES = 2_000;

    private Alone() {}

    static void run(Path folder, int rounds) throws IOException, SQLException {
        Figures.say(
                "One conversation alone, beside single commits (SQLite, WAL, synchronous=FULL)");
        var work = new Workload(Workload.SMALL);
        var figures = new Figures();
        try (var durable = new Durable(folder, java.util.List.of(work));
                var single = connect(folder.resolve("single.db"))) {
            for (int round = -WARM_UP; round < rounds; round++) {
                var commits = commits(single);
                var turns = turns(durable, work, round);
                if (round < 0) continue;
                figures.add("single commit of one row", commits);
                figures.add("durable turn, one conversation", turns);
            }
        }
        figures.print("a second");
        Figures.goal(
                "turn : single commit",
                figures.ratio("durable turn, one conversation", "single commit of one row"),
                ">=",
                0.6);
    }

    private static double turns(Durable durable, Workload work, int seed) {
        long nanos = 0;
        int turns = 0;
        for (int i = 0; i < CONVERSATIONS_A_ROUND; i++) {
            var token = durable.open(work);
            var began = System.nanoTime();
            for (var answer : work.answers(seed * CONVERSATIONS_A_ROUND + i)) {
                durable.turn(token, answer);
                turns++;
            }
            nanos += System.nanoTime() - began;
        }
        return turns * 1e9 / nanos;
    }

    private static double commits(Connection single) throws SQLException {
        var random = RandomGenerator.getDefault();
        var row = new byte[ROW_BYTES];
        var began = System.nanoTime();
        try (var upsert =
                single.prepareStatement(
                        """
                        insert into one (id, state) values (?, ?)
                        on conflict (id) do update set state = excluded.state
                        """)) {
            for (int i = 0; i < COMMITS_A_ROUND; i++) {
                random.nextBytes(row);
                upsert.setInt(1, random.nextInt(1_000));
                upsert.setBytes(2, row);
                upsert.executeUpdate();
            }
        }
        return COMMITS_A_ROUND * 1e9 / (System.nanoTime() - began);
    }

    private static Connection connect(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        var connection = config.createConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists one (id integer primary key, state blob not null)");
        }
        return connection;
    }
}
