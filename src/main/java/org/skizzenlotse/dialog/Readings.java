// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

/// What conditions read from: the answers so far, the facts, and the answer under check.
public interface Readings {

    /// The value of a step's answer, or why it is unknown. An answer that does not apply or is open
    /// is never an old value (DIALOG_FORMAT, "Conditions").
    Reading answer(StepId step);

    /// Whether the step has an answer with a value, and applies; always two-valued.
    default boolean answered(StepId step) {
        return answer(step) instanceof Reading.Known;
    }

    /// Whether the step was answered by an open answer, and applies; always two-valued.
    boolean open(StepId step);

    /// What the installation gives.
    Reading fact(String fact);

    /// The answer under check; missing outside `check`.
    default Reading value() {
        return Reading.missing("value", Verdict.Why.NOT_ASKED);
    }
}
