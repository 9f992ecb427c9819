// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Journey;

/// What the conversation from which this one came hands over: shown and asked about once, behind
/// the consent, and only then answers of this one (DESIGN section 5).
final class TakingOver {
    /// By whom such an answer is.
    static final String BY = "taken_over";

    private static final int ANSWER_LENGTH_MAX = 300;

    private final Draft draft;

    TakingOver(Draft draft) {
        this.draft = draft;
    }

    /// Whether it is to be asked about now.
    boolean isDue() {
        return isUnsettled() && draft.journey().isConsented() && !offered().isEmpty();
    }

    /// Where there is nothing to take, nothing is looked for any more.
    void settleIfNothing() {
        if (isUnsettled() && draft.journey().isConsented() && offered().isEmpty()) settle();
    }

    private boolean isUnsettled() {
        var origin = draft.now().origin();
        return origin != null && !origin.settled();
    }

    private void settle() {
        var origin = draft.now().origin();
        if (origin != null) draft.note(new Happened.Came(origin.asSettled()));
    }

    /// The answers that fit their questions here, in the order of asking. What does not fit, is
    /// answered already or would not count is left out.
    private Map<Question, Answer> offered() {
        var handedOver = draft.given().elsewhere().handedOver();
        var fitting = new HashMap<StepId, Answer>();
        for (var question : draft.dialog().questions()) {
            var answer = handedOver.get(question.id());
            if (answer != null
                    && draft.now().answer(question.id()).isEmpty()
                    && fits(question, answer)) fitting.put(question.id(), answer);
        }
        var answers = new HashMap<>(draft.inForce());
        answers.putAll(fitting);
        var then = Journey.of(draft.dialog(), answers, draft.now().scope(), draft.given().facts());
        var offered = new LinkedHashMap<Question, Answer>();
        then.questions()
                .filter(stop -> stop.applies() && fitting.containsKey(stop.id()))
                .forEach(stop -> offered.put(stop.question().orElseThrow(), stop.answer()));
        return offered;
    }

    private boolean fits(Question question, Answer answer) {
        var value = answer.value();
        if (value == null)
            return Open.to(question).stream()
                    .anyMatch(one -> Answer.Status.of(one) == answer.status());
        return Fitting.fits(question.type(), value)
                && new Checks(draft).refused(question, value).isEmpty();
    }

    /// What would be taken over.
    String text() {
        var variant = draft.now().variant();
        var lines = new StringBuilder();
        offered()
                .forEach((question, answer) -> {
                    var label = question.wording(variant).shortText();
                    var words = draft.shown(question, answer);
                    lines.append("\n- **")
                            .append(Display.escape(label))
                            .append("**: ")
                            .append(Display.escape(Display.brief(words, ANSWER_LENGTH_MAX)));
                });
        return draft.phrase(Phrase.TAKEN_OVER_WHICH) + "\n" + lines;
    }

    /// They are answers now, and can be changed like all others.
    void take() {
        var offered = offered();
        offered.forEach((question, answer) -> {
            var from = draft.provenance(question).by(BY);
            draft.note(
                    new Happened.Answered(
                            question.id(), new Answer(answer.status(), answer.value(), from)));
        });
        settle();
        draft.noted(Phrase.TAKEN_OVER);
    }

    /// Everything is asked.
    void leave() {
        settle();
        draft.noted(Phrase.TAKEN_OVER_NOT);
    }
}
