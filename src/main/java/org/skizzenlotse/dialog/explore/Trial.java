// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import org.skizzenlotse.dialog.Step.Check;
import org.skizzenlotse.dialog.Step.Check.Severity;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.WithValue;
import org.skizzenlotse.engine.Journey;

/// What the checks of a question would say of an answer, before it is given.
record Trial(Question question, Journey journey) {

    /// Whether no `must` refuses it.
    boolean passes(Move move) {
        return question.rules().checks().stream()
                .filter(check -> check.severity() == Severity.MUST)
                .noneMatch(check -> fails(check, move));
    }

    /// Whether this check speaks up.
    boolean fails(Check check, Move move) {
        return Answers.value(question, move).filter(value -> fails(check, value)).isPresent();
    }

    private boolean fails(Check check, Value value) {
        return check.holds().judge(new WithValue(journey, value)).isFalse();
    }
}
