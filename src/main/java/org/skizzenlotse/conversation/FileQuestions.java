// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Origin;
import org.skizzenlotse.store.Stored;

/// Which questions of a conversation take files now.
final class FileQuestions {
    private final Installation installation;
    private final Published published;

    FileQuestions(Installation installation, Published published) {
        this.installation = installation;
        this.published = published;
    }

    /// What this question takes, if it takes files, applies, and everything was agreed to that must
    /// be before anything is stored.
    Optional<AnswerType.File> open(Stored stored, StepId step) {
        var conversation = stored.conversation();
        var lifecycle = conversation.lifecycle();
        if (!lifecycle.isOpen() && !(lifecycle instanceof Lifecycle.Submitted))
            return Optional.empty();
        var dialog = published.forNextTurn(conversation);
        var journey = journey(stored, dialog);
        if (!journey.isConsented() || installation.consents().areOutdated(dialog, conversation))
            return Optional.empty();
        return journey.stop(step)
                .filter(Journey.Stop::applies)
                .flatMap(Journey.Stop::question)
                .filter(question -> question.type() instanceof AnswerType.File)
                .map(question -> (AnswerType.File) question.type());
    }

    private Journey journey(Stored stored, Dialog dialog) {
        var conversation = stored.conversation();
        var facts = Origin.facts(conversation.origin(), installation.facts());
        return Journey.of(dialog, conversation.answers(), conversation.scope(), facts);
    }

    /// What a file may belong to: the questions that apply and are not for files themselves.
    List<FileOverview.Subject> subjects(Stored stored) {
        var variant = stored.conversation().variant();
        var dialog = published.forNextTurn(stored.conversation());
        return journey(stored, dialog)
                .questions()
                .filter(Journey.Stop::applies)
                .flatMap(stop -> stop.question().stream())
                .filter(FileQuestions::isSubject)
                .map(question ->
                        new FileOverview.Subject(
                                question.id().value(),
                                dialog.groupOf(question.id())
                                        .map(group -> dialog.words(group, variant).title())
                                        .orElse(""),
                                question.wording(variant).shortText()))
                .toList();
    }

    private static boolean isSubject(Question question) {
        return !(question.type() instanceof AnswerType.File)
                && !(question.type() instanceof AnswerType.Consent);
    }

    /// The ID, if it is that of a question; else nothing.
    String known(Stored stored, String question) {
        var dialog = published.forNextTurn(stored.conversation());
        return StepId.isOne(question) && dialog.question(new StepId(question)).isPresent()
                ? question
                : "";
    }
}
