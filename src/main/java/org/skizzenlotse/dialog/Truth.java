// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

/// Kleene's three values.
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    /// The two-valued case.
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
