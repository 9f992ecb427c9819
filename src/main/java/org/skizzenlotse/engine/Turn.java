// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.List;

/// The result of one input: the conversation afterwards, the facts that lead there, and what is to
/// be done. `after` is always the fold of `happened` over the state before.
public record Turn(Conversation after, List<Happened> happened, List<Effect> effects) {
    /// Copies the lists.
    public Turn {
        happened = List.copyOf(happened);
        effects = List.copyOf(effects);
    }

    /// What to say, in order.
    public List<Message> messages() {
        return effects.stream()
                .filter(Effect.Send.class::isInstance)
                .map(effect -> ((Effect.Send) effect).message())
                .toList();
    }

    /// Whether it erases the conversation.
    public boolean forgets() {
        return effects.stream().anyMatch(Effect.Forget.class::isInstance);
    }
}
