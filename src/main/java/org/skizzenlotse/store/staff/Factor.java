// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.staff;

/// The bytes of somebody's second factor, never changed once read; empty where they cannot be.
public final class Factor {
    /// None.
    public static final Factor NONE = new Factor(new byte[0]);

    private final byte[] bytes;

    Factor(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /// What codes are computed from.
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "Factor";
    }
}
