// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.AnswerType;

/// Where a condition stands: it may read steps before this place of the order, only core ones where
/// `coreOnly`, and in a check the answer itself by its type.
public record Here(int before, boolean coreOnly, @Nullable AnswerType value) {
    /// A place that reads all steps.
    public static final Here ANYWHERE = new Here(Integer.MAX_VALUE, false, null);

    /// The `when` of a step.
    public static Here ofStep(int order, boolean core) {
        return new Here(order, core, null);
    }

    /// A check of a step's answer.
    public static Here ofCheck(int order, AnswerType value) {
        return new Here(order, false, value);
    }
}
