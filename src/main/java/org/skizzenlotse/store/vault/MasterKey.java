// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.skizzenlotse.engine.ConversationId;

/// Wraps the keys of conversations and the secret of look-ups; it derives from the 32 bytes of
/// [MasterFile]. What it wraps carries its version, by which a later one is told apart.
final class MasterKey {
    static final int BYTES = 32;

    /// A byte holds the version; only the newest is ever in use, so it may begin again.
    private static final int VERSION_MAX = 255;

    private static final Place WRAPPED = new Place("wrapped_key", "", "wrapped");
    private static final Place LOOK_UP = new Place("own_secret", "look-up", "wrapped");

    private final SecretKey wrapping;
    private final int version;

    private MasterKey(byte[] master, int version) {
        this.wrapping = derived(master, "AES", "skizzenlotse wrapping");
        this.version = version;
    }

    /// The first of an installation.
    static MasterKey first(byte[] master) {
        return new MasterKey(master, 1);
    }

    /// That of these bytes, with the version that wrapped this.
    static MasterKey of(byte[] master, byte[] wrapped) {
        return new MasterKey(master, Sealed.version(wrapped));
    }

    /// The one after this one.
    MasterKey next(byte[] master) {
        return new MasterKey(master, version % VERSION_MAX + 1);
    }

    /// Whether this version wrapped it.
    boolean hasWrapped(byte[] wrapped) {
        return Sealed.version(wrapped) == version;
    }

    byte[] wrap(DataKey key) {
        var bound = WRAPPED.bound(key.id().value(), version);
        return Sealed.seal(wrapping, version, bound, key.key().getEncoded());
    }

    DataKey unwrap(ConversationId id, byte[] wrapped) {
        var key = Sealed.open(wrapping, version, WRAPPED.bound(id.value(), version), wrapped);
        return new DataKey(id, new SecretKeySpec(key, "AES"));
    }

    byte[] wrapLookUp(byte[] secret) {
        return Sealed.seal(wrapping, version, LOOK_UP.bound("", version), secret);
    }

    byte[] unwrapLookUp(byte[] wrapped) {
        return Sealed.open(wrapping, version, LOOK_UP.bound("", version), wrapped);
    }

    /// Whether this is the one in force, which alone opens the secret of look-ups.
    boolean opens(byte[] wrappedLookUp) {
        try {
            unwrapLookUp(wrappedLookUp);
            return true;
        } catch (Unreadable another) {
            return false;
        }
    }

    /// The secret of look-ups as it derived from the master key before it had a place of its own.
    static byte[] formerLookUp(byte[] master) {
        return derived(master, "HmacSHA256", "skizzenlotse look-up").getEncoded();
    }

    private static SecretKey derived(byte[] master, String algorithm, String purpose) {
        try {
            var use = HKDFParameterSpec.ofExtract().addIKM(master);
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(algorithm, use.thenExpand(purpose.getBytes(UTF_8), BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("JDK 25 derives keys", impossible);
        }
    }
}
