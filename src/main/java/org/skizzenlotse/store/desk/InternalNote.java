// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import java.time.Instant;
import org.skizzenlotse.store.staff.StaffId;

/// What staff write down for each other. It can never be sent: no room that writes to anybody knows
/// this type (a test of the architecture holds that), it is no message of a conversation, and its
/// text goes nowhere but onto the pages of staff.
public record InternalNote(String id, StaffId by, Instant at, String text) {
    /// Two pages: more belongs into a document.
    public static final int TEXT_MAX = 6_000;

    @Override
    public String toString() {
        return "InternalNote[" + id + "]";
    }
}
