// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.List;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step.Question;

/// Which open answers a question takes.
final class Open {
    private Open() {}

    /// Those of the file. Where it names none, what nobody must answer can be left for later, and
    /// so can a file, for which one may have to go elsewhere. A decision has its no.
    static List<OpenStatus> to(Question question) {
        var named = question.rules().open();
        if (!named.isEmpty()) return named;
        return switch (question.type()) {
            case AnswerType.File _ -> List.of(OpenStatus.LATER);
            case AnswerType.Consent _, AnswerType.Confirm _ -> List.of();
            case AnswerType.Text _, AnswerType.LongText _, AnswerType.Choice _ -> later(question);
            case AnswerType.Multi _, AnswerType.Numeric _, AnswerType.Money _ -> later(question);
            case AnswerType.Date _, AnswerType.Period _, AnswerType.Contact _ -> later(question);
            case AnswerType.Email _, AnswerType.Url _, AnswerType.Table _ -> later(question);
        };
    }

    private static List<OpenStatus> later(Question question) {
        return question.rules().neededToSubmit() ? List.of() : List.of(OpenStatus.LATER);
    }
}
