// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

/// How it went with something that a surface asked for.
public sealed interface Outcome {

    /// It is durable, and this is what to show.
    record Done(View view) implements Outcome {}

    /// No conversation has this token.
    record Unknown() implements Outcome {}

    /// The conversation was erased; a tombstone knows the token.
    record Gone() implements Outcome {}

    /// Whoever asks does not work along any more.
    record Revoked() implements Outcome {}

    /// The idempotency key came before with another request.
    record KeyReused() implements Outcome {}

    /// It could not be made durable now (queue full, commit failed, three conflicts): repeat it.
    record Unavailable() implements Outcome {}
}
