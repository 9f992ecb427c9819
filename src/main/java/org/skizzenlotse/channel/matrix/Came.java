// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.util.List;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Homeserver.Happening;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.chat.ReceivedStore.Pending;

/// Something that waits, and what it is.
record Came(Pending pending, Incoming what) {
    /// Opens it.
    ///
    /// @throws Failed while it cannot be opened, or when it never can
    static Came of(Pending pending, Homeserver homeserver) throws Failed {
        return of(pending, Events.happening(pending.payload()), homeserver);
    }

    /// The same of one whose wrapping was read already.
    static Came of(Pending pending, Happening happened, Homeserver homeserver) throws Failed {
        return new Came(pending, Events.read(happened, homeserver));
    }

    /// As it is noted when it is dealt with.
    Heard.Update update() {
        return new Heard.Update(pending.id(), what.message());
    }

    /// It alone.
    Heard heard() {
        return Heard.of(List.of(update()));
    }
}
