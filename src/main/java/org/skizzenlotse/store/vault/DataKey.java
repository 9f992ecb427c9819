// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

import javax.crypto.SecretKey;
import org.skizzenlotse.engine.ConversationId;

/// The key of one conversation, in memory: with it all is sealed that was said and answered.
public final class DataKey {
    private final ConversationId id;
    private final SecretKey key;

    DataKey(ConversationId id, SecretKey key) {
        this.id = id;
        this.key = key;
    }

    /// Whose key it is.
    public ConversationId id() {
        return id;
    }

    /// Seals content for the place where it will stand.
    public Ciphertext seal(Place place, byte[] plain) {
        var bound = place.bound(id.value(), Sealed.KEY_VERSION);
        return Ciphertext.of(Sealed.seal(key, Sealed.KEY_VERSION, bound, plain));
    }

    /// Opens what stands at that place.
    ///
    /// @throws Unreadable for another key, another place, or changed bytes
    public byte[] open(Place place, Ciphertext sealed) {
        var bound = place.bound(id.value(), Sealed.KEY_VERSION);
        return Sealed.open(key, Sealed.KEY_VERSION, bound, sealed.bytes());
    }

    /// Seals the bytes of files, with a key that is derived from this one.
    public FileKey files() {
        return new FileKey(id, key);
    }

    SecretKey key() {
        return key;
    }

    @Override
    public String toString() {
        return "DataKey[" + id + "]";
    }
}
