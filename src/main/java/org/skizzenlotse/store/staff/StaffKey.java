// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.staff;

import java.util.List;
import java.util.Optional;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.KeyLookUp;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Place;
import org.skizzenlotse.store.vault.Unreadable;

/// The key that seals the second factors of the team: one of its own among those of the
/// conversations, which a new master key wraps anew like all others, and a backup takes along.
public final class StaffKey {
    /// Told apart from the IDs of conversations, which are hexadecimal digits.
    private static final ConversationId ID = new ConversationId("staff accounts");

    private StaffKey() {}

    /// Whether this names it.
    public static boolean isIt(ConversationId id) {
        return id.equals(ID);
    }

    /// Something sealed, and the key that must be stored first, if it is a new one.
    record Fresh(Ciphertext sealed, List<DataKey> keys) {}

    /// Seals the second factor of an account.
    static Fresh seal(Database database, StaffId account, byte[] factor) {
        var known = key(database);
        var key = known.orElseGet(() -> database.keys().fresh(ID));
        return new Fresh(
                key.seal(place(account), factor), known.isPresent() ? List.of() : List.of(key));
    }

    /// Opens it; empty where nothing can.
    static byte[] open(Database database, StaffId account, Ciphertext sealed) {
        try {
            var key = key(database);
            return key.isEmpty() ? new byte[0] : key.get().open(place(account), sealed);
        } catch (Unreadable lost) {
            return new byte[0];
        }
    }

    private static Optional<DataKey> key(Database database) {
        return database.read(_ -> KeyLookUp.find(database, ID));
    }

    private static Place place(StaffId account) {
        return new Place("staff", account.value(), "otp");
    }
}
