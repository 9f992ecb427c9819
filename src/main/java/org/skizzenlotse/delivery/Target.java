// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.io.IOException;
import java.time.Duration;
import org.skizzenlotse.store.OutboxStore.Leased;

/// Where rows of the outbox go: mailboxes, or one of the places that the settings name. The same
/// row may come again, and whoever gets it can tell that it is the same.
public interface Target {
    /// Sends it, on the caller's thread and within the time that the target allows itself.
    ///
    /// @throws IllegalArgumentException where it will never be possible
    SendOutcome send(Leased leased) throws IOException;

    /// Within this time sending has ended, one way or the other.
    Duration takesAtMost();

    /// The conversation was erased while its row was sent: takes back what can be.
    void takeBack(Leased leased) throws IOException;
}
