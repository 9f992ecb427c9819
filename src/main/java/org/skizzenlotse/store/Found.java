// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.util.Optional;

/// What looking for a conversation gave.
public sealed interface Found {

    /// It is there; with what an idempotency key remembers, if one was asked for and came before.
    record Known(Stored stored, Optional<Remembered> remembered) implements Found {}

    /// There is none.
    record Unknown() implements Found {}

    /// There was one, and it was erased.
    record Gone() implements Found {}

    /// It is there, and whoever asks does not work along any more.
    record Revoked() implements Found {}

    /// What a turn with an idempotency key left: the keyed hash of its request, its revision, and
    /// what to repeat (nothing once that was redacted).
    record Remembered(String requestHash, int revision, Optional<Replay> replay) {}

    /// The messages from `firstMessage` to `lastMessage` (none where last is smaller), and the last
    /// fact of the turn, from which its state can be folded.
    record Replay(int firstMessage, int lastMessage, int lastFact) {}

    /// The conversation, if it is known.
    default Optional<Stored> known() {
        return this instanceof Known(var stored, _) ? Optional.of(stored) : Optional.empty();
    }
}
