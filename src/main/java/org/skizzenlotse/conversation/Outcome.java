// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.function.Supplier;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.database.StoreUnavailable;

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

    /// Why there is nothing to show.
    static Outcome notThere(Found found) {
        return switch (found) {
            case Found.Gone _ -> new Gone();
            case Found.Revoked _ -> new Revoked();
            case Found.Known _, Found.Unknown _ -> new Unknown();
        };
    }

    /// What is asked for, where the store answers.
    static Outcome orUnavailable(Supplier<Outcome> asked) {
        try {
            return asked.get();
        } catch (StoreUnavailable later) {
            return new Unavailable();
        }
    }
}
