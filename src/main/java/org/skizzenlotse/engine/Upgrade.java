// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.List;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.change.Migration;

/// The way of a conversation from the version of its dialog to the one in force: what it was asked
/// by until now, and the migrations in their order.
public record Upgrade(Dialog before, List<Migration> migrations) {
    /// Copies the list.
    public Upgrade {
        migrations = List.copyOf(migrations);
    }
}
