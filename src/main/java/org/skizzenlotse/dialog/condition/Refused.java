// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

/// Thrown inside this room where a part of a condition cannot be taken; carries the place in the
/// text and what to say to its author.
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String words;
    private final String proposal;

    Refused(int offset, String words, String proposal) {
        super(words, null, false, false);
        this.offset = offset;
        this.words = words;
        this.proposal = proposal;
    }

    Refused(String words, String proposal) {
        this(-1, words, proposal);
    }

    /// The same at a place in the text, if it has none yet.
    Refused at(int place) {
        return offset >= 0 ? this : new Refused(place, words, proposal);
    }

    int offset() {
        return Math.max(0, offset);
    }

    String words() {
        return words;
    }

    String proposal() {
        return proposal;
    }
}
