// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.function.Supplier;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Correspondence;
import org.skizzenlotse.conversation.Postbox;
import org.skizzenlotse.dialog.Dialog;

/// All that the bot is made of.
record Bot(
        Conversations conversations,
        Postbox postbox,
        Line line,
        Invites invites,
        Supplier<Collection<Dialog>> dialogs,
        Manner manner,
        Team team) {
    /// Who waits for a kind word longer than that has gone on.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// How the bot behaves: for how long it waits for one more message, and for the key of one that
    /// cannot be opened yet, in which time zone it writes, and what time it is.
    record Manner(Duration burst, Duration keyPatience, ZoneId zone, InstantSource clock) {
        Instant now() {
            return clock.instant();
        }

        /// Whether something that came then may still be tried again.
        boolean isSoon(Instant at) {
            return now().isBefore(at.plus(PATIENCE));
        }
    }

    Correspondence correspondence() {
        return conversations.correspondence();
    }

    Reach reach() {
        return line.reach();
    }

    Rooms rooms() {
        return line.rooms();
    }

    Memory memory() {
        return line.memory();
    }

    /// A person as an address.
    static Address address(String user) {
        return new Address(Matrix.CHANNEL, user);
    }
}
