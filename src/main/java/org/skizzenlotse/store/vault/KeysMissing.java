// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

import java.io.IOException;

/// Data without the keys that open them, as after a restore of one without the other. Going on
/// would erase them, because what has no key counts as erased.
public final class KeysMissing extends IOException {
    private static final long serialVersionUID = 1;

    /// With what is missing or does not fit.
    public KeysMissing(String what) {
        super(what);
    }
}
