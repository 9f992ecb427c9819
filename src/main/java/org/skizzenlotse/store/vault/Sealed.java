// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256-GCM with the layout of every ciphertext: a format byte, the version of the key, twelve
/// random bytes, then content and tag.
final class Sealed {
    /// The version of the only key that a conversation has so far; a later one is told apart by it.
    static final int KEY_VERSION = 1;

    private static final byte FORMAT = 1;
    private static final int HEAD_BYTES = 2;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealed() {}

    static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    static byte[] seal(SecretKey key, int version, byte[] bound, byte[] plain) {
        try {
            var nonce = random(NONCE_BYTES);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound);
            var sealed =
                    ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + plain.length + TAG_BITS / 8);
            sealed.put(FORMAT).put((byte) version).put(nonce);
            cipher.doFinal(ByteBuffer.wrap(plain), sealed);
            return sealed.array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK seals with AES", impossible);
        }
    }

    /// @throws Unreadable for another key, another place, or changed bytes
    static byte[] open(SecretKey key, int version, byte[] bound, byte[] sealed) {
        if (sealed.length < HEAD_BYTES + NONCE_BYTES + TAG_BITS / 8) throw new Unreadable("short");
        if (sealed[0] != FORMAT) throw new Unreadable("another format");
        if (version(sealed) != version) throw new Unreadable("another version of the key");
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var nonce = new GCMParameterSpec(TAG_BITS, sealed, HEAD_BYTES, NONCE_BYTES);
            cipher.init(Cipher.DECRYPT_MODE, key, nonce);
            cipher.updateAAD(bound);
            int head = HEAD_BYTES + NONCE_BYTES;
            return cipher.doFinal(sealed, head, sealed.length - head);
        } catch (GeneralSecurityException wrong) {
            throw new Unreadable("wrong key or place", wrong);
        }
    }

    /// Which version of a key sealed this, from 1 to 255.
    static int version(byte[] sealed) {
        return Byte.toUnsignedInt(sealed[1]);
    }
}
