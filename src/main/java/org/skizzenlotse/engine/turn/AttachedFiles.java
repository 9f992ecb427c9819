// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.List;
import java.util.Locale;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.parse.AnswerReader;
import org.skizzenlotse.engine.parse.Parsed;

/// Files that come, go or are replaced while something else is asked.
final class AttachedFiles {
    private final Draft draft;

    AttachedFiles(Draft draft) {
        this.draft = draft;
    }

    /// What may be attached, in words, before anything is chosen.
    String limits(AnswerType.File file) {
        var kinds = String.join(", ", file.accept()).toUpperCase(Locale.ROOT);
        return draft.phrase(
                Phrase.FILE_LIMITS,
                String.valueOf(file.filesMax()),
                draft.language().size(file.sizeBytesMax()),
                kinds);
    }

    /// Keeps the files of a question that is not at hand; false where that cannot be done now.
    boolean take(StepId step, List<Value.File> files) {
        var question =
                draft.dialog()
                        .question(step)
                        .filter(one -> one.type() instanceof AnswerType.File)
                        .filter(_ -> mayChange())
                        .filter(one -> applies(one.id()));
        question.ifPresent(one -> keep(one, files));
        return question.isPresent();
    }

    private boolean mayChange() {
        var lifecycle = draft.now().lifecycle();
        return draft.journey().isConsented()
                && (lifecycle.isOpen() || lifecycle instanceof Lifecycle.Submitted);
    }

    private boolean applies(StepId step) {
        return draft.journey()
                .questions()
                .anyMatch(stop -> stop.id().equals(step) && stop.applies());
    }

    private void keep(Question question, List<Value.File> files) {
        var before = draft.now().answer(question.id());
        if (files.isEmpty()) {
            if (before.flatMap(Answer::given).isEmpty()) return;
            new Keeping(draft).reopen();
            draft.note(new Happened.Unanswered(question.id()));
            draft.noted(Phrase.FILES_NONE, label(question));
            return;
        }
        var today = draft.given().now().atZone(draft.given().zone()).toLocalDate();
        var menu = new Menus(draft).menu(question);
        switch (new AnswerReader(question.type(), menu, today).files(files)) {
            case Parsed.Unusable(var fault, var details) ->
                    draft.say(Message.Kind.ERROR, new Faults(draft).words(fault, details));
            case Parsed.Understood(var value) -> {
                new Keeping(draft).reopen();
                var answer = Answer.of(value, draft.provenance(question));
                draft.note(new Happened.Answered(question.id(), answer));
                draft.noted(
                        Phrase.FILES_NOW,
                        label(question),
                        Display.escape(draft.language().files(files)));
            }
            case Parsed.Guessed _, Parsed.NoteMissing _ ->
                    throw new IllegalStateException("files are files");
        }
    }

    private String label(Question question) {
        return Display.escape(question.wording(draft.now().variant()).shortText());
    }
}
