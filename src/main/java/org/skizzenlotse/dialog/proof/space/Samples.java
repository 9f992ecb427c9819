// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Reading;
import org.skizzenlotse.dialog.Readings;
import org.skizzenlotse.dialog.Step.Check.Severity;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.Verdict;

/// Texts that stand for others: examples of the dialog itself where they fit.
final class Samples {
    private Samples() {}

    /// A text whose length lies in the stretch, and that the checks take, if one is found.
    static Value text(Question question, Axis.Stretch lengths) {
        var candidates = new ArrayList<String>();
        if (question.type() instanceof AnswerType.Email _) candidates.add("team@example.org");
        else if (question.type() instanceof AnswerType.Url _) candidates.add("https://example.org");
        else {
            candidates.addAll(question.wording().examples());
            candidates.addAll(List.of("Ein Beispiel", "123", "12345", "team@example.org"));
            int length = Math.clamp(lengths.from(), 1, AnswerType.LONG_TEXT_LENGTH_MAX);
            candidates.add("a".repeat(length));
            candidates.add("1".repeat(length));
        }
        return candidates.stream()
                .map(Value.Text::new)
                .filter(one -> fits(one.size().longValue(), lengths))
                .filter(one -> takes(question, one))
                .findFirst()
                .orElse(new Value.Text(candidates.getLast()));
    }

    private static boolean fits(long length, Axis.Stretch lengths) {
        return lengths.from() <= length && length <= lengths.to();
    }

    private static boolean takes(Question question, Value value) {
        var alone = new Alone(value);
        return question.rules().checks().stream()
                .filter(check -> check.severity() == Severity.MUST)
                .noneMatch(check -> check.holds().judge(alone).isFalse());
    }

    /// Only the value under check; all else is unknown.
    private record Alone(Value checked) implements Readings {
        @Override
        public Reading answer(StepId step) {
            return Reading.missing(step.value(), Verdict.Why.NOT_ASKED);
        }

        @Override
        public boolean open(StepId step) {
            return false;
        }

        @Override
        public Reading fact(String fact) {
            return Reading.missing(fact, Verdict.Why.NOT_ASKED);
        }

        @Override
        public Reading value() {
            return new Reading.Known(checked);
        }
    }
}
