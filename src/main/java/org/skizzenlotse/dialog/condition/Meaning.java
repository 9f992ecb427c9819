// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import java.util.Set;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Term;

/// What a name in a condition stands for.
sealed interface Meaning {
    /// The answer to a step, at its place in the order of asking.
    record OfStep(StepId id, AnswerType type, int order, boolean core) implements Meaning {}

    /// What the installation gives.
    record OfFact(String name, String type) implements Meaning {}

    /// A computed value of the head, with the steps that it reads.
    record OfComputed(String name, String type, Term is, Set<StepId> reads) implements Meaning {}

    /// A condition of the head, with the steps that it reads.
    record OfCondition(String name, String means, Condition is, Set<StepId> reads)
            implements Meaning {}
}
