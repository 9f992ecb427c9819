// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.staff;

import java.util.Locale;
import java.util.Optional;

/// What somebody of the team may do; each may do what those before it may, too.
public enum Role {
    /// Reads.
    READER,
    /// Writes, answers and hands over as well.
    ADVISER,
    /// Looks after accounts, too, and reads who did what.
    ADMINISTRATOR;

    /// Whether this one may do what that one may.
    public boolean includes(Role least) {
        return compareTo(least) >= 0;
    }

    /// The name in rows, forms and settings.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of that name.
    public static Optional<Role> named(String id) {
        for (var role : values()) if (role.id().equals(id)) return Optional.of(role);
        return Optional.empty();
    }

    static Role of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
