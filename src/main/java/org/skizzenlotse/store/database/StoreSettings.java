// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.nio.file.Path;

/// Where the data lies, and how long to wait while another process writes.
public record StoreSettings(Path data, int waitMillisMax) {
    /// Longer than any transaction of ours takes, shorter than a person waits.
    private static final int WAIT_MILLIS_MAX = 5_000;

    /// Data in this folder, and the usual patience.
    public static StoreSettings in(Path data) {
        return new StoreSettings(data, WAIT_MILLIS_MAX);
    }
}
