// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.store.FileStore;
import org.skizzenlotse.store.database.Written;

/// Of a file the row comes first and goes first: wherever a process ends in between, the next one
/// leaves neither bytes without a row nor a row without its bytes.
class FileCleaningTest extends OnStacked {
    private static final String A = "aa00000000000001";
    private static final String B = "aa00000000000002";

    @Test
    void whatIsAttachedStaysAndWhatIsNotGoesAfterADay() throws Exception {
        stacked.puts(token, A);
        stacked.puts(token, B);
        stacked.attaches(token, A);
        assertThat(stacked.held(token)).containsExactly(A);
        running.waits(FileCleaner.UNUSED_MAX.minusSeconds(1));
        stacked.cleans();
        assertThat(stacked.row(token, B)).isPresent();
        running.waits(Duration.ofSeconds(2));
        stacked.cleans();
        assertThat(stacked.row(token, B)).isEmpty();
        assertThat(stacked.onDisk()).containsExactly("aa/" + A, "aa/" + A + "/1");
        assertThat(stacked.row(token, A).orElseThrow().attached()).isTrue();
    }

    @Test
    void aFileThatIsReplacedOrTakenAwayIsGone() throws Exception {
        stacked.puts(token, A);
        stacked.attaches(token, A);
        stacked.puts(token, B);
        stacked.attaches(token, B);
        running.restart();
        stacked.cleans();
        assertThat(stacked.onDisk()).containsExactly("aa/" + B, "aa/" + B + "/1");
        stacked.attaches(token);
        assertThat(stacked.row(token, B)).isEmpty();
        stacked.cleans();
        assertThat(stacked.onDisk()).isEmpty();
    }

    @Test
    void whatAnotherConversationHasOrNobodyHasCannotBeAttached() throws Exception {
        stacked.puts(token, A);
        var stranger = running.begun();
        var said = stacked.attaches(stranger, A);
        assertThat(said.messages()).anyMatch(one -> one.message().kind() == Message.Kind.ERROR);
        assertThat(stacked.held(stranger)).isEmpty();
        assertThat(stacked.row(token, A).orElseThrow().attached()).isFalse();
        stacked.begins(token, B);
        stacked.attaches(token, B);
        assertThat(stacked.held(token)).as("not whole yet").isEmpty();
    }

    @Test
    void whatWasAttachedGoesWithAFreshStartAndWithAnErasure() throws Exception {
        stacked.puts(token, A);
        stacked.attaches(token, A);
        running.commands(token, Command.START_OVER, "");
        running.taps(token, "_confirm", "yes");
        stacked.cleans();
        assertThat(stacked.onDisk()).isEmpty();

        var other = running.begun();
        stacked.puts(other, B);
        stacked.attaches(other, B);
        running.conversations.erase(running.id(other));
        assertThat(stacked.onDisk()).isEmpty();
        assertThat(rows("file_part") + rows("file_removal")).isZero();
    }

    @Test
    void afterEachStepOfAnUploadThatAKillEndsNothingIsLeftOver() throws Exception {
        // the row is there, its folder is not
        stacked.begins(token, A);
        running.restart();
        stacked.cleans();
        assertThat(stacked.row(token, A)).isPresent();
        // a part is on the disk, its row is not; another one was cut off in its middle
        stacked.blobs().make(A);
        var key = running.stored(token).key();
        stacked.blobs().append(A, key.files(), new ByteArrayInputStream(new byte[4]), 4);
        Files.write(running.data.resolve("files/aa/" + A + "/2"), new byte[17]);
        running.restart();
        stacked.cleans();
        assertThat(stacked.onDisk()).containsExactly("aa/" + A);
        // the part counts
        var again = running.stored(token).key();
        var taken =
                stacked.blobs().append(A, again.files(), new ByteArrayInputStream(new byte[4]), 4);
        stacked.files().count(again, new FileStore.Piece(A, 0, taken.part(), running.now));
        running.restart();
        stacked.cleans();
        assertThat(stacked.onDisk()).containsExactly("aa/" + A, "aa/" + A + "/1");
        assertThat(stacked.row(token, A).orElseThrow().received()).isEqualTo(4);
    }

