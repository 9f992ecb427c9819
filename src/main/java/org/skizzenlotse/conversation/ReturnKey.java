// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.Optional;

/// The key by which people come back from any device: five groups of five letters, 120 bits.
record ReturnKey(String letters) {
    private static final Letters FORM = new Letters(5, 5);

    /// A new one.
    static ReturnKey fresh() {
        return new ReturnKey(FORM.fresh());
    }

    /// The key that somebody typed or pasted; empty where there is none, or a slip in it.
    static Optional<ReturnKey> read(String typed) {
        return FORM.read(typed).map(ReturnKey::new);
    }

    /// As people see it: `7H3K9-2QFXM-…`.
    String text() {
        return FORM.text(letters);
    }

    @Override
    public String toString() {
        return "ReturnKey";
    }
}
