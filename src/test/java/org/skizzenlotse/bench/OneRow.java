// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.sqlite.SQLiteConfig;

/// The limit: one row a turn, many turns a commit, by plain JDBC without anything between.
final class OneRow implements BareServer.Writing {
    private static final int BATCH_MAX = 256;

    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(8 * BATCH_MAX);
    private final List<Rows> rows;
    private final Connection connection;

    OneRow(Path file, List<Rows> rows) throws SQLException {
        this.rows = rows;
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        connection = config.createConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("create table one (id text primary key, state blob not null)");
        }
        connection.setAutoCommit(false);
        Thread.ofPlatform().daemon().start(this::work);
    }

    private record Waiting(String id, int bytes, CountDownLatch done) {}

    @Override
    public void begin(String id) {
        write(id, rows.getFirst().state());
    }

    @Override
    public void turn(String id, int number) {
        write(id, rows.get((number - 1) % rows.size()).state());
    }

    private void write(String id, int bytes) {
        var waiting = new Waiting(id, bytes, new CountDownLatch(1));
        try {
            queue.put(waiting);
            waiting.done().await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("ended", ended);
        }
    }

    private void work() {
        var batch = new ArrayList<Waiting>();
        try (var upsert =
                connection.prepareStatement(
                        """
                        insert into one (id, state) values (?, ?)
                        on conflict (id) do update set state = excluded.state
                        """)) {
            while (true) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch, BATCH_MAX - 1);
                for (var one : batch) {
                    upsert.setString(1, one.id());
                    upsert.setBytes(2, random(one.bytes()));
                    upsert.executeUpdate();
                }
                connection.commit();
                batch.forEach(one -> one.done().countDown());
            }
        } catch (SQLException | InterruptedException ended) {
            throw new IllegalStateException("the writer ended", ended);
        }
    }

    /// Identical rows would not be written.
    static byte[] random(int bytes) {
        var random = new byte[bytes];
        RandomGenerator.getDefault().nextBytes(random);
        return random;
    }
}
