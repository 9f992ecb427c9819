// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.store.blob.Streamed;

class ClamdTest {
    private static final Clamd.Limits SHORT =
            new Clamd.Limits(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofMillis(300));

    @Test
    void aCleanFileIsCleanAndHarmIsFoundAlsoAtTheEndOfABigOne() throws Exception {
        try (var real = RealClamd.start(110)) {
            var clamd = new Clamd(real.address(), Clamd.Limits.USUAL);
            assertThat(clamd.look(bytes("Wir zählen Wege.".getBytes(UTF_8))))
                    .isEqualTo(new Finding.Clean());
            assertThat(clamd.look(bytes(RealClamd.harmless()))).isEqualTo(new Finding.Infected());
            var big = new byte[30 * 1024 * 1024];
            new Random(1).nextBytes(big);
            assertThat(clamd.look(bytes(big))).isEqualTo(new Finding.Clean());
            var worse = new SequenceInputStream(bytes(big), bytes(RealClamd.harmless()));
            assertThat(clamd.look(worse)).isEqualTo(new Finding.Infected());
        }
    }

    @Test
    void whatIsBiggerThanTheScannerTakesIsNotCalledClean() throws Exception {
        try (var real = RealClamd.start(1)) {
            var clamd = new Clamd(real.address(), Clamd.Limits.USUAL);
            for (int megabytes : new int[] {2, 20})
                assertThat(clamd.look(bytes(new byte[megabytes * 1024 * 1024])))
                        .isInstanceOf(Finding.Unknown.class);
        }
    }

    @Test
    void aScannerThatIsAwayOrSaysNothingKnowsNothing() throws Exception {
        var nobody = InetSocketAddress.createUnresolved("127.0.0.1", RealClamd.freePort());
        assertThat(new Clamd(nobody, SHORT).look(bytes(new byte[5])))
                .isEqualTo(new Finding.Unknown("away"));
        var nowhere = InetSocketAddress.createUnresolved("kein-rechner.invalid", 3310);
        assertThat(new Clamd(nowhere, SHORT).look(bytes(new byte[5])))
                .isEqualTo(new Finding.Unknown("away"));
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var there = InetSocketAddress.createUnresolved("127.0.0.1", silent.getLocalPort());
            assertThat(new Clamd(there, SHORT).look(bytes(new byte[5])))
                    .isEqualTo(new Finding.Unknown("no_answer"));
            assertThat(new Clamd(there, SHORT).look(bytes(new byte[50_000_000])))
                    .as("that does not listen either")
                    .isEqualTo(new Finding.Unknown("cut_off"));
        }
    }

    @Test
    void aFileThatCannotBeReadIsNoFaultOfTheScanner() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var there = InetSocketAddress.createUnresolved("127.0.0.1", silent.getLocalPort());
            var unreadable = Streamed.breaking("changed");
            assertThatThrownBy(() -> new Clamd(there, SHORT).look(unreadable))
                    .hasMessage("changed");
        }
    }

    private static InputStream bytes(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
