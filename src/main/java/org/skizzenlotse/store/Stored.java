// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.store.vault.DataKey;

/// A conversation as it is stored, with what a turn must know to be written after it: how many
/// turns, facts and messages there are, the key, and for which of its people it was found.
public record Stored(
        Conversation conversation,
        int revision,
        int lastFact,
        int lastMessage,
        Marks marks,
        DataKey key,
        int person) {
    /// For nobody in particular: as for the one who began.
    public Stored(
            Conversation conversation,
            int revision,
            int lastFact,
            int lastMessage,
            Marks marks,
            DataKey key) {
        this(conversation, revision, lastFact, lastMessage, marks, key, Person.FIRST);
    }

    /// What stands in plain columns beside the state: the channel last used, whether what is said
    /// may be stored, when it began and when the person last did something.
    public record Marks(String channel, boolean consented, Instant createdAt, Instant lastSignAt) {}

    /// One that is not in the database yet; its beginning is the first turn.
    public static Stored none(Conversation conversation, Marks marks, DataKey key) {
        return new Stored(conversation, 0, 0, 0, marks, key);
    }
}
