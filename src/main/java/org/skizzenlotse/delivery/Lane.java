// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.skizzenlotse.store.OutboxStore;
import org.skizzenlotse.store.OutboxStore.Failure;
import org.skizzenlotse.store.OutboxStore.Leased;
import org.skizzenlotse.store.database.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What goes to one target: a target that stalls holds up no other. Whatever fails is tried again,
/// ever more slowly, and is given up visibly.
final class Lane {
    /// What is leased is sent within the time of its target; the rest is for composing and noting.
    private static final Duration LEASE_REST = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final String name;
    private final Target target;
    private final Rows rows;
    private final Semaphore free = new Semaphore(Outbox.TALKS_MAX);
    private final Set<Thread> talks = ConcurrentHashMap.newKeySet();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    /// Where the rows lie, who takes them, what time it is, and who wants to know of each end.
    record Rows(OutboxStore outbox, String owner, InstantSource clock, Runnable ended) {}

    Lane(String name, Target target, Rows rows) {
        this.name = name;
        this.target = target;
        this.rows = rows;
    }

    String name() {
        return name;
    }

    long sent() {
        return sent.get();
    }

    long failed() {
        return failed.get();
    }

    /// Waits until nothing is being sent any more.
    void await() {
        free.acquireUninterruptibly(Outbox.TALKS_MAX);
        free.release(Outbox.TALKS_MAX);
    }

    /// Lets what is being sent end within that time, and breaks off the rest.
    void end(Duration within) throws InterruptedException {
        if (free.tryAcquire(Outbox.TALKS_MAX, within.toMillis(), TimeUnit.MILLISECONDS)) return;
        talks.forEach(Thread::interrupt);
    }

    /// Leases of what was due then as much as can be sent at once, and begins to send it.
    int begin(Instant then) {
        int room = free.availablePermits();
        if (room == 0) return 0;
        var due =
                rows.outbox()
                        .lease(then, new OutboxStore.Taking(name, rows.owner(), lease(), room));
        for (var leased : due) {
            free.acquireUninterruptibly();
            var talk = Thread.ofVirtual().name("to " + name).unstarted(() -> talk(leased));
            talks.add(talk);
            talk.start();
        }
        return due.size();
    }

    /// Who holds it longer has died.
    private Duration lease() {
        return target.takesAtMost().plus(LEASE_REST);
    }

    private void talk(Leased leased) {
        try {
            send(leased);
        } catch (RuntimeException unnoted) {
            LOG.atWarn()
                    .addKeyValue("outbox", leased.id())
                    .addKeyValue("fault", place(unnoted))
                    .log("not noted: it will be sent again when its lease has run out");
        } finally {
            talks.remove(Thread.currentThread());
            free.release();
            rows.ended().run();
        }
    }

    private void send(Leased leased) {
        try {
            settle(leased, target.send(leased));
        } catch (IllegalArgumentException unusable) {
            // an address that is none will be none tomorrow
            giveUp(leased, new Failure("address", Set.of()));
        } catch (IOException | RuntimeException fault) {
            LOG.atError()
                    .addKeyValue("outbox", leased.id())
                    .addKeyValue("fault", place(fault))
                    .log("not sent by a fault");
            again(leased, new Failure("fault", Set.of()));
        }
    }

    private void settle(Leased leased, SendOutcome outcome) throws IOException {
        switch (outcome) {
            case SendOutcome.Sent _ -> mark(leased);
            case SendOutcome.Later(var why, var reached) ->
                    again(leased, new Failure(why, reached));
            case SendOutcome.Refused(var why, var reached) ->
                    giveUp(leased, new Failure(why, reached));
        }
    }

    private void mark(Leased leased) throws IOException {
        switch (rows.outbox().sent(leased, rows.clock().instant())) {
            case Written.Done<Boolean>(var exists) -> {
                sent.incrementAndGet();
                if (!exists) target.takeBack(leased);
            }
            case Written.Conflict<Boolean> _, Written.Unavailable<Boolean> _ ->
                    LOG.atWarn()
                            .addKeyValue("outbox", leased.id())
                            .log("sent but not marked: it will be sent again");
        }
    }

    /// What cannot be noted now is leased again when the lease has run out.
    private void again(Leased leased, Failure failure) {
        if (leased.attempts() >= Outbox.ATTEMPTS_MAX) {
            giveUp(leased, failure);
            return;
        }
        failed.incrementAndGet();
        // the rest is told by what is late
        var log = leased.attempts() == 1 ? LOG.atWarn() : LOG.atDebug();
        log.addKeyValue("outbox", leased.id())
                .addKeyValue("target", name)
                .addKeyValue("why", failure.why())
                .log("not sent, will be tried again");
        var due = rows.clock().instant().plus(pause(leased.attempts()));
        rows.outbox().later(leased, due, failure);
    }

    private void giveUp(Leased leased, Failure failure) {
        failed.incrementAndGet();
        LOG.atError()
                .addKeyValue("outbox", leased.id())
                .addKeyValue("attempts", leased.attempts())
                .addKeyValue("why", failure.why())
                .log("not sent, given up");
        rows.outbox().giveUp(leased, rows.clock().instant(), failure);
    }

    /// Not to the second, so that a place that was away is not met by all at once; mails go one by
    /// one to a server that says itself when it has enough.
    private Duration pause(int attempts) {
        var pause = Outbox.pause(attempts);
        if (name.equals(OutboxStore.MAIL)) return pause;
        double part = ThreadLocalRandom.current().nextDouble(0.5, 1);
        return Duration.ofMillis((long) (pause.toMillis() * part));
    }

    /// What failed and where, without the message, which might hold an answer.
    static String place(Exception fault) {
        var trace = fault.getStackTrace();
        return fault.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
