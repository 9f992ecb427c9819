// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.mutation;

/// A file with one thing broken: how, at which key, in which line.
record Mutant(Change change, String key, Place place, String content) {
    /// How it was broken.
    enum Change {
        DELETE,
        SWAP,
        NEGATE,
        RENAME,
        REPLACE
    }

    /// A file and a line, from 1.
    record Place(String file, int line) {}

    @Override
    public String toString() {
        return change + " " + key + " at " + place.file() + ":" + place.line();
    }
}
