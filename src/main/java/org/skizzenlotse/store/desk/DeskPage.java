// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import java.util.List;

/// A page of rows, how many there are in all, and whether all were looked at: a search ends when
/// its time is over.
public record DeskPage(List<DeskRow> rows, int total, boolean whole) {
    /// What a person reads in one go.
    public static final int ROWS = 25;

    /// Copies the list.
    public DeskPage {
        rows = List.copyOf(rows);
    }

    /// How many pages there are, one at least.
    public int pages() {
        return Math.max(1, (total + ROWS - 1) / ROWS);
    }
}
