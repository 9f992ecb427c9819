// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.List;

/// How asking for updates went.
sealed interface Polled {
    /// What came, in Telegram's order; nothing after a quiet while.
    record Updates(List<RawUpdate> all) implements Polled {
        /// Copies the list.
        public Updates {
            all = List.copyOf(all);
        }
    }

    /// Another poller has taken over, or a webhook is set and must be removed first.
    record Conflict(boolean webhook) implements Polled {}

    /// Telegram cannot be asked at the moment, or not with this token.
    record Failed(CallOutcome.Failure how) implements Polled {}

    /// One update as it came; it may be anything but for its number.
    record RawUpdate(long updateId, String json) {
        @Override
        public String toString() {
            return "RawUpdate[" + updateId + "]";
        }
    }
}
