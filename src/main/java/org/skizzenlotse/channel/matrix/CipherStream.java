// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The bytes of an encrypted file (Matrix specification, sending encrypted attachments, `v2`):
/// AES-CTR with a key of 256 bits, and the SHA-256 of what is encrypted. Read as they come.
final class CipherStream extends FilterInputStream {
    private static final int SKIP_MAX = 8_192;

    private final Cipher cipher;
    private final MessageDigest digest;
    private final boolean opens;
    private final String expected;
    private String hash = "";

    /// It is not what was sent, and never will be.
    static final class Changed extends IOException {
        private static final long serialVersionUID = 1;

        Changed() {
            super("not what was sent");
        }
    }

    private CipherStream(InputStream in, MatrixFile.Lock lock, boolean opens) {
        super(in);
        this.opens = opens;
        this.expected = lock.hash();
        try {
            this.cipher = Cipher.getInstance("AES/CTR/NoPadding");
            this.cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(Base64.getUrlDecoder().decode(lock.key()), "AES"),
                    new IvParameterSpec(Base64.getDecoder().decode(lock.counter())));
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException no) {
            throw new IllegalArgumentException(no);
        }
    }

    /// What was meant; fails at its end with [Changed] if it is not what was sent.
    ///
    /// @throws IllegalArgumentException for a lock that cannot be one
    static CipherStream opening(InputStream encrypted, MatrixFile.Lock lock) {
        return new CipherStream(encrypted, lock, true);
    }

    /// What may lie at a homeserver; its hash is known at its end.
    static CipherStream locking(InputStream plain, MatrixFile.Lock lock) {
        return new CipherStream(plain, lock, false);
    }

    /// The SHA-256 of what was encrypted (base64), after the end.
    String hash() {
        return hash;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = in.read(into, from, length);
        if (count < 0) {
            end();
            return count;
        }
        if (opens) digest.update(into, from, count);
        var changed = cipher.update(into, from, count);
        if (changed != null) System.arraycopy(changed, 0, into, from, changed.length);
        if (!opens) digest.update(into, from, count);
        return count;
    }

    private void end() throws IOException {
        if (hash.isEmpty())
            hash = Base64.getEncoder().withoutPadding().encodeToString(digest.digest());
        if (opens && !hash.equals(expected.replace("=", ""))) throw new Changed();
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /// What is skipped counts, too.
    @Override
    public long skip(long count) throws IOException {
        return count <= 0 ? 0 : readNBytes((int) Math.min(count, SKIP_MAX)).length;
    }
}
