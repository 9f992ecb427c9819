// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.Locale;

/// The light of a pre-screening, from best to worst; the worst rule wins.
public enum Light {
    GREEN,
    YELLOW,
    RED;

    /// The name in files and on the wire.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The worse of the two.
    public Light worse(Light other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
