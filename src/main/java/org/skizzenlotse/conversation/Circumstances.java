// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.store.Stored;

/// In what a turn happens: the dialog that counts for it, and all that it may know of the world.
record Circumstances(Installation installation, Published published, Neighbours neighbours) {
    Dialog dialog(Stored stored) {
        return published.forNextTurn(stored.conversation());
    }

    /// On that channel, by a person who gives a sign of life now.
    Given alive(Stored stored, String channel) {
        var now = installation.now();
        return given(stored, channel, now, now);
    }

    /// Without a sign of life, on the channel of the last one.
    Given byItself(Stored stored) {
        var marks = stored.marks();
        return given(stored, marks.channel(), installation.now(), marks.lastSignAt());
    }

    private Given given(Stored stored, String channel, Instant now, Instant lastSign) {
        var plain = installation.given(dialog(stored), channel, now, lastSign);
        return neighbours.beside(plain, stored.conversation());
    }
}
