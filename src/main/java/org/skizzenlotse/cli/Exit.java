// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

/// How a command ends.
public final class Exit {
    /// All is well.
    public static final int OK = 0;

    /// There are findings, or what was asked for does not exist.
    public static final int FINDINGS = 1;

    /// The call or a setting is wrong.
    public static final int USAGE = 2;

    private Exit() {}
}
