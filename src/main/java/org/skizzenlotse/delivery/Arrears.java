// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.time.Duration;
import java.time.InstantSource;
import org.skizzenlotse.store.BacklogStore;
import org.skizzenlotse.store.BacklogStore.Backlog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What should have left and has not, for health, numbers and log: what has waited too long, and
/// what was given up until somebody has seen to it.
public final class Arrears {
    /// A mail server that is being mended or asks us to come again is done by then.
    public static final Duration LATE = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Arrears.class);

    private final BacklogStore store;
    private final InstantSource clock;
    private boolean told;

    /// Of this store.
    public Arrears(BacklogStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// How it is now.
    public Backlog look() {
        return store.look(clock.instant(), LATE);
    }

    /// Says once in the log that somebody should look, and once that it is over; true when it did.
    boolean tell() {
        var now = look();
        if (now.needsCare() == told) return false;
        told = now.needsCare();
        if (told)
            LOG.atWarn()
                    .addKeyValue("late", now.late())
                    .addKeyValue("givenUp", now.givenUp())
                    .log("mails have not left; the command outbox shows them");
        else LOG.info("all mails have left, or were seen to");
        return true;
    }
}
