// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.Optional;
import org.skizzenlotse.dialog.AnswerType;
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
        var facts = Origin.facts(conversation.origin(), installation.facts());
        var journey = Journey.of(dialog, conversation.answers(), conversation.scope(), facts);
        if (!journey.isConsented() || installation.consents().areOutdated(dialog, conversation))
            return Optional.empty();
        return journey.stop(step)
                .filter(Journey.Stop::applies)
                .flatMap(Journey.Stop::question)
                .filter(question -> question.type() instanceof AnswerType.File)
                .map(question -> (AnswerType.File) question.type());
    }

    /// The ID, if it is that of a question; else nothing.
    String known(Stored stored, String question) {
        var dialog = published.forNextTurn(stored.conversation());
        return StepId.isOne(question) && dialog.question(new StepId(question)).isPresent()
                ? question
                : "";
    }
}
