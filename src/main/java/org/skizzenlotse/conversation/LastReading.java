// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.skizzenlotse.dialog.Problem;

/// What came of the last reading of the dialog files: for whoever writes them. Many threads may
/// ask.
public final class LastReading {
    private final AtomicReference<Read> last =
            new AtomicReference<>(new Read(Instant.EPOCH, List.of(), List.of()));

    /// When it was read, all that was found, and what became of each dialog without errors.
    public record Read(Instant at, List<Problem> problems, List<Published.Put> put) {
        /// Copies the lists.
        public Read {
            problems = List.copyOf(problems);
            put = List.copyOf(put);
        }
    }

    /// The last one.
    public Read get() {
        return last.get();
    }

    /// From now on this is the last one.
    public void set(Read read) {
        last.set(read);
    }
}
