// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.vault.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes. It takes all jobs that wait into one transaction with one commit, a
/// savepoint each where there are several, so that one that fails fails alone; callers go on only
/// after the commit (DESIGN section 7, "Group commit").
final class Writer {
    /// A commit costs the same for one job and for this many; more only makes the first wait.
    static final int BATCH_MAX = 256;

    /// Eight full batches: half a second of work. Who comes then is told to come again.
    static final int WAITING_MAX = 8 * BATCH_MAX;

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final Keys keys;
    private final InstantSource clock;
    private final BlockingQueue<Waiting<?>> queue = new ArrayBlockingQueue<>(WAITING_MAX + 1);
    private final ReentrantLock door = new ReentrantLock();
    private final Waiting<Boolean> last = new Waiting<>(Job.of(_ -> true));
    private final Thread thread;
    private boolean closed;
    private @Nullable Line line;

    Writer(Jdbi jdbi, Dialect dialect, Keys keys, InstantSource clock) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.keys = keys;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("writer").daemon().start(this::work);
    }

    /// Waits until it is durable, or is known not to be.
    <T extends @Nullable Object> Written<T> write(Job<T> job) {
        var waiting = new Waiting<T>(job);
        if (!admit(waiting)) return new Written.Unavailable<>();
        return waiting.await();
    }

    /// Finishes what was admitted, then ends.
    void end() throws InterruptedException {
        door.lock();
        try {
            if (closed) return;
            closed = true;
        } finally {
            door.unlock();
        }
        queue.put(last);
        thread.join();
        if (line != null) line.close();
    }

    private boolean admit(Waiting<?> waiting) {
        door.lock();
        try {
            return !closed && queue.size() < WAITING_MAX && queue.offer(waiting);
        } finally {
            door.unlock();
        }
    }

    private void work() {
        var batch = new ArrayList<Waiting<?>>(BATCH_MAX);
        boolean ended = false;
        while (!ended) {
            batch.clear();
            try {
                batch.add(queue.take());
            } catch (InterruptedException nobodyDoesThat) {
                continue;
            }
            queue.drainTo(batch, BATCH_MAX - 1);
            ended = batch.remove(last);
            if (!batch.isEmpty()) commit(batch);
        }
    }

    /// Whatever happens, every caller gets its answer, and none before the commit. Not even an
    /// error may end the only thread that writes: all who come later would wait for ever.
    private void commit(List<Waiting<?>> batch) {
        boolean committed = false;
        try {
            changeKeys(batch);
            if (line == null) line = Line.open(jdbi, dialect.begin());
            inOneTransaction(line, batch);
            committed = true;
        } catch (Exception | Error failed) {
            LOG.error("not committed jobs={} why={}", batch.size(), why(failed));
            abandon();
        } finally {
            for (var one : batch) one.finish(committed);
        }
    }

    private void changeKeys(List<Waiting<?>> batch) throws SQLException {
        var fresh = batch.stream().flatMap(one -> one.job().fresh().stream()).toList();
        var forgotten = batch.stream().flatMap(one -> one.job().forgotten().stream()).toList();
        if (fresh.isEmpty() && forgotten.isEmpty()) return;
        keys.change(fresh, forgotten, clock.instant());
    }

    private void inOneTransaction(Line open, List<Waiting<?>> batch) throws SQLException {
        open.begin();
        if (batch.size() == 1) {
            if (batch.getFirst().run(open.handle(), dialect)) open.commit();
            else open.rollBack();
            return;
        }
        for (var one : batch) {
            open.savepoint();
            open.release(one.run(open.handle(), dialect));
        }
        open.commit();
    }

    /// A connection that failed is not trusted again; closing it rolls back.
    private void abandon() {
        var failed = line;
        line = null;
        if (failed == null) return;
        try {
            failed.close();
        } catch (RuntimeException gone) {
            LOG.warn("not closed why={}", why(gone));
        }
    }

    private static String why(Throwable failed) {
        var said = StoreUnavailable.innermost(failed);
        return said == null ? failed.getClass().getName() : "" + said.getMessage();
    }
}
