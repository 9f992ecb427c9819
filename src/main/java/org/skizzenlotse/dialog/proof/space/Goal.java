// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.util.List;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Truth;

/// What is to be reached by answers.
public sealed interface Goal {
    /// The step is relevant and gets asked or said, in the full scope.
    record Asked(StepId step) implements Goal {}

    /// Asked and answered like that.
    record Gave(StepId step, Picked answer) implements Goal {}

    /// The condition over all answers, when nobody has refused a required consent.
    record Judged(Condition condition, Truth truth) implements Goal {}

    /// All of them.
    record Both(List<Goal> all) implements Goal {
        /// Copies the list.
        public Both {
            all = List.copyOf(all);
        }
    }

    /// The contrary.
    record Not(Goal of) implements Goal {}
}
