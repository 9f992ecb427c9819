// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.Guidance;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.source.Findings;

/// What a folder of dialogs holds: those without errors, what is to be read beside them, and all
/// that is wrong or doubtful. `hints` are only said to those who ask.
public record Loaded(
        List<LoadedDialog> dialogs,
        Guidance guidance,
        List<Problem> problems,
        List<Problem> hints) {
    /// Copies the lists.
    public Loaded {
        dialogs = List.copyOf(dialogs);
        problems = List.copyOf(problems);
        hints = List.copyOf(hints);
    }

    Loaded(List<LoadedDialog> dialogs, Guidance guidance, Findings found) {
        this(dialogs, guidance, found.all(), found.hints());
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
