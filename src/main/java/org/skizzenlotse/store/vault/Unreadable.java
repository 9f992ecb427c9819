// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

/// Something sealed cannot be opened: another key, another place, changed bytes, or an unknown
/// format. Never carries content.
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
        super(why);
    }

    Unreadable(String why, Throwable cause) {
        super(why, cause);
    }
}
