// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.render.SketchJson;
import org.skizzenlotse.store.Erasures;
import org.skizzenlotse.store.OutboxStore;
import org.skizzenlotse.store.OutboxStore.Leased;
import org.skizzenlotse.store.SubmissionStore;
import org.skizzenlotse.store.database.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what the turns left to be sent: leases what is due, writes the mail, marks it as sent. Who
/// dies in between writes the same mail again under the same name. Whatever fails is tried again,
/// ever more slowly, and is given up visibly.
public final class Outbox implements AutoCloseable {
    /// With pauses of up to an hour this is two days: a weekend with a full disk.
    static final int ATTEMPTS_MAX = 60;

    /// The longest pause between two attempts.
    static final Duration PAUSE_MAX = Duration.ofHours(1);

    /// Composing and writing a mail takes milliseconds; who needs longer has died.
    private static final Duration LEASE = Duration.ofSeconds(15);

    /// At most so many sketches are in memory one after the other on one lease.
    private static final int BATCH = 16;

    /// Rows of another process are seen within this time; those of this one by [#nudge].
    private static final long LOOK_MILLIS = 1_000;

    /// A mail that came back by a race with an erasure elsewhere is gone after this time.
    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);

    /// On ending, the mail at hand is finished; longer than this it does not take.
    private static final Duration END_MAX = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final Stores stores;
    private final StaffMail letters;
    private final MailFolder mails;
    private final InstantSource clock;
    private final String owner = UUID.randomUUID().toString();
    private final Semaphore nudges = new Semaphore(0);
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private Instant tidied = Instant.MIN;
    private volatile boolean ending;
    private @Nullable Thread worker;

    /// What is to be sent, what is in it, and what must not be there any more.
    public record Stores(OutboxStore outbox, SubmissionStore submissions, Erasures erasures) {}

    /// Sends from these stores into this folder.
    public Outbox(Stores stores, StaffMail letters, MailFolder mails, InstantSource clock) {
        this.stores = stores;
        this.letters = letters;
        this.mails = mails;
        this.clock = clock;
    }

    /// Removes what an earlier process left, and begins to send.
    public void start() throws IOException {
        mails.sweep();
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

    @Override
    public void close() {
        ending = true;
        nudge();
        var running = worker;
        if (running == null) return;
        try {
            if (!running.join(END_MAX)) running.interrupt();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!ending) {
            try {
                tidy();
                sendDue();
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

    /// Removes mails of sketches that were erased, whoever erased them.
    void tidy() throws IOException {
        var now = clock.instant();
        if (now.isBefore(tidied.plus(TIDY_EVERY))) return;
        mails.forget(stores.erasures().erasedReferences());
        tidied = now;
    }

    /// Sends everything that is due, on the caller's thread: for commands that end soon.
    public void sendDue() {
        while (!ending) {
            var due = stores.outbox().lease(clock.instant(), LEASE, owner, BATCH);
            due.forEach(this::send);
            if (due.size() < BATCH) return;
        }
    }

    private void send(Leased leased) {
        try {
            mark(leased, write(leased));
        } catch (Exception fault) {
            failed.incrementAndGet();
            again(leased, place(fault));
        }
    }

    /// Writes the mail; none when its sketch was erased in the meantime. A mail server takes the
    /// place of the folder here.
    private Optional<MailName> write(Leased leased) throws IOException {
        return switch (leased.kind()) {
            case "mail" -> writeSketch(leased);
            case "withdrawn" -> writeWithdrawal(leased);
            default -> throw new IllegalStateException("unknown kind " + leased.kind());
        };
    }

    private Optional<MailName> writeSketch(Leased leased) throws IOException {
        var found = stores.submissions().find(leased.conversation(), leased.revision());
        if (found.isEmpty()) return Optional.empty();
        var submitted = found.get();
        var name = MailName.revision(submitted.reference(), submitted.revision());
        mails.write(name, letters.sketch(SketchJson.read(submitted.sketch()), submitted.at()));
        return Optional.of(name);
    }

    private Optional<MailName> writeWithdrawal(Leased leased) throws IOException {
        var reference = leased.reference().orElseThrow();
        var name = MailName.withdrawn(reference);
        mails.write(name, letters.withdrawn(reference, clock.instant()));
        return Optional.of(name);
    }

    private void mark(Leased leased, Optional<MailName> written) throws IOException {
        switch (stores.outbox().sent(leased, clock.instant())) {
            case Written.Done<Boolean>(var exists) -> {
                if (written.isPresent()) sent.incrementAndGet();
                if (!exists) takeBack(written);
            }
            case Written.Conflict<Boolean> _, Written.Unavailable<Boolean> _ ->
                    LOG.atWarn()
                            .addKeyValue("outbox", leased.id())
                            .log("written but not marked: it will be written again");
        }
    }

    /// The conversation was erased while its mail was written.
    private void takeBack(Optional<MailName> written) throws IOException {
        if (written.isPresent() && written.get().holdsAnswers()) mails.delete(written.get());
    }

    private void again(Leased leased, String fault) {
        boolean givenUp = leased.attempts() >= ATTEMPTS_MAX;
        var now = clock.instant();
        var log = givenUp ? LOG.atError() : LOG.atWarn();
        log.addKeyValue("outbox", leased.id())
                .addKeyValue("attempts", leased.attempts())
                .addKeyValue("fault", fault)
                .log(givenUp ? "not sent, given up" : "not sent, will be tried again");
        // what cannot be noted now is leased again when the lease has run out
        if (givenUp) {
            stores.outbox().giveUp(leased, now);
        } else {
            stores.outbox().later(leased, now.plus(pause(leased.attempts())));
        }
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
