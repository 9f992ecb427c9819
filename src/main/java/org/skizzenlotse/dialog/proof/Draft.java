// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import java.util.Map;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Part;

/// A dialog as it was read, with the places where its steps and groups stand. Where its files have
/// mistakes, what they touch is left out, and it is not `whole`.
public record Draft(Dialog dialog, Places places, Bundle files, boolean whole) {
    /// Where the steps and the groups stand.
    public record Places(Map<StepId, Part> steps, Map<String, Part> groups) {
        /// Copies the maps.
        public Places {
            steps = Map.copyOf(steps);
            groups = Map.copyOf(groups);
        }
    }

    /// The steps by ID.
    public Map<StepId, Part> steps() {
        return places.steps();
    }

    /// The group files by the ID of the group.
    public Map<String, Part> groups() {
        return places.groups();
    }

    /// Where a step stands.
    public Part step(StepId id) {
        var part = places.steps().get(id);
        if (part == null) throw new IllegalArgumentException("no step of this dialog: " + id);
        return part;
    }

    /// The head.
    public Part head() {
        return files.file(Bundle.HEAD).orElseThrow();
    }
}