    @Test
    void afterEachStepOfARemovalThatAKillEndsNothingIsLeftOver() throws Exception {
        // the row is gone, the bytes are there
        stacked.puts(token, A);
        assertThat(stacked.files().remove(running.id(token), A, running.now))
                .isEqualTo(new Written.Done<>(true));
        running.restart();
        assertThat(stacked.onDisk()).hasSize(2);
        stacked.cleaner().clean();
        assertThat(stacked.onDisk()).isEmpty();
        assertThat(rows("file_removal")).isZero();
        // the bytes are half gone, the removal is not
        stacked.puts(token, B);
        stacked.files().remove(running.id(token), B, running.now);
        stacked.blobs().drop(B, 1);
        running.restart();
        stacked.cleaner().clean();
        assertThat(stacked.onDisk()).isEmpty();
        assertThat(rows("file_removal")).isZero();
    }

    @Test
    void anErasureThatWasCutOffIsFinishedWithItsFiles() throws Exception {
        stacked.puts(token, A);
        stacked.attaches(token, A);
        var id = running.id(token);
        running.database.keys().change(java.util.List.of(), java.util.List.of(id), running.now);
        running.restart();
        running.conversations.finishErasing();
        stacked.cleans();
        assertThat(stacked.onDisk()).isEmpty();
        assertThat(rows("file")).isZero();
    }

    @Test
    void aFolderThatNobodyKnowsIsRemoved() throws Exception {
        stacked.blobs().make(A);
        stacked.cleans();
        assertThat(stacked.onDisk()).isEmpty();
    }

    @Test
    void ofTwoPartsForTheSamePlaceOneCounts() throws Exception {
        stacked.begins(token, A);
        stacked.blobs().make(A);
        var key = running.stored(token).key();
        var one = stacked.blobs().append(A, key.files(), new ByteArrayInputStream(new byte[2]), 4);
        var two = stacked.blobs().append(A, key.files(), new ByteArrayInputStream(new byte[3]), 4);
        assertThat(stacked.files().count(key, new FileStore.Piece(A, 0, two.part(), running.now)))
                .isEqualTo(new Written.Done<>(true));
        assertThat(stacked.files().count(key, new FileStore.Piece(A, 0, one.part(), running.now)))
                .isEqualTo(new Written.Conflict<>());
        try (var bytes = stacked.blobs().read(stacked.files().blob(key, A))) {
            assertThat(bytes.readAllBytes()).isEqualTo(new byte[3]);
        }
    }

    @Test
    void thereIsRoomForSoMuchAndNoMore() {
        for (int i = 0; i < 20; i++) stacked.begins(token, "aa000000000001%02d".formatted(i));
        assertThat(fits(token, 1)).isEqualTo(FileStore.Fits.TOO_MANY);
        var second = running.begun();
        assertThat(fits(second, 1_001)).isEqualTo(FileStore.Fits.TOO_MUCH);
        assertThat(fits(second, 1_000)).isEqualTo(FileStore.Fits.YES);
        for (int i = 0; i < 3; i++) fits(running.begun(), 1_000);
        assertThat(fits(running.begun(), 921)).isEqualTo(FileStore.Fits.FULL);
        assertThat(fits(running.begun(), 920)).isEqualTo(FileStore.Fits.YES);
        assertThat(stacked.files().announcedBytes()).isEqualTo(5_000);
    }

    private FileStore.Fits fits(String whose, long bytes) {
        var label = new org.skizzenlotse.store.form.FileLabel("x", "unterlagen", "", "");
        var id = Secrets.id();
        var row = org.skizzenlotse.store.FileRow.begun(id, bytes, label, running.now);
        var key = running.stored(whose).key();
        var begun = stacked.files().begin(key, row, Stacked.ROOM);
        return ((Written.Done<FileStore.Fits>) begun).value();
    }

    private int rows(String table) {
        return running.database.read(handle ->
                handle.createQuery("select count(*) from " + table)
                        .map((rows, _) -> rows.getInt(1))
                        .one());
    }
}
