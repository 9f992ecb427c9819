// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.Erasures;
import org.skizzenlotse.store.OutboxStore;
import org.skizzenlotse.store.OutboxStore.Failure;
import org.skizzenlotse.store.OutboxStore.Leased;
import org.skizzenlotse.store.database.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what the turns left to be sent: leases what is due, sends it, marks it as sent. Who dies
/// in between sends the same mail again under the same name. Whatever fails is tried again, ever
/// more slowly, and is given up visibly.
public final class Outbox implements AutoCloseable {
    /// With pauses of up to an hour this is two days: a weekend with a full disk or a mail server
    /// that nobody mends.
    static final int ATTEMPTS_MAX = 60;

    /// The longest pause between two attempts.
    static final Duration PAUSE_MAX = Duration.ofHours(1);

    /// What is leased is sent within the time of its way; the rest is for composing and noting.
    private static final Duration LEASE_REST = Duration.ofSeconds(10);

    /// So many mails leave at once: those to a server that stalls hold up no others, and a server
    /// sees few connections. As many sketches are in memory.
    static final int TALKS_MAX = 8;

    /// Rows of another process are seen within this time; those of this one by [#nudge].
    private static final long LOOK_MILLIS = 1_000;

    /// A mail that came back by a race with an erasure elsewhere is gone after this time, and what
    /// is late is noticed.
    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);

    /// On ending, the mails at hand are finished; longer than this it does not take.
    private static final Duration END_MAX = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final Stores stores;
    private final Letters letters;
    private final Ways ways;
    private final InstantSource clock;
    private final String owner = UUID.randomUUID().toString();
    private final Semaphore nudges = new Semaphore(0);
    private final Semaphore free = new Semaphore(TALKS_MAX);
    private final Set<Thread> talks = ConcurrentHashMap.newKeySet();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private Instant tidied = Instant.MIN;
    private volatile boolean ending;
    private @Nullable Thread worker;

    /// What is to be sent, what must not be there any more, and what should have left.
    public record Stores(OutboxStore outbox, Erasures erasures, Arrears arrears) {}

    /// The way on which mails leave, and the folder in which some may lie from when it was that.
    public record Ways(Delivery delivery, MailFolder folder) {}

    /// Sends from these stores on this way.
    public Outbox(Stores stores, Letters letters, Ways ways, InstantSource clock) {
        this.stores = stores;
        this.letters = letters;
        this.ways = ways;
        this.clock = clock;
    }

    /// Removes what an earlier process left, and begins to send.
    public void start() throws IOException {
        ways.folder().sweep();
        worker = Thread.ofVirtual().name("outbox").start(this::work);
    }

    /// Looks at once: something was committed.
    public void nudge() {
        nudges.release();
    }

    /// How many mails this process has sent.
    public long sent() {
        return sent.get();
    }

    /// How many attempts of this process have failed.
    public long failed() {
        return failed.get();
    }

    /// What should have left.
    public Arrears arrears() {
        return stores.arrears();
    }

    @Override
    public void close() {
        ending = true;
        nudge();
        try {
            var running = worker;
            if (running != null && !running.join(END_MAX)) running.interrupt();
            if (free.tryAcquire(TALKS_MAX, END_MAX.toMillis(), TimeUnit.MILLISECONDS)) return;
            talks.forEach(Thread::interrupt);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!ending) {
            try {
                tidy();
                begin(clock.instant());
                nudges.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                nudges.drainPermits();
            } catch (InterruptedException stop) {
                return;
            } catch (Exception fault) {
                LOG.atWarn().addKeyValue("fault", place(fault)).log("the outbox was not looked at");
                rest();
            }
        }
    }

    /// Without it, an unreadable database would be asked without a pause.
    private void rest() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException stop) {
            ending = true;
        }
    }

    /// Removes mails of sketches that were erased, whoever erased them, and tells what is late.
    void tidy() throws IOException {
        var now = clock.instant();
        if (now.isBefore(tidied.plus(TIDY_EVERY))) return;
        ways.folder().forget(stores.erasures().erasedReferences());
        stores.arrears().tell();
        tidied = now;
    }

    /// Tries once to send everything that is due, and returns when that is done: for commands that
    /// end soon.
    public void sendDue() {
        var now = clock.instant();
        while (!ending) {
            var begun = begin(now);
            free.acquireUninterruptibly(TALKS_MAX);
            free.release(TALKS_MAX);
            if (begun == 0) return;
        }
    }

    /// Leases of what was due then as much as can be sent at once, and begins to send it.
    private int begin(Instant then) {
        int room = free.availablePermits();
        if (room == 0) return 0;
        var due = stores.outbox().lease(then, lease(), owner, room);
        for (var leased : due) {
            free.acquireUninterruptibly();
            var talk = Thread.ofVirtual().name("mail").unstarted(() -> talk(leased));
            talks.add(talk);
            talk.start();
        }
        return due.size();
    }

    /// Who holds it longer has died.
    private Duration lease() {
        return ways.delivery().takesAtMost().plus(LEASE_REST);
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
            nudge();
        }
    }

    private void send(Leased leased) {
        try {
            var letter = letters.of(leased, clock);
            if (letter.isEmpty()) stores.outbox().sent(leased, clock.instant());
            else if (letter.get().to().isEmpty()) mark(leased, letter.get());
            else settle(leased, letter.get(), ways.delivery().send(letter.get()));
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

    private void settle(Leased leased, Letter letter, SendOutcome outcome) throws IOException {
        switch (outcome) {
            case SendOutcome.Sent _ -> mark(leased, letter);
            case SendOutcome.Later(var why, var reached) ->
                    again(leased, new Failure(why, reached));
            case SendOutcome.Refused(var why, var reached) ->
                    giveUp(leased, new Failure(why, reached));
        }
    }

    private void mark(Leased leased, Letter letter) throws IOException {
        switch (stores.outbox().sent(leased, clock.instant())) {
            case Written.Done<Boolean>(var exists) -> {
                sent.incrementAndGet();
                if (!exists) takeBack(letter.name());
            }
            case Written.Conflict<Boolean> _, Written.Unavailable<Boolean> _ ->
                    LOG.atWarn()
                            .addKeyValue("outbox", leased.id())
                            .log("sent but not marked: it will be sent again");
        }
    }

    /// The conversation was erased while its mail was written. From a server it cannot be had back.
    private void takeBack(MailName name) throws IOException {
        if (name.isPersonal()) ways.folder().delete(name);
    }

    /// What cannot be noted now is leased again when the lease has run out.
    private void again(Leased leased, Failure failure) {
        if (leased.attempts() >= ATTEMPTS_MAX) {
            giveUp(leased, failure);
            return;
        }
        failed.incrementAndGet();
        // the rest is told by what is late
        var log = leased.attempts() == 1 ? LOG.atWarn() : LOG.atDebug();
        log.addKeyValue("outbox", leased.id())
                .addKeyValue("why", failure.why())
                .log("not sent, will be tried again");
        var due = clock.instant().plus(pause(leased.attempts()));
        stores.outbox().later(leased, due, failure);
    }

    private void giveUp(Leased leased, Failure failure) {
        failed.incrementAndGet();
        LOG.atError()
                .addKeyValue("outbox", leased.id())
                .addKeyValue("attempts", leased.attempts())
                .addKeyValue("why", failure.why())
                .log("not sent, given up");
        stores.outbox().giveUp(leased, clock.instant(), failure);
    }

    /// One second, then twice as long each time.
    static Duration pause(int attempts) {
        int doublings = Math.min(Math.max(attempts, 1) - 1, 20);
        var pause = Duration.ofSeconds(1L << doublings);
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }

    /// What failed and where, without the message, which might hold an answer.
    private static String place(Exception fault) {
        var trace = fault.getStackTrace();
        return fault.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
