// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.util.List;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.source.Source;

/// A dialog that was read, the canonical form by which it is stored, its talks, and the migrations
/// between versions that are known.
public record LoadedDialog(
        Dialog dialog, String canonicalJson, List<Source> talks, List<LoadedMigration> migrations) {
    /// Copies the lists.
    public LoadedDialog {
        talks = List.copyOf(talks);
        migrations = List.copyOf(migrations);
    }
}
