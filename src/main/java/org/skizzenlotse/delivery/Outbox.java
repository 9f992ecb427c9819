// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.Erasures;
import org.skizzenlotse.store.OutboxStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what the turns left to be sent, to each target beside the others: leases what is due,
/// sends it, marks it as sent. Who dies in between sends the same again under the same name.
/// Whatever fails is tried again, ever more slowly, and is given up visibly.
public final class Outbox implements AutoCloseable {
    /// With pauses of up to an hour this is two days: a weekend with a full disk or a mail server
    /// that nobody mends.
    static final int ATTEMPTS_MAX = 60;

    /// The longest pause between two attempts.
    static final Duration PAUSE_MAX = Duration.ofHours(1);

    /// So many leave at once to one target: those to a server that stalls hold up no others, and a
    /// server sees few connections. As many sketches are in memory.
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
    private final Ways ways;
    private final InstantSource clock;
    private final Lane.Rows rows;
    private final Semaphore nudges = new Semaphore(0);
    private final List<Lane> lanes = new CopyOnWriteArrayList<>();
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
        this.ways = ways;
        this.clock = clock;
        this.rows =
                new Lane.Rows(stores.outbox(), UUID.randomUUID().toString(), clock, this::nudge);
        to(OutboxStore.MAIL, new Mailbox(letters, ways, stores.erasures(), clock));
    }

    /// Sends to that target, too.
    public void to(String name, Target target) {
        lanes.add(new Lane(name, target, rows));
    }

    /// Where it sends to.
    public List<String> targets() {
        return lanes.stream().map(Lane::name).toList();
    }

    /// How much this process has sent to that target.
    public long sent(String target) {
        return lanes.stream()
                .filter(lane -> lane.name().equals(target))
                .mapToLong(Lane::sent)
                .sum();
    }

    /// How many attempts of this process to reach that target have failed.
    public long failed(String target) {
        return lanes.stream()
                .filter(lane -> lane.name().equals(target))
                .mapToLong(Lane::failed)
                .sum();
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
        return sent(OutboxStore.MAIL);
    }

    /// How many attempts of this process have failed.
    public long failed() {
        return failed(OutboxStore.MAIL);
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
            for (var lane : lanes) lane.end(END_MAX.dividedBy(lanes.size()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!ending) {
            try {
                tidy();
                var now = clock.instant();
                for (var lane : lanes) lane.begin(now);
                nudges.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                nudges.drainPermits();
            } catch (InterruptedException stop) {
                return;
            } catch (Exception fault) {
                LOG.atWarn()
                        .addKeyValue("fault", Lane.place(fault))
                        .log("the outbox was not looked at");
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
            int begun = 0;
            for (var lane : lanes) begun += lane.begin(now);
            lanes.forEach(Lane::await);
            if (begun == 0) return;
        }
    }

    /// One second, then twice as long each time.
    static Duration pause(int attempts) {
        int doublings = Math.min(Math.max(attempts, 1) - 1, 20);
        var pause = Duration.ofSeconds(1L << doublings);
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }
}
