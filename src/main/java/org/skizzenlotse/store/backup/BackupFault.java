// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.backup;

import java.io.IOException;

/// Why a backup cannot be made or brought back.
public final class BackupFault extends IOException {
    private static final long serialVersionUID = 1;

    private final Why why;

    /// For this reason, at this file or folder.
    BackupFault(Why why, String where) {
        super(where);
        this.why = why;
    }

    /// The reasons.
    public enum Why {
        /// Another backup into the same folder goes on.
        RUNNING,
        /// There is one of this second already.
        EXISTS,
        /// There is something where it would be brought back to.
        NOT_EMPTY,
        /// There is no backup.
        NONE,
        /// A file is missing or has changed.
        DAMAGED,
        /// Keys and data are of two installations.
        NOT_OF_THESE_DATA,
        /// Keys from before the data lack those that were made in between.
        KEYS_OLDER
    }

    /// The reason.
    public Why why() {
        return why;
    }
}
