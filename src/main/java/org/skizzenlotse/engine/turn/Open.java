// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.List;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step.Question;

/// Which open answers a question takes.
final class Open {
    private Open() {}

    /// Those of the question.
    static List<OpenStatus> to(Question question) {
        return question.openAnswers();
    }
}
