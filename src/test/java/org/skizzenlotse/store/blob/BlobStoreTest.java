// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.blob;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.blob.Taken.Ending;
import org.skizzenlotse.store.vault.FileKey;
import org.skizzenlotse.store.vault.Keys;

class BlobStoreTest {
    private static final String ID = "0123456789abcdef";
    private static final String OTHER = "01fedcba98765432";
    private static final long MAX = 10_000_000;

    @TempDir Path folder;
    private Keys keys;
    private FileKey key;
    private BlobStore blobs;
    private final List<Blob.Part> parts = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        keys = Keys.open(folder.resolve("keys"), 500);
        key = keys.fresh(new ConversationId("c1")).files();
        blobs = new BlobStore(folder);
        blobs.make(ID);
    }

    @AfterEach
    void close() throws Exception {
        keys.close();
    }

    @Test
    void whatCameInPartsIsReadBackWholeAndInAnyStretch() throws Exception {
        var bytes = Streamed.noise(300_000);
        add(Arrays.copyOfRange(bytes, 0, 70_000));
        add(Arrays.copyOfRange(bytes, 70_000, 70_001));
        add(Arrays.copyOfRange(bytes, 70_001, 300_000));
        try (var whole = blobs.read(blob())) {
            assertThat(whole.readAllBytes()).isEqualTo(bytes);
        }
        for (var span :
                List.of(
                        List.of(0, 0),
                        List.of(69_999, 70_001),
                        List.of(65_500, 299_999),
                        List.of(70_000, 70_000),
                        List.of(200_000, 200_100)))
            try (var some = blobs.read(blob(), span.get(0), span.get(1))) {
                assertThat(some.readAllBytes())
                        .isEqualTo(Arrays.copyOfRange(bytes, span.get(0), span.get(1) + 1));
            }
    }

    @Test
    void nothingPlainLiesOnTheDiskAndOnlyItsOwnerReads() throws Exception {
        add("Kanarienvogel-4711".repeat(9_000).getBytes(UTF_8));
        try (var files = Files.walk(folder.resolve("files"))) {
            for (var file : files.toList()) {
                var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertThat(rights).isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
                if (Files.isRegularFile(file))
                    assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("vogel-47");
            }
        }
    }

    @Test
    void whatIsCutOffIsNoticedAlsoAtTheEndOfASegment() throws Exception {
        add(Streamed.noise(200_000));
        var sealed = Files.readAllBytes(part(1));
        for (int left : List.of(sealed.length - 1, 2 * 65_536, 65_536, 40, 0)) {
            Files.write(part(1), Arrays.copyOf(sealed, left));
            assertThatThrownBy(this::readAll).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aChangedByteIsNoticed() throws Exception {
        add(Streamed.noise(200_000));
        var sealed = Files.readAllBytes(part(1));
        for (int place : List.of(0, 1, 50, 70_000, sealed.length - 1)) {
            var changed = sealed.clone();
            changed[place] ^= 1;
            Files.write(part(1), changed);
            assertThatThrownBy(this::readAll).isInstanceOf(IOException.class);
        }
    }

    @Test
    void swappedPartsAndThoseOfAnotherFileOrConversationDoNotOpen() throws Exception {
        add(Streamed.noise(1_000));
        add(Streamed.noise(1_000));
        var first = Files.readAllBytes(part(1));
        Files.copy(part(2), part(1), StandardCopyOption.REPLACE_EXISTING);
        Files.write(part(2), first);
        assertThatThrownBy(this::readAll).isInstanceOf(IOException.class);

        blobs.make(OTHER);
        Files.write(folder.resolve("files/01/" + OTHER + "/1"), first);
        var moved = new Blob(OTHER, key, parts.subList(0, 1));
        assertThatThrownBy(() -> blobs.read(moved).readAllBytes()).isInstanceOf(IOException.class);

        Files.write(part(1), first);
        var stranger = keys.fresh(new ConversationId("c2")).files();
        var stolen = new Blob(ID, stranger, parts.subList(0, 1));
        assertThatThrownBy(() -> blobs.read(stolen).readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void aStreamThatBreaksLeavesWhatCame() throws Exception {
        var bytes = Streamed.noise(100_000);
        var breaking =
                new SequenceInputStream(
                        new ByteArrayInputStream(bytes), Streamed.breaking("the network is gone"));
        var taken = blobs.append(ID, key, breaking, MAX);
        assertThat(taken).isEqualTo(new Taken(new Blob.Part(1, 100_000), Ending.BROKEN));
        parts.add(taken.part());
        assertThat(readAll()).isEqualTo(bytes);
    }

    @Test
    void moreThanMayBeTakenIsSaidAndExactlySoMuchIsFine() throws Exception {
        var bytes = Streamed.noise(66_000);
        assertThat(append(bytes, 66_000).ending()).isEqualTo(Ending.WHOLE);
        assertThat(append(bytes, 65_999).ending()).isEqualTo(Ending.TOO_MUCH);
        assertThat(append(bytes, 0).part().bytes()).isZero();
    }

    @Test
    void aRemovedFileTakesNoMoreAndIsGone() throws Exception {
        add(Streamed.noise(10));
        assertThat(blobs.ids()).containsExactly(ID);
        blobs.delete(ID);
        blobs.delete(ID);
        assertThat(blobs.ids()).isEmpty();
        assertThatThrownBy(() -> append(Streamed.noise(10), MAX))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> blobs.make("../../oben"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void add(byte[] bytes) throws IOException {
        parts.add(append(bytes, MAX).part());
    }

    private Taken append(byte[] bytes, long max) throws IOException {
        return blobs.append(ID, key, new ByteArrayInputStream(bytes), max);
    }

    private byte[] readAll() throws IOException {
        try (var whole = blobs.read(blob())) {
            return whole.readAllBytes();
        }
    }

    private Blob blob() {
        return new Blob(ID, key, parts);
    }

    private Path part(int number) {
        return folder.resolve("files/01/" + ID + "/" + number);
    }
}
