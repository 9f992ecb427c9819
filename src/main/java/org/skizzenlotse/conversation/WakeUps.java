// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Duration;
import java.time.InstantSource;
import org.skizzenlotse.store.DeskDue;
import org.skizzenlotse.store.WakeUpStore;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens by itself: runs wake-ups that are due as turns, finishes erases that were stopped.
/// Several processes may do so at once: each leases what it runs.
public final class WakeUps implements AutoCloseable {
    /// Nobody waits for a reminder to the second, and a second's query costs next to nothing.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Duration SWEEP_PAUSE = Duration.ofMinutes(1);

    /// Far longer than that many turns take; who dies holds others up no longer.
    private static final Duration LEASE = Duration.ofMinutes(1);

    /// A second of turns, so that persons are not kept waiting behind a night's reminders.
    private static final int DUE_MAX = 100;

    private static final Logger LOG = LoggerFactory.getLogger(WakeUps.class);

    private final Conversations conversations;
    private final Database database;
    private final WakeUpStore store;
    private final AuditStore audit;
    private final DeskDue desk;
    private final InstantSource clock;
    private final String owner = Secrets.id();
    private volatile boolean begun;
    private final Repeating waking;
    private final Repeating sweeping;

    private WakeUps(Conversations conversations, Database database, InstantSource clock) {
        this.conversations = conversations;
        this.database = database;
        this.store = new WakeUpStore(database);
        this.clock = clock;
        this.audit = new AuditStore(database);
        this.desk = new DeskDue(database);
        this.sweeping = new Repeating("sweeping", SWEEP_PAUSE, this::sweep);
        this.waking = new Repeating("waking", PAUSE, this::runDue);
    }

    /// Starts at once, and goes on until closed.
    public static WakeUps start(
            Conversations conversations, Database database, InstantSource clock) {
        return new WakeUps(conversations, database, clock);
    }

    @Override
    public void close() {
        waking.close();
        sweeping.close();
    }

    /// Finishes what was stopped, removes what nobody needs any more, and reminds staff.
    void sweep() {
        if (!begun) conversations.circumstances().ends(database).begin();
        begun = true;
        conversations.finishErasing();
        audit.removeOld(clock.instant());
        desk.remind(clock.instant());
    }

    /// Runs what is due now. One that fails is tried again after its lease.
    void runDue() {
        for (var due : store.lease(clock.instant(), LEASE, owner, DUE_MAX)) {
            try {
                conversations.wake(due, owner);
            } catch (RuntimeException failed) {
                var why = failed.getClass().getName();
                LOG.error("not woken conversation={} kind={} why={}", due.id(), due.kind(), why);
            }
        }
    }
}
