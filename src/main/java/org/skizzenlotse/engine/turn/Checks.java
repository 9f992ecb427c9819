// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.dialog.Step.Check;
import org.skizzenlotse.dialog.Step.Check.Severity;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.WithValue;
import org.skizzenlotse.engine.Answer;

import java.util.Optional;

/// The checks of a question over a proposed value. What is unknown passes a `must` and keeps a
/// `should` silent.
final class Checks {
    private final Draft draft;

    Checks(Draft draft) {
        this.draft = draft;
    }

    /// What the first `must` says that the value fails.
    Optional<String> refused(Question question, Value value) {
        return failed(question, value, Severity.MUST);
    }

    /// What the first `should` says that the value does not meet.
    Optional<String> unmet(Question question, Answer answer) {
        return answer.given().flatMap(value -> failed(question, value, Severity.SHOULD));
    }

    private Optional<String> failed(Question question, Value value, Severity severity) {
        var readings = new WithValue(draft.journey(), value);
        return question.rules().checks().stream()
                .filter(check -> check.severity() == severity)
                .filter(check -> check.holds().judge(readings).isFalse())
                .findFirst()
                .map(check -> words(question, check));
    }

    private String words(Question question, Check check) {
        var own = question.wording().checkTexts();
        var texts = question.wording(draft.now().variant()).checkTexts();
        return (texts.size() > check.index() ? texts : own).get(check.index());
    }
}
