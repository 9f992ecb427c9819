// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.skizzenlotse.engine.ConversationId;

/// Seals the bytes of a conversation's files while they stream, in segments that can be read from
/// anywhere. What was cut off, changed, swapped or put elsewhere does not open.
public final class FileKey {
    private static final int KEY_BYTES = 32;

    /// What is in memory of a stream is a few of these; what it costs on disk is 16 bytes each.
    private static final int SEGMENT_BYTES = 64 * 1024;

    private static final String PURPOSE = "skizzenlotse files";

    private final ConversationId id;
    private final AesGcmHkdfStreaming streaming;

    FileKey(ConversationId id, SecretKey key) {
        this.id = id;
        try {
            var spec =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .thenExpand(PURPOSE.getBytes(UTF_8), KEY_BYTES);
            var derived = KDF.getInstance("HKDF-SHA256").deriveData(spec);
            this.streaming =
                    new AesGcmHkdfStreaming(derived, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("JDK 25 derives keys", impossible);
        }
    }

    /// Seals what is written, for that place. Only what was closed can be opened.
    public OutputStream sealing(OutputStream to, Place place) throws IOException {
        try {
            return streaming.newEncryptingStream(to, bound(place));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK seals with AES", impossible);
        }
    }

    /// Opens what stands at that place; reading what is not whole, or not from there, throws.
    public SeekableByteChannel opening(SeekableByteChannel from, Place place) throws IOException {
        try {
            return streaming.newSeekableDecryptingChannel(from, bound(place));
        } catch (GeneralSecurityException wrong) {
            throw new IOException("wrong key or place", wrong);
        }
    }

    private byte[] bound(Place place) {
        return place.bound(id.value(), Sealed.KEY_VERSION);
    }

    @Override
    public String toString() {
        return "FileKey[" + id + "]";
    }
}
