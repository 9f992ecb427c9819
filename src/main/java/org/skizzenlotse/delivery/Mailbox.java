// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.skizzenlotse.store.Erasures;
import org.skizzenlotse.store.OutboxStore.Leased;

/// Mails, to staff and to applicants.
record Mailbox(Letters letters, Outbox.Ways ways, Erasures erasures, InstantSource clock)
        implements Target {
    @Override
    public SendOutcome send(Leased leased) throws IOException {
        var letter = letters.of(leased, clock);
        // erased meanwhile, or all of them have it
        if (letter.isEmpty() || letter.get().to().isEmpty()) return new SendOutcome.Sent();
        return ways.delivery().send(letter.get());
    }

    @Override
    public Duration takesAtMost() {
        return ways.delivery().takesAtMost();
    }

    /// Out of the folder; from a server it cannot be had back.
    @Override
    public void takeBack(Leased leased) throws IOException {
        ways.folder().forget(erasures.erasedReferences());
    }
}
