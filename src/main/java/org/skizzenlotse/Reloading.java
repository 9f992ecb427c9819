// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import org.skizzenlotse.dialog.file.FolderMarks;
import org.skizzenlotse.store.database.StoreUnavailable;

import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Looks whether files of dialogs were saved, and has them read again. It looks at times and sizes
/// instead of waiting for events, which not every file system sends.
final class Reloading implements AutoCloseable {
    /// Saved is in force within two seconds: two looks, and the check itself.
    private static final long LOOK_MILLIS = 400;

    private final Path folder;
    private final Runnable again;
    private final Thread thread;
    private volatile boolean ended;

    private Reloading(Path folder, Runnable again) {
        this.folder = folder;
        this.again = again;
        this.thread = Thread.ofPlatform().daemon().name("reloading").unstarted(this::look);
    }

    /// Begins to look; each time something was saved and no more is, `again` runs.
    static Reloading start(Path folder, Runnable again) {
        var reloading = new Reloading(folder, again);
        reloading.thread.start();
        return reloading;
    }

    private void look() {
        var taken = FolderMarks.of(folder);
        var seen = taken;
        while (!ended && pause()) {
            var now = FolderMarks.of(folder);
            // an editor may write several files, or one in several steps
            var settled = now.equals(seen);
            seen = now;
            if (!settled || now.equals(taken)) continue;
            taken = now;
            read();
        }
    }

    private void read() {
        try {
            again.run();
        } catch (UncheckedIOException | IllegalStateException | StoreUnavailable failed) {
            System.err.println(
                    "Die Dialoge ließen sich gerade nicht lesen; es gilt, was zuletzt galt.");
        }
    }

    private boolean pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
