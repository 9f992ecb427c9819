// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.skizzenlotse.conversation.file.Bytes;
import org.skizzenlotse.conversation.file.Content;
import org.skizzenlotse.conversation.file.Judged;
import org.skizzenlotse.conversation.file.Kind;
import org.skizzenlotse.store.blob.Blob;
import org.skizzenlotse.store.blob.BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks into files that are whole, a few at a time.
final class Looking {
    /// Unpacking is work for a processor, of which there are two.
    private static final int LOOKS_MAX = 2;

    /// Ten big documents before this one; whoever waits longer asks again.
    private static final long WAIT_SECONDS_MAX = 20;

    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final BlobStore blobs;
    private final Semaphore looks = new Semaphore(LOOKS_MAX);

    Looking(BlobStore blobs) {
        this.blobs = blobs;
    }

    /// What it is; nothing when that cannot be said now.
    Optional<Judged> look(Blob blob, String name, Set<Kind> accepted) {
        try {
            if (!looks.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(Content.judge(bytes(blob), name, accepted));
        } catch (IOException unreadable) {
            LOG.atWarn()
                    .addKeyValue("file", blob.id())
                    .addKeyValue("fault", unreadable.getClass().getName())
                    .log("a file cannot be read");
            return Optional.empty();
        } finally {
            looks.release();
        }
    }

    private Bytes bytes(Blob blob) {
        return new Bytes() {
            @Override
            public long count() {
                return blob.bytes();
            }

            @Override
            public InputStream from(long first) {
                return blobs.read(blob, first, blob.bytes() - 1);
            }
        };
    }
}
