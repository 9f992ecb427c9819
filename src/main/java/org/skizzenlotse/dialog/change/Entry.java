// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skizzenlotse.dialog.StepId;

/// One entry of a migration: what becomes of the answers to a step. `because` is told to people who
/// answer once more, in the words of the file (may be empty).
public sealed interface Entry {

    /// A step has another name.
    record Rename(StepId from, StepId to) implements Entry {}

    /// Options are called otherwise, or who chose one of `again` is asked again.
    record Options(StepId step, Map<String, String> map, Set<String> again, Said because)
            implements Entry {
        /// Copies both.
        public Options {
            map = Map.copyOf(map);
            again = Set.copyOf(again);
        }
    }

    /// A step is asked again; with `unfit` only where the answer is not valid any more.
    record Reask(StepId step, boolean unfit, Said because) implements Entry {}

    /// A step is gone; its answer is erased, or kept where it lies.
    record Drop(StepId step, boolean erase) implements Entry {}

    /// One step became several; the answer goes to the first that is named by `into`, if one is.
    record Split(StepId from, List<StepId> to, List<StepId> into, Said because) implements Entry {
        /// Copies the lists.
        public Split {
            to = List.copyOf(to);
            into = List.copyOf(into);
        }
    }

    /// Several steps became one; texts are put together, options united, all else asked again.
    record Merge(List<StepId> from, StepId to, Said because) implements Entry {
        /// Copies the list.
        public Merge {
            from = List.copyOf(from);
        }
    }

    /// What is different here leaves the answers valid, as the author assures.
    record Keep(List<StepId> steps, Set<Part> parts) implements Entry {
        /// Copies both.
        public Keep {
            steps = List.copyOf(steps);
            parts = Set.copyOf(parts);
        }
    }
}
