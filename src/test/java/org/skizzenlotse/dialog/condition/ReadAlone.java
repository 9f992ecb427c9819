// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import java.nio.file.Path;
import org.skizzenlotse.dialog.file.DialogFolder;

/// Reads a folder of dialogs in a Java of its own.
final class ReadAlone {
    private ReadAlone() {}

    public static void main(String[] arguments) {
        var loaded = DialogFolder.read(Path.of(arguments[0]));
        if (loaded.hasErrors()) throw new IllegalStateException(loaded.problems().toString());
    }
}
