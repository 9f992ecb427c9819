// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.chat.ReceivedStore.Pending;

/// Something that waits, and what it is.
record Came(Pending pending, Incoming what) {
    /// As it is noted when it is dealt with.
    Heard.Update update() {
        return new Heard.Update(pending.id(), what.message());
    }

    /// It alone.
    Heard heard() {
        return Heard.of(java.util.List.of(update()));
    }
}
