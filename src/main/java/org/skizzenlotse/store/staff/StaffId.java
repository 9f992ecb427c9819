// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.staff;

import java.util.UUID;

/// Somebody of the team, as rows and the audit trail name them: a random word that stays when the
/// name changes.
public record StaffId(String value) {
    private static final int LENGTH = 16;

    /// One that nobody has.
    public static StaffId fresh() {
        var random = UUID.randomUUID().toString().replace("-", "");
        return new StaffId("t-" + random.substring(0, LENGTH));
    }
}
