// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

/// What must hold in a whole dialog, beyond the schema of each of its files.
public final class WholeDialog {
    private WholeDialog() {}

    /// Notes everything that does not hold in the findings of the files.
    public static void check(Draft draft) {}
}
