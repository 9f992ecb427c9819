// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The database cannot be read now: repeat it later. Says only what the driver says, never what was
/// bound.
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Without a driver that said why.
    public StoreUnavailable(String why) {
        super(why);
    }

    /// Keeps what the driver said, and nothing of what wrapped it.
    public StoreUnavailable(String why, Throwable cause) {
        super(why, innermost(cause));
    }

    /// What the driver said, if it was the driver.
    static @Nullable SQLException innermost(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause())
            if (one instanceof SQLException said) return said;
        return null;
    }
}
