// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.attachment;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.Scan;
import org.skizzenlotse.store.ScanStore;
import org.skizzenlotse.store.ScanStore.Leased;
import org.skizzenlotse.store.ScanStore.Tally;
import org.skizzenlotse.store.blob.Blob;
import org.skizzenlotse.store.blob.BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for harm in files that are whole, one after the other. Whatever fails is tried again and
/// never given up; after some attempts it is said to have failed. Until a file was found clean, no
/// one of the staff gets it.
public final class Scanner implements AutoCloseable {
    /// After so many a file counts as failed: something must be mended.
    static final int FAILED_FROM = 5;

    /// Staff waits for a file no longer than this after the scanner was mended.
    static final Duration PAUSE_MAX = Duration.ofMinutes(5);

    private static final Duration LEASE_REST = Duration.ofSeconds(30);

    private static final long LOOK_MILLIS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);

    private final ScanStore store;
    private final BlobStore blobs;
    private final Clamd clamd;
    private final InstantSource clock;
    private final String owner = UUID.randomUUID().toString();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean away = new AtomicBoolean();
    private @Nullable Thread worker;

    /// Over these stores, by this clamd.
    public Scanner(ScanStore store, BlobStore blobs, Clamd clamd, InstantSource clock) {
        this.store = store;
        this.blobs = blobs;
        this.clamd = clamd;
        this.clock = clock;
    }

    /// Takes up what came while nobody looked, and goes on until closed.
    public void start() {
        store.takeUp(clock.instant());
        worker = Thread.ofVirtual().name("scanner").start(this::work);
    }

    /// How it stands.
    public Tally tally() {
        return store.tally();
    }

    @Override
    public void close() {
        ended.countDown();
        var running = worker;
        if (running != null) running.interrupt();
    }

    private void work() {
        try {
            do attempt();
            while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            scanDue();
        } catch (RuntimeException fault) {
            LOG.atWarn()
                    .addKeyValue("fault", fault.getClass().getName())
                    .log("the files were not looked at");
        }
    }

    /// Looks once at everything that is due.
    public void scanDue() {
        var then = clock.instant();
        var lease = clamd.takesAtMost().plus(LEASE_REST);
        while (ended.getCount() > 0) {
            var due = store.lease(then, lease, owner, 1);
            if (due.isEmpty()) return;
            due.forEach(this::scan);
        }
    }

    private void scan(Leased leased) {
        var blob = store.blob(leased);
        // erased meanwhile
        if (blob.isEmpty()) return;
        switch (look(blob.get())) {
            case Finding.Clean _ -> found(leased, Scan.CLEAN);
            case Finding.Infected _ -> {
                LOG.atWarn().addKeyValue("file", leased.id()).log("something was found in a file");
                found(leased, Scan.INFECTED);
            }
            case Finding.Unknown(var why) -> again(leased, why);
        }
    }

    private Finding look(Blob blob) {
        try (var bytes = blobs.read(blob)) {
            return clamd.look(bytes);
        } catch (IOException unreadable) {
            return new Finding.Unknown("unreadable");
        }
    }

    private void found(Leased leased, Scan scan) {
        if (away.compareAndSet(true, false)) LOG.info("files are looked at again");
        store.found(leased, scan);
    }

    private void again(Leased leased, String why) {
        if (away.compareAndSet(false, true))
            LOG.atWarn()
                    .addKeyValue("file", leased.id())
                    .addKeyValue("why", why)
                    .log("files cannot be looked at and stay closed to staff");
        var scan = leased.attempts() < FAILED_FROM ? Scan.PENDING : Scan.FAILED;
        store.again(leased, scan, clock.instant().plus(pause(leased.attempts())));
    }

    /// One second, then twice as long each time.
    static Duration pause(int attempts) {
        int doublings = Math.min(Math.max(attempts, 1) - 1, 20);
        var pause = Duration.ofSeconds(1L << doublings);
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }
}
