// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.source;

/// Where something stands: line and column from 1, and how many columns behind that its text begins
/// (1 behind a quotation mark); -1 where the text goes over several lines.
public record Place(int line, int column, int inner) {
    /// No place, for content that was stored without one.
    public static final Place NONE = new Place(0, 0, -1);

    /// The place of a character of the text, or of the text where that cannot be told.
    public Place inside(int offset) {
        return inner < 0 ? this : new Place(line, column + inner + offset, -1);
    }
}
