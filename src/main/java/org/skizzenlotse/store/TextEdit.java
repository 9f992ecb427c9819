// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;

/// A text of a dialog that an author changed: where it stands (`file` below the folder of the
/// dialogs, `place` by the name that the author's page gives it, `label` in words), what stood
/// there before and stands there since, by whom and when.
public record TextEdit(
        String id,
        Where where,
        String label,
        String before,
        String after,
        String author,
        Instant at) {

    /// A place in the files of a dialog.
    public record Where(String dialog, String file, String place) {}
}
