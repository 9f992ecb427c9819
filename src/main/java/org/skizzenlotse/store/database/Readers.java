// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Few platform threads that read, each with a connection of its own: the driver's native code
/// would pin the carriers of virtual threads. What one function reads is one picture.
final class Readers {
    /// As many as there are carriers on the small machine that this is made for.
    private static final int THREADS = 2;

    /// A second of reads; who comes then is told to come again.
    private static final int WAITING_MAX = 8_192;

    /// A read takes milliseconds; ten seconds later the process ends anyway.
    private static final int END_SECONDS_MAX = 10;

    private final Jdbi jdbi;
    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(THREADS);
    private final ThreadPoolExecutor threads;

    Readers(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING_MAX),
                        Thread.ofPlatform().name("reader-", 1).daemon().factory());
    }

    <T extends @Nullable Object> T read(Function<Handle, T> reading) {
        var task = new FutureTask<T>(() -> readHere(reading));
        try {
            threads.execute(task);
        } catch (RejectedExecutionException full) {
            throw new StoreUnavailable("too many reads wait");
        }
        try {
            return task.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted");
        } catch (ExecutionException failed) {
            throw thrown(failed);
        }
    }

    void end() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(END_SECONDS_MAX, TimeUnit.SECONDS);
        lines.forEach(Line::close);
    }

    private <T extends @Nullable Object> T readHere(Function<Handle, T> reading)
            throws SQLException {
        var line = lines.poll();
        if (line == null) line = Line.open(jdbi, "begin");
        boolean whole = false;
        try {
            line.begin();
            T read = reading.apply(line.handle());
            line.commit();
            whole = true;
            return read;
        } finally {
            if (!whole || !lines.offer(line)) line.close();
        }
    }

    private static RuntimeException thrown(ExecutionException failed) {
        var cause = failed.getCause();
        var said = StoreUnavailable.innermost(failed);
        if (said != null) return new StoreUnavailable("not read", said);
        if (cause instanceof RuntimeException fault) return fault;
        return new IllegalStateException(cause);
    }
}
