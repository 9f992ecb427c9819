// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.Guidance;
import org.skizzenlotse.dialog.Problem;

/// What a folder of dialogs holds: those without errors, what is to be read beside them, and all
/// that is wrong or doubtful.
public record Loaded(List<LoadedDialog> dialogs, Guidance guidance, List<Problem> problems) {
    /// Copies the lists.
    public Loaded {
        dialogs = List.copyOf(dialogs);
        problems = List.copyOf(problems);
    }

    /// The dialog of that ID.
    public Optional<LoadedDialog> dialog(String id) {
        return dialogs.stream().filter(one -> one.dialog().id().equals(id)).findFirst();
    }

    /// Whether something keeps a dialog from being published.
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
