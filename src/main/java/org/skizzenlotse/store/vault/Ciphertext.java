// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

/// Something sealed, as it lies in a row; never changed once made.
public final class Ciphertext {
    private final byte[] bytes;

    private Ciphertext(byte[] bytes) {
        this.bytes = bytes;
    }

    /// What was read from a row.
    public static Ciphertext of(byte[] bytes) {
        return new Ciphertext(bytes.clone());
    }

    /// What to write into a row.
    public byte[] bytes() {
        return bytes.clone();
    }
}
