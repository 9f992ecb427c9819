// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogText;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.store.FileRemovals;
import org.skizzenlotse.store.FileRow;
import org.skizzenlotse.store.FileStore;
import org.skizzenlotse.store.Scan;
import org.skizzenlotse.store.blob.BlobStore;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.form.FileLabel;

/// A running installation whose dialog asks for files, and files put into it row by row and part by
/// part.
final class Stacked implements AutoCloseable {
    static final StepId STEP = new StepId("unterlagen");
    static final FileStore.Room ROOM = new FileStore.Room(1_000, 20, 5_000);

    private static final String QUESTION =
            """
              - ask: unterlagen
                detail_of: ziele
                type: file
                accept: [pdf, docx, txt]
                max_size: 2 MB
                max_files: 3
                text: Gibt es schon etwas?
                short: Unterlagen
                why: Dann fragen wir weniger.
                open: [unknown, later]
                privacy: {personal: true, purpose: skizze, keep: P1Y}
            """;

    final Running running;

    Stacked(Path folder) throws IOException {
        running = new Running(folder);
        running.publish(dialog());
    }

    static DialogText dialog() {
        var sound = DialogText.sound();
        return sound.with(
                "probe/groups/idee.yaml", sound.content("probe/groups/idee.yaml") + QUESTION);
    }

    /// How big one may be.
    long sizeMax() {
        var question = running.published.inForce("probe").orElseThrow().question(STEP);
        return ((AnswerType.File) question.orElseThrow().type()).sizeBytesMax();
    }

    FileStore files() {
        return new FileStore(running.database);
    }

    BlobStore blobs() {
        return new BlobStore(running.data);
    }

    /// Where the bytes of a file lie, if they do.
    List<Path> bytesOf(String id) throws IOException {
        try (var all = java.nio.file.Files.walk(running.data.resolve("files"))) {
            return all.filter(path -> path.toString().contains(id)).toList();
        }
    }

    FileRemovals removals() {
        return new FileRemovals(running.database);
    }

    FileCleaner cleaner() {
        return new FileCleaner(running.database, running.clock());
    }

    /// All that the cleaner does from time to time, and at a start.
    void cleans() throws IOException {
        cleaner().sweep(java.time.Instant.now().plusSeconds(1));
        cleaner().clean();
    }

    String begins(String token, String id) {
        var row =
                FileRow.begun(id, 4, new FileLabel("plan.txt", "unterlagen", "", ""), running.now);
        assertThat(files().begin(running.stored(token).key(), row, ROOM))
                .isEqualTo(new Written.Done<>(FileStore.Fits.YES));
        return id;
    }

    /// Whole and ready.
    String puts(String token, String id) throws IOException {
        begins(token, id);
        blobs().make(id);
        var key = running.stored(token).key();
        var taken = blobs().append(id, key.files(), new ByteArrayInputStream(new byte[4]), 4);
        files().count(key, new FileStore.Piece(id, 0, taken.part(), running.now));
        var row = row(token, id).orElseThrow();
        var known = new FileLabel("plan.txt", "unterlagen", "", "text/plain");
        assertThat(files().ready(key, row.asReady(known, Scan.OFF, running.now)))
                .isEqualTo(new Written.Done<>(true));
        return id;
    }

    Optional<FileRow> row(String token, String id) {
        return files().find(running.stored(token).key(), id);
    }

    View attaches(String token, String... ids) {
        var files = List.of(ids).stream().map(id -> Value.File.named(id, "", "")).toList();
        return running.takes(token, new Input.Attached(STEP, files));
    }

    List<String> held(String token) {
        return running.stored(token)
                .conversation()
                .answer(STEP)
                .flatMap(answer -> answer.given())
                .map(value -> ((Value.Files) value).files().stream().map(Value.File::id).toList())
                .orElse(List.of());
    }

    /// Everything that lies in the folder of files, without the folders of the first two letters.
    List<String> onDisk() throws IOException {
        var root = running.data.resolve("files");
        if (!Files.exists(root)) return List.of();
        try (var all = Files.walk(root)) {
            return all.filter(one -> root.relativize(one).getNameCount() > 1)
                    .map(one -> root.relativize(one).toString())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
