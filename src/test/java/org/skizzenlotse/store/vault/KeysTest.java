// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.engine.ConversationId;

class KeysTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final ConversationId ID = new ConversationId("c1");
    private static final Place PLACE = new Place("message", "7", "payload");
    private static final byte[] PLAIN = "Was falsch läuft".getBytes(UTF_8);

    @TempDir Path folder;

    @Test
    void whatIsSealedOpensAtItsPlaceOnly() throws Exception {
        try (var keys = Keys.open(folder, 1_000)) {
            var key = keys.fresh(ID);
            var sealed = key.seal(PLACE, PLAIN);
            assertThat(key.open(PLACE, sealed)).isEqualTo(PLAIN);
            for (var other :
                    List.of(
                            new Place("history", "7", "payload"),
                            new Place("message", "8", "payload"),
                            new Place("message", "7", "text")))
                assertThatThrownBy(() -> key.open(other, sealed)).isInstanceOf(Unreadable.class);
            var another = keys.fresh(new ConversationId("c2"));
            assertThatThrownBy(() -> another.open(PLACE, sealed)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void everyChangedByteIsNoticed() throws Exception {
        try (var keys = Keys.open(folder, 1_000)) {
            var key = keys.fresh(ID);
            var sealed = key.seal(PLACE, PLAIN);
            for (int i = 0; i < sealed.bytes().length; i++) {
                var bytes = sealed.bytes();
                bytes[i] ^= 1;
                var changed = Ciphertext.of(bytes);
                assertThatThrownBy(() -> key.open(PLACE, changed)).isInstanceOf(Unreadable.class);
            }
            assertThatThrownBy(() -> key.open(PLACE, Ciphertext.of(new byte[5])))
                    .isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void theSameWordsAreNeverSealedAlike() throws Exception {
        try (var keys = Keys.open(folder, 1_000)) {
            var key = keys.fresh(ID);
            var sealed = key.seal(PLACE, PLAIN).bytes();
            assertThat(key.seal(PLACE, PLAIN).bytes()).isNotEqualTo(sealed);
            assertThat(sealed).startsWith(1, 1);
        }
    }

    @Test
    void aKeyIsFoundAgainAfterANewStart() throws Exception {
        Ciphertext sealed;
        try (var keys = Keys.open(folder, 1_000)) {
            var key = keys.fresh(ID);
            assertThat(keys.find(ID)).isEmpty();
            keys.change(List.of(key), List.of(), NOW);
            sealed = key.seal(PLACE, PLAIN);
        }
        try (var keys = Keys.open(folder, 1_000)) {
            assertThat(keys.find(ID).orElseThrow().open(PLACE, sealed)).isEqualTo(PLAIN);
            assertThat(keys.hash("token", "x")).isNotEqualTo(keys.hash("request", "x"));
        }
    }

    @Test
    void theMasterKeyIsForItsOwnerOnly() throws Exception {
        try (var keys = Keys.open(folder.resolve("keys"), 1_000)) {
            assertThat(keys.find(ID)).isEmpty();
        }
        var file = folder.resolve("keys/master.key");
        assertThat(Files.size(file)).isEqualTo(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files.map(one -> one.getFileName().toString()))
                    .containsExactlyInAnyOrder("master.key", "keys.db");
        }
    }

    @Test
    void aLostMasterKeyIsNotReplacedByANewOne() throws Exception {
        Keys.open(folder, 1_000).close();
        Files.delete(folder.resolve("master.key"));
        assertThatThrownBy(() -> Keys.open(folder, 1_000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("master.key");
    }

    @Test
    void noByteOfADeletedKeyIsLeft() throws Exception {
        try (var keys = Keys.open(folder, 1_000)) {
            var all = new ArrayList<DataKey>();
            for (int i = 0; i < 600; i++) all.add(keys.fresh(new ConversationId("c" + i)));
            // in any order, so that pages are split and cells move
            Collections.shuffle(all, new Random(7));
            for (int i = 0; i < all.size(); i += 100)
                keys.change(all.subList(i, i + 100), List.of(), NOW);
            var wrapped = new HashMap<ConversationId, byte[]>();
            var deleted = all.subList(0, 550);
            for (int i = 0; i < deleted.size(); i += 10) {
                var some = deleted.subList(i, i + 10);
                for (var key : some) wrapped.put(key.id(), wrapped(key.id()));
                assertThat(some)
                        .allMatch(key -> isInTheFolder(requireNonNull(wrapped.get(key.id()))));
                keys.change(List.of(), some.stream().map(DataKey::id).toList(), NOW);
                assertThat(deleted.subList(0, i + 10))
                        .noneMatch(key -> isInTheFolder(requireNonNull(wrapped.get(key.id()))));
            }
            for (var key : all.subList(550, 600)) assertThat(keys.find(key.id())).isPresent();
            assertThat(isInTheFolder(wrapped(all.getLast().id()))).isTrue();
        }
    }

    @Test
    void aFailedChangeChangesNothing() throws Exception {
        try (var keys = Keys.open(folder, 1_000)) {
            var key = keys.fresh(ID);
            keys.change(List.of(key), List.of(), NOW);
            var other = keys.fresh(new ConversationId("c2"));
            assertThatThrownBy(() -> keys.change(List.of(other, key), List.of(), NOW))
                    .hasMessageContaining("UNIQUE");
            assertThat(keys.find(other.id())).isEmpty();
            keys.change(List.of(other), List.of(ID), NOW);
            assertThat(keys.find(other.id())).isPresent();
            assertThat(keys.find(ID)).isEmpty();
        }
    }

    private byte[] wrapped(ConversationId id) throws SQLException {
        try (var keys = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("keys.db"));
                var query =
                        keys.prepareStatement(
                                "select wrapped from wrapped_key where conversation_id = ?")) {
            query.setString(1, id.value());
            try (var rows = query.executeQuery()) {
                return rows.getBytes(1);
            }
        }
    }

    private boolean isInTheFolder(byte[] wanted) {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                var bytes = new String(Files.readAllBytes(file), ISO_8859_1);
                if (bytes.contains(new String(wanted, ISO_8859_1))) return true;
            }
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
