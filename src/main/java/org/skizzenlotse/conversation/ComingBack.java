// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;

/// How it went with a key by which somebody wanted to come back.
public sealed interface ComingBack {

    /// Here it goes on: a token for this device, and what to show.
    record Here(String token, View view) implements ComingBack {
        @Override
        public String toString() {
            return "Here[" + view + "]";
        }
    }

    /// A moving code was right: this token counts once the other device has said yes. Both show
    /// this number.
    record Waiting(String token, int number, Instant until) implements ComingBack {
        @Override
        public String toString() {
            return "Waiting[" + until + "]";
        }
    }

    /// These letters are no key: there is a slip in them. Nothing was looked up.
    record Mistyped() implements ComingBack {}

    /// A key that was never given, or that was replaced by another.
    record Unknown() implements ComingBack {}

    /// The conversation of this key was erased.
    record Gone() implements ComingBack {}

    /// Whoever comes does not work along any more.
    record Revoked() implements ComingBack {}

    /// It could not be made durable now: repeat it.
    record Unavailable() implements ComingBack {}
}
