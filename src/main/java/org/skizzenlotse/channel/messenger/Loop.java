// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.messenger;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks again and again at what there is to do, at once after a nudge, and does it on virtual
/// threads: one at a time for each chat, so that its order is kept, and so many at once in all.
public final class Loop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    /// Each waits for the disk or for a messenger most of its time.
    private static final int AT_ONCE_MAX = 64;

    private final String name;
    private final Look look;
    private final Semaphore nudges = new Semaphore(0);
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private Set<String> busyBefore = Set.of();
    private final Thread thread;
    private volatile boolean closed;

    /// What there is to do: hands it to the loop, and says when to look again at the latest.
    public interface Look {
        Duration at(Loop loop) throws InterruptedException;
    }

    /// Something for one chat.
    public interface Work {
        void run() throws InterruptedException;
    }

    private Loop(String name, Look look) {
        this.name = name;
        this.look = look;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /// Begins at once.
    public static Loop start(String name, Look look) {
        var loop = new Loop(name, look);
        loop.thread.start();
        return loop;
    }

    /// Looks again at once.
    public void nudge() {
        if (nudges.availablePermits() == 0) nudges.release();
    }

    /// Does this for a chat, if nothing was being done for it since this look began: else what was
    /// found for it may have been done meanwhile. The look repeats when that is over.
    public void with(String chat, Work work) throws InterruptedException {
        if (busyBefore.contains(chat) || !busy.add(chat)) return;
        places.acquire();
        Thread.ofVirtual()
                .name(name + " chat")
                .start(() -> {
                    // what failed would fail at once again: it waits for the next look
                    boolean again = true;
                    try {
                        if (!closed) work.run();
                    } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                    } catch (Exception failed) {
                        log(failed);
                        again = false;
                    } finally {
                        busy.remove(chat);
                        places.release();
                        if (again) nudge();
                    }
                });
    }

    private void run() {
        while (!closed) {
            try {
                var pause = attempt();
                if (nudges.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS))
                    nudges.drainPermits();
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private Duration attempt() throws InterruptedException {
        try {
            busyBefore = Set.copyOf(busy);
            return look.at(this);
        } catch (InterruptedException stop) {
            throw stop;
        } catch (Exception failed) {
            log(failed);
            return Duration.ofSeconds(1);
        }
    }

    private void log(Exception failed) {
        var where = failed.getStackTrace().length == 0 ? "" : failed.getStackTrace()[0].toString();
        LOG.error("failed loop={} why={} at={}", name, failed.getClass().getName(), where);
    }

    /// Lets what is under way finish, for some seconds.
    @Override
    public void close() {
        closed = true;
        nudge();
        try {
            thread.join(Duration.ofSeconds(5));
            if (!places.tryAcquire(AT_ONCE_MAX, 5, TimeUnit.SECONDS))
                LOG.warn("not finished loop={}", name);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
