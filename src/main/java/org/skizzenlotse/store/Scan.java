// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.util.Locale;

/// What is known of harm in a file.
public enum Scan {
    /// Nobody looks.
    OFF,
    /// Somebody will look.
    PENDING,
    /// Nothing was found.
    CLEAN,
    /// Something was found.
    INFECTED,
    /// Looking failed so far; it is tried again.
    FAILED;

    /// The name in rows and on the wire.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Scan of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
