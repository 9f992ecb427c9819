// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Where a ciphertext stands. It is bound to it, so that one moved to another row or column cannot
/// be opened there.
public record Place(String table, String row, String column) {
    /// What is authenticated beside the content; the conversation is named too, although it has a
    /// key of its own.
    byte[] bound(String conversation, int version) {
        var parts = String.join("\0", "" + version, table, conversation, row, column);
        return parts.getBytes(UTF_8);
    }
}
