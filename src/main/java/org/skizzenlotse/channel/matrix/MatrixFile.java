// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import org.jspecify.annotations.Nullable;

/// A file that lies at a homeserver: its `mxc://` address, its name, so many bytes as were told
/// (-1: not told), and how it is encrypted (null: not at all).
record MatrixFile(String address, String name, long bytes, @Nullable Lock lock) {
    /// What opens an encrypted file, as the Matrix specification writes it (`EncryptedFile`): key
    /// (base64url) and initial counter (base64) of AES-CTR, and the SHA-256 (base64) of what lies
    /// there.
    record Lock(String key, String counter, String hash) {
        @Override
        public String toString() {
            return "Lock";
        }
    }

    @Override
    public String toString() {
        return "MatrixFile[" + bytes + "]";
    }
}
