// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.blob;

import java.util.List;
import org.skizzenlotse.store.vault.FileKey;

/// The bytes of a file: the parts that count, in their order, and the key that opens them.
public record Blob(String id, FileKey key, List<Part> parts) {
    /// Copies the list.
    public Blob {
        parts = List.copyOf(parts);
    }

    /// A part, by its number in the folder of the file, and how many bytes were sealed in it.
    public record Part(int number, long bytes) {}

    /// The bytes of the whole.
    public long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }
}
