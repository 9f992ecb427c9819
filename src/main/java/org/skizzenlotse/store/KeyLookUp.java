// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.sql.SQLException;
import java.util.Optional;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.vault.DataKey;

/// Asks for keys inside a read or write, with the faults that these expect.
final class KeyLookUp {
    private KeyLookUp() {}

    static Optional<DataKey> find(Database database, ConversationId id) {
        return ask(() -> database.keys().find(id));
    }

    static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException failed) {
            throw new StoreUnavailable("the keys cannot be read", failed);
        }
    }

    /// Something asked of the keys.
    interface Question<T> {
        T ask() throws SQLException;
    }
}
