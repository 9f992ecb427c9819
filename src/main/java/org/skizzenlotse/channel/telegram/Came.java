// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.List;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.chat.ReceivedStore.Pending;

/// An update that waits, read.
record Came(Pending pending, Incoming what) {
    static Came of(Pending pending) {
        return new Came(pending, Incoming.read(pending.payload()));
    }

    /// As it is noted when it is dealt with.
    Heard.Update update() {
        return new Heard.Update(pending.id(), Chats.message(what));
    }

    /// It alone.
    Heard heard() {
        return Heard.of(List.of(update()));
    }
}
