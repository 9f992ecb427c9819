// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.sql.SQLException;
import java.util.Optional;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.vault.DataKey;

/// Asks for keys inside a read or write, with the faults that these expect.
public final class KeyLookUp {
    private KeyLookUp() {}

    /// The key of a conversation; none once it is erased.
    ///
    /// @throws StoreUnavailable when the keys cannot be read now
    public static Optional<DataKey> find(Database database, ConversationId id) {
        return ask(() -> database.keys().find(id));
    }

    /// Whatever is asked of the keys.
    ///
    /// @throws StoreUnavailable when the keys cannot be read now
    public static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException failed) {
            throw new StoreUnavailable("the keys cannot be read", failed);
        }
    }

    /// Something asked of the keys.
    public interface Question<T> {
        T ask() throws SQLException;
    }
}
