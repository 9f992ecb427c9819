// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Encrypted files, by a known answer of other clients and by what was changed on the way.
class CipherStreamTest {
    /// From the test vectors of `matrix-encrypt-attachment`.
    private static final MatrixFile.Lock KNOWN =
            new MatrixFile.Lock(
                    "__________________________________________8",
                    "//////////8AAAAAAAAAAA",
                    "YzF08lARDdOCzJpzuSwsjTNlQc4pHxpdHcXiD/wpK6k");

    private static final byte[] LOCKED = Base64.getDecoder().decode("5xJZTt5cQicm+9f4");

    private static byte[] opened(byte[] locked, MatrixFile.Lock lock) throws IOException {
        try (var stream = CipherStream.opening(new ByteArrayInputStream(locked), lock)) {
            return stream.readAllBytes();
        }
    }

    @Test
    void whatOtherClientsLockIsOpened() throws Exception {
        assertThat(opened(LOCKED, KNOWN))
                .isEqualTo("Hello, World".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsLockedHereHasTheHashThatOthersExpect() throws Exception {
        var plain = new ByteArrayInputStream("Hello, World".getBytes(StandardCharsets.UTF_8));
        try (var stream = CipherStream.locking(plain, KNOWN)) {
            assertThat(stream.readAllBytes()).isEqualTo(LOCKED);
            assertThat(stream.hash()).isEqualTo(KNOWN.hash());
        }
    }

    @Test
    void whatWasChangedOnTheWayFailsAtItsEnd() {
        var changed = LOCKED.clone();
        changed[3] ^= 1;
        assertThatThrownBy(() -> opened(changed, KNOWN)).isInstanceOf(IOException.class);
        var other = new MatrixFile.Lock(KNOWN.key(), KNOWN.counter(), "");
        assertThatThrownBy(() -> opened(LOCKED, other)).isInstanceOf(IOException.class);
    }

    @Test
    void piecesOfAnySizeAreTheSame() throws Exception {
        var random = RandomGenerator.of("L64X128MixRandom");
        var plain = new byte[100_000];
        random.nextBytes(plain);
        byte[] locked;
        String hash;
        try (var stream = CipherStream.locking(new ByteArrayInputStream(plain), KNOWN)) {
            locked = stream.readAllBytes();
            hash = stream.hash();
        }
        var lock = new MatrixFile.Lock(KNOWN.key(), KNOWN.counter(), hash);
        try (var stream = CipherStream.opening(new ByteArrayInputStream(locked), lock)) {
            var back = new byte[plain.length];
            for (int at = 0; at < back.length; ) {
                int many = Math.min(1 + random.nextInt(700), back.length - at);
                at += stream.readNBytes(back, at, many);
            }
            assertThat(stream.read()).isEqualTo(-1);
            assertThat(back).isEqualTo(plain);
        }
    }

    @Test
    void aLockThatCannotBeOneIsRefused() {
        var garbled = new MatrixFile.Lock("%%", "x", "");
        assertThatThrownBy(() -> opened(LOCKED, garbled))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
