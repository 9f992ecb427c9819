// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.List;
import java.util.Set;

/// How answers become a sketch: ordered sections, each at a JSON Pointer, and the steps that are
/// deliberately not in it.
public record SketchPlan(String schema, List<Section> sections, Set<StepId> internal) {
    /// A dialog without a sketch.
    public static final SketchPlan NONE = new SketchPlan("", List.of(), Set.of());

    /// Copies the collections.
    public SketchPlan {
        sections = List.copyOf(sections);
        internal = Set.copyOf(internal);
    }

    /// A section: its main step first, then the details; `catalogue` is empty for title and the
    /// like, `text` and `ifOpen` where the file leaves them out.
    public record Section(
            String id,
            String title,
            String catalogue,
            String field,
            List<StepId> from,
            String text,
            String ifOpen) {
        /// Copies the list.
        public Section {
            from = List.copyOf(from);
        }
    }
}
