// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.staff;

import java.time.Instant;
import java.util.Optional;

/// Somebody of the team as administrators see them. `login` is empty for whoever comes by another
/// service; `way` is how one comes in.
public record Account(
        StaffId id,
        String login,
        String name,
        Role role,
        Way way,
        boolean locked,
        Optional<Instant> seenAt) {
    /// How one comes in.
    public enum Way {
        /// With a password and a second factor.
        LOCAL,
        /// By a service that knows them.
        EXTERNAL,
        /// Not yet: a link waits for them.
        INVITED
    }

    /// Whether they could sign in now.
    public boolean isOpen() {
        return !locked && way != Way.INVITED;
    }
}
