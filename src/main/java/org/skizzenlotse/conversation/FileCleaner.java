// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.FileRemovals;
import org.skizzenlotse.store.blob.BlobStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes the bytes of files whose rows are gone, files that were never attached, and what a crash
/// left. Each step may be cut off and is done again.
public final class FileCleaner implements AutoCloseable {
    /// Whoever uploads something and goes to bed finds it in the morning.
    static final Duration UNUSED_MAX = Duration.ofHours(24);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /// What could not be removed, as from a disk that is read-only for a while, waits so long.
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /// Removed at a time, so that turns get in between.
    private static final int CHUNK = 100;

    private static final Logger LOG = LoggerFactory.getLogger(FileCleaner.class);

    private final FileRemovals removals;
    private final BlobStore blobs;
    private final InstantSource clock;
    private @Nullable Repeating repeating;

    /// Over this database and the files beside it.
    public FileCleaner(Database database, InstantSource clock) {
        this.removals = new FileRemovals(database);
        this.blobs = new BlobStore(database.data());
        this.clock = clock;
    }

    /// Removes what a crash left before, and cleans from then on until closed.
    public FileCleaner start() {
        try {
            sweep(Instant.now());
        } catch (IOException later) {
            LOG.atWarn()
                    .addKeyValue("fault", later.getClass().getName())
                    .log("the folder of files could not be swept");
        }
        repeating = new Repeating("cleaning files", PAUSE, this::clean);
        return this;
    }

    @Override
    public void close() {
        if (repeating != null) repeating.close();
    }

    /// Removes parts that were written before and do not count, and folders without a row.
    void sweep(Instant before) throws IOException {
        for (var id : blobs.ids()) {
            var counted = removals.counted(id);
            if (counted.isEmpty()) {
                blobs.delete(id);
                continue;
            }
            for (int number : blobs.numbers(id))
                if (!counted.get().contains(number) && blobs.isOlder(id, number, before))
                    blobs.drop(id, number);
        }
    }

    /// Does what is due now.
    void clean() {
        var before = clock.instant().minus(UNUSED_MAX);
        if (removals.hasUnused(before)) removals.removeUnused(before, clock.instant(), CHUNK);
        removeDue();
    }

    /// Removes the bytes of what was removed.
    void removeDue() {
        while (true) {
            var due = removals.due(clock.instant(), CHUNK);
            for (var id : due) if (!removed(id)) return;
            if (due.size() < CHUNK) return;
        }
    }

    /// False when it is better to come again later.
    private boolean removed(String id) {
        try {
            blobs.delete(id);
            return removals.done(id) instanceof Written.Done<Boolean>;
        } catch (IOException stays) {
            LOG.atWarn()
                    .addKeyValue("file", id)
                    .addKeyValue("fault", stays.getClass().getName())
                    .log("not removed yet, will be tried again");
            return removals.later(id, clock.instant().plus(AGAIN)) instanceof Written.Done<Boolean>;
        }
    }
}
