// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import org.skizzenlotse.engine.ConversationId;

/// To what somebody is invited, and by whom, before they agree: nothing of what was said there.
/// `words` is what they agree to, in the Markdown subset; `name` how they are called so far.
public record Invitation(
        ConversationId id,
        String dialog,
        String title,
        String variant,
        String inviter,
        String name,
        String words) {
    @Override
    public String toString() {
        return "Invitation[" + id + "]";
    }
}
