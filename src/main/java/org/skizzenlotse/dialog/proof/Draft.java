// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import java.util.Map;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Part;

/// A dialog as it was read, with the places where its steps and groups stand. Where its files have
/// mistakes, what they touch is left out.
public record Draft(
        Dialog dialog, Map<StepId, Part> steps, Map<String, Part> groups, Bundle files) {
    /// Copies the maps.
    public Draft {
        steps = Map.copyOf(steps);
        groups = Map.copyOf(groups);
    }

    /// Where a step stands.
    public Part step(StepId id) {
        var part = steps.get(id);
        if (part == null) throw new IllegalArgumentException("no step of this dialog: " + id);
        return part;
    }

    /// The head.
    public Part head() {
        return files.file(Bundle.HEAD).orElseThrow();
    }
}
