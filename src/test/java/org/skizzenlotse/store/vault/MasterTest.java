// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.skizzenlotse.engine.ConversationId;

/// The master key changes: nothing is lost, whatever is killed when, and nothing of the old one is
/// left.
class MasterTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Place PLACE = new Place("message", "7", "payload");
    private static final byte[] PLAIN = "Was falsch läuft".getBytes(UTF_8);

    /// More than are wrapped anew at a time.
    private static final int KEYS = 2_100;

    @TempDir Path folder;

    @Test
    void everyKeyOpensWithTheNewMasterAndNoByteOfTheOldOneIsLeft() throws Exception {
        Map<ConversationId, Ciphertext> sealed;
        String hash;
        try (var keys = Keys.open(folder, 1_000)) {
            sealed = filled(keys, KEYS);
            hash = keys.hash("token", "x");
            var old = Files.readAllBytes(folder.resolve("master.key"));
            // another name of the same file shows what becomes of its bytes
            var link = Files.createLink(folder.resolve("link"), folder.resolve("master.key"));
            keys.changeMaster();

            assertThat(Files.readAllBytes(folder.resolve("master.key"))).hasSize(32);
            assertThat(Files.readAllBytes(link)).containsOnly(0);
            Files.delete(link);
            assertThat(holds(old)).isFalse();
            assertAllOpen(keys, sealed);
            assertThat(keys.hash("token", "x")).isEqualTo(hash);
        }
        try (var keys = Keys.open(folder, 1_000)) {
            assertAllOpen(keys, sealed);
            assertThat(keys.hash("token", "x")).isEqualTo(hash);
        }
    }

    @ParameterizedTest
    @EnumSource
    void killedAtAnyPointItIsFinishedOrTakenBack(Master.Point point) throws Exception {
        Map<ConversationId, Ciphertext> sealed;
        String hash;
        try (var keys = Keys.open(folder, 5_000)) {
            sealed = filled(keys, 20);
            hash = keys.hash("token", "x");
            var old = Files.readAllBytes(folder.resolve("master.key"));

            assertThat(cut(point)).isEqualTo(CutMaster.CUT);

            // the service that ran beside it goes on as if nothing had happened
            assertAllOpen(keys, sealed);
            sealed.putAll(more(keys, "beside", 5));
            assertThat(keys.hash("token", "x")).isEqualTo(hash);
            try (var another = Keys.open(folder, 1_000)) {
                assertAllOpen(another, sealed);
                assertThat(another.hash("token", "x")).isEqualTo(hash);
            }
            assertThat(folder.resolve("master.key.next")).doesNotExist();
            assertThat(holds(old)).isEqualTo(point.compareTo(Master.Point.COMMITTED) < 0);
            assertAllOpen(keys, sealed);
        }
        try (var keys = Keys.open(folder, 1_000)) {
            keys.changeMaster();
            assertAllOpen(keys, sealed);
        }
    }

    @Test
    void aServiceBesideItGoesOnWithoutAStart() throws Exception {
        var over = new AtomicBoolean();
        // SQLite does not queue: among threads that never pause, one may wait for long
        try (var keys = Keys.open(folder, 60_000);
                var beside = Keys.open(folder, 60_000);
                var threads = Executors.newFixedThreadPool(2)) {
            var begun = filled(keys, 50);
            var writes =
                    threads.submit(() -> {
                        var written = new HashMap<ConversationId, Ciphertext>();
                        for (int i = 0; !over.get(); i++) {
                            written.putAll(more(keys, "w" + i + "-", 1));
                            Thread.sleep(1);
                        }
                        return written;
                    });
            var reads =
                    threads.submit(() -> {
                        while (!over.get()) assertAllOpen(keys, begun);
                        return true;
                    });
            try {
                for (int i = 0; i < 20; i++) beside.changeMaster();
            } finally {
                over.set(true);
            }

            assertThat(reads.get()).isTrue();
            assertThat(writes.get()).isNotEmpty();
            assertAllOpen(beside, writes.get());
            assertAllOpen(keys, begun);
        }
    }

    @Test
    void aKeyMadeBeforeAChangeAndStoredAfterItOpens() throws Exception {
        try (var keys = Keys.open(folder, 1_000);
                var beside = Keys.open(folder, 1_000)) {
            var key = keys.fresh(new ConversationId("c1"));
            var sealed = key.seal(PLACE, PLAIN);
            beside.changeMaster();
            keys.change(List.of(key), List.of(), NOW);
            assertAllOpen(beside, Map.of(key.id(), sealed));
        }
    }

    @Test
    void theVersionBeginsAgainAfterTheLastByte() throws Exception {
        try (var keys = Keys.open(folder, 1_000)) {
            var sealed = filled(keys, 2);
            for (int i = 0; i < 256; i++) keys.changeMaster();
            assertAllOpen(keys, sealed);
        }
    }

    @Test
    void anInstallationFromBeforeGoesOnHashingAsItDid() throws Exception {
        var master = new byte[32];
        master[5] = 7;
        Files.write(folder.resolve("master.key"), master);
        try (var before = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keys.db"));
                var statement = before.createStatement()) {
            statement.execute(
                    """
                    create table wrapped_key (conversation_id text primary key,
                      wrapped blob not null, made_at integer not null)
                    """);
        }
        var wanted = hashAsBefore(master, "token", "x");
        try (var keys = Keys.open(folder, 1_000)) {
            assertThat(keys.hash("token", "x")).isEqualTo(wanted);
            keys.changeMaster();
            assertThat(keys.hash("token", "x")).isEqualTo(wanted);
        }
        try (var keys = Keys.open(folder, 1_000)) {
            assertThat(keys.hash("token", "x")).isEqualTo(wanted);
        }
    }

    @Test
    void aNewInstallationHashesWithASecretOfItsOwn() throws Exception {
        try (var keys = Keys.open(folder, 1_000)) {
            var master = Files.readAllBytes(folder.resolve("master.key"));
            assertThat(keys.hash("token", "x")).isNotEqualTo(hashAsBefore(master, "token", "x"));
        }
    }

    @Test
    void theMasterKeyOfAnotherInstallationOpensNothing() throws Exception {
        Keys.open(folder, 1_000).close();
        Files.write(folder.resolve("master.key"), new byte[32]);
        assertThatThrownBy(() -> Keys.open(folder, 1_000)).isInstanceOf(KeysMissing.class);
    }

    private static Map<ConversationId, Ciphertext> filled(Keys keys, int count) throws Exception {
        return more(keys, "c", count);
    }

    private static Map<ConversationId, Ciphertext> more(Keys keys, String name, int count)
            throws Exception {
        var fresh =
                Stream.iterate(0, i -> i + 1)
                        .limit(count)
                        .map(i -> keys.fresh(new ConversationId(name + i)))
                        .toList();
        keys.change(fresh, List.of(), NOW);
        var sealed = new HashMap<ConversationId, Ciphertext>();
        for (var key : fresh) sealed.put(key.id(), key.seal(PLACE, PLAIN));
        return sealed;
    }

    private static void assertAllOpen(Keys keys, Map<ConversationId, Ciphertext> sealed)
            throws Exception {
        for (var one : sealed.entrySet()) {
            var key = keys.find(one.getKey()).orElseThrow();
            assertThat(key.open(PLACE, one.getValue())).isEqualTo(PLAIN);
        }
    }

    private int cut(Master.Point point) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CutMaster.class.getName(),
                        folder.toString(),
                        point.name())
                .inheritIO()
                .start()
                .waitFor();
    }

    private boolean holds(byte[] wanted) throws Exception {
        var text = new String(wanted, ISO_8859_1);
        try (var files = Files.list(folder)) {
            for (var file : files.toList())
                if (new String(Files.readAllBytes(file), ISO_8859_1).contains(text)) return true;
        }
        return false;
    }

    /// Written down apart from the code: HKDF-SHA256 without salt, one block, then HMAC.
    private static String hashAsBefore(byte[] master, String purpose, String text)
            throws Exception {
        var extracted = mac(new SecretKeySpec(new byte[32], "HmacSHA256"), master);
        var info = "skizzenlotse look-up\u0001".getBytes(UTF_8);
        var secret = mac(new SecretKeySpec(extracted, "HmacSHA256"), info);
        var hashed = mac(new SecretKeySpec(secret, "HmacSHA256"), utf8(purpose + "\0" + text));
        return HexFormat.of().formatHex(hashed);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] mac(SecretKey key, byte[] content) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return mac.doFinal(content);
    }
}
