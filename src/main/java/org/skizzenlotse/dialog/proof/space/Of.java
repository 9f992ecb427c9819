// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import org.skizzenlotse.dialog.StepId;

/// Where a value comes from: the answer to a step, or a fact of the installation.
sealed interface Of {
    /// A step.
    record AStep(StepId step) implements Of {}

    /// A fact.
    record AFact(String fact) implements Of {}
}
