// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// A job, the thread that waits for it, and how it went.
final class Waiting<T extends @Nullable Object> {
    private final Job<T> job;
    private final CountDownLatch finished = new CountDownLatch(1);
    private Written<T> outcome = new Written.Unavailable<>();
    private @Nullable RuntimeException fault;

    Waiting(Job<T> job) {
        this.job = job;
    }

    Job<T> job() {
        return job;
    }

    /// Runs the statements; false when what they did must be taken back.
    boolean run(Handle handle, Dialect dialect) {
        try {
            outcome = new Written.Done<>(job.statements().apply(handle));
            return true;
        } catch (Job.Stale stale) {
            outcome = new Written.Conflict<>();
        } catch (RuntimeException failed) {
            var said = StoreUnavailable.innermost(failed);
            if (said == null) fault = failed;
            else if (dialect.isUniqueViolation(said)) outcome = new Written.Conflict<>();
            else fault = new StoreUnavailable("not written", said);
        }
        return false;
    }

    void finish(boolean committed) {
        if (!committed) {
            outcome = new Written.Unavailable<>();
            fault = null;
        }
        finished.countDown();
    }

    /// An interrupted caller waits on: its job may be durable already, and it must know.
    Written<T> await() {
        boolean interrupted = false;
        while (true) {
            try {
                finished.await();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        if (fault != null) throw fault;
        return outcome;
    }
}
