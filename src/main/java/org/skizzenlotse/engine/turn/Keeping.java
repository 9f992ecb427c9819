// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Position;

/// Keeps answers that were read and checked: the first at once, a change after its preview.
final class Keeping {
    private final Draft draft;

    Keeping(Draft draft) {
        this.draft = draft;
    }

    /// Keeps an answer: at once if it is the first or changes nothing else, else after a preview.
    void store(Question question, Answer answer) {
        if (new Rights(draft).refuses(question)) return;
        if (new Renewing(draft).renew(question, answer)) return;
        var before = draft.now().answer(question.id());
        if (before.isEmpty()) {
            keep(question, answer);
        } else if (before.get().saysTheSameAs(answer)) {
            draft.settle();
            Consulting.lookedAt(draft, question.id());
            if (question.isRequiredConsent() && isNo(answer)) refused();
            else draft.noted(Phrase.UNCHANGED, label(question));
        } else if (question.isRequiredConsent() && isNo(answer) && !isNo(before.get())) {
            draft.interrupt(new Aside.Confirming(Command.WITHDRAW));
        } else if (Impact.of(draft, question.id(), answer).isNothing()) {
            change(question, answer);
        } else {
            draft.interrupt(new Aside.Impact(question.id(), answer));
        }
    }

    private void keep(Question question, Answer answer) {
        draft.settle();
        reopen();
        draft.note(new Happened.Answered(question.id(), answer));
        if (question.type() instanceof AnswerType.Consent) consented(question, answer);
    }

    private void consented(Question question, Answer answer) {
        if (!question.isRequiredConsent()) return;
        if (isNo(answer)) {
            refused();
        } else {
            draft.noted(Phrase.CONSENT_GIVEN);
            if (draft.journey().isConsented()) new Timeouts(draft).begin();
        }
    }

    private void refused() {
        draft.noted(Phrase.CONSENT_REFUSED);
        new Commands(draft).person();
    }

    private static boolean isNo(Answer answer) {
        return new Value.Decision(false).equals(answer.value());
    }

    /// Changes an answer without more ado, and remembers what it was; not of files, which are gone
    /// once they are taken away.
    void change(Question question, Answer answer) {
        reopen();
        var before = draft.now().answer(question.id()).orElse(null);
        var undo = new Position.Undo(question.id(), before);
        draft.note(new Happened.Answered(question.id(), answer));
        var files = question.type() instanceof AnswerType.File;
        var undoing = question.isRequiredConsent() || files ? null : undo;
        draft.move(draft.now().position().with(new Aside.None()).undoing(undoing));
        if (files) new AttachedFiles(draft).told(question);
        else if (!question.isRequiredConsent()) draft.noted(Phrase.CHANGED, label(question));
        if (question.type() instanceof AnswerType.Consent) consented(question, answer);
    }

    /// A change after submitting begins the next revision.
    void reopen() {
        if (draft.now().lifecycle() instanceof Lifecycle.Submitted(var revision))
            draft.note(
                    new Happened.Went(
                            new Lifecycle.Reopened(revision, java.util.Set.of()),
                            draft.now().reference()));
    }

    /// Back to a question: asked again if it has an answer, else where the way goes on.
    void again(StepId step) {
        if (draft.now().answer(step).isPresent()) draft.interrupt(new Aside.Changing(step));
        else draft.settle();
    }

    private String label(Question question) {
        return Display.escape(question.wording(draft.now().variant()).shortText());
    }
}
