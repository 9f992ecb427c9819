// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

/// Where a conversation came from: another one, in that dialog. `settled` once what that one hands
/// over was taken or left.
public record Origin(ConversationId id, String dialog, boolean settled) {
    /// The same, with nothing more to hand over.
    public Origin asSettled() {
        return new Origin(id, dialog, true);
    }
}
