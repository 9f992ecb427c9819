// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import org.skizzenlotse.dialog.StepId;

/// What in a dialog keeps people from a goal.
public sealed interface Reason {
    /// The condition of a step.
    record OfWhen(StepId step) implements Reason {}

    /// A check of a step, by its place.
    record OfCheck(StepId step, int index) implements Reason {}

    /// The limits of a step: smallest, largest, how many.
    record OfLimits(StepId step) implements Reason {}

    /// A required consent ends a conversation with its no.
    record OfConsent(StepId step) implements Reason {}
}
