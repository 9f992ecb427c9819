// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.reach;

import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;

/// What a finding is about; whoever knows the files knows where it stands.
public sealed interface Spot {
    /// A step itself.
    record OfStep(StepId step) implements Spot {}

    /// The condition of a step.
    record OfWhen(StepId step) implements Spot {}

    /// An option of a step.
    record OfOption(StepId step, String option) implements Spot {}

    /// An open answer of a step.
    record OfOpen(StepId step, OpenStatus status) implements Spot {}

    /// A check of a step, by its place.
    record OfCheck(StepId step, int index) implements Spot {}

    /// A condition of the head.
    record OfNamed(String name) implements Spot {}

    /// The condition of a rule.
    record OfRule(String outcome, String rule) implements Spot {}

    /// The light of a rule.
    record OfLight(String outcome, String rule) implements Spot {}

    /// A section of the sketch.
    record OfSection(String section) implements Spot {}
}
