// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import org.skizzenlotse.store.form.FileLabel;

/// A file as its row knows it: `size` is what was announced, -1 where it was not; `received` what
/// of it is there; ready when all is there and was looked into; attached when an answer holds it.
public record FileRow(
        String id,
        boolean ready,
        long size,
        long received,
        boolean attached,
        Scan scan,
        Instant touchedAt,
        FileLabel label) {
    /// One that begins.
    public static FileRow begun(String id, long size, FileLabel label, Instant at) {
        return new FileRow(id, false, size, 0, false, Scan.OFF, at, label);
    }

    /// The same, whole and looked into.
    public FileRow asReady(FileLabel known, Scan scan, Instant at) {
        return new FileRow(id, true, received, received, attached, scan, at, known);
    }
}
