// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Lights;
import org.skizzenlotse.dialog.Light;
import java.util.Optional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Progress;

/// What can be seen of a conversation without an input. Whoever asks several things asks one look,
/// which goes over the steps once.
public final class Look {
    private final Draft draft;

    Look(Draft draft) {
        this.draft = draft;
    }

    /// What the conversation waits for.
    public Expects expects() {
        return new Prompter(draft).expects();
    }

    /// What can be taken out for good by staff, with the IDs of
    /// [org.skizzenlotse.engine.Stations#REMOVE].
    public List<Expects.Choice> removable() {
        return new Removing(draft).all();
    }

    /// The answers that can be changed, by step.
    public List<Expects.Choice> changeable() {
        return new Menus(draft).changeable();
    }

    /// The questions that others may answer: what is asked still or was left open, but for consents
    /// and what only oneself can say.
    public List<StepId> open() {
        return draft.journey()
                .questions()
                .filter(stop -> stop.applies() && stop.inScope() && isOpen(stop.answer()))
                .filter(stop -> isForOthers(stop.question().orElseThrow().type()))
                .map(Journey.Stop::id)
                .toList();
    }

    private static boolean isOpen(@Nullable Answer answer) {
        return answer == null
                || answer.status() == Answer.Status.UNKNOWN
                || answer.status() == Answer.Status.LATER;
    }

    private static boolean isForOthers(AnswerType type) {
        return !(type instanceof AnswerType.Consent
                || type instanceof AnswerType.Contact
                || type instanceof AnswerType.Email
                || type instanceof AnswerType.File);
    }

    /// What all decision tables of the dialog say together, told or not; empty where it has none.
    public Optional<Light> light() {
        return draft.dialog().parts().outcomes().stream()
                .map(one -> Lights.light(Lights.judge(draft.dialog(), one, draft.journey())))
                .reduce(Light::worse);
    }

    /// The address at which the applicants may be written to by mail.
    public Optional<String> mailAddress() {
        return draft.dialog().head().timing().mailTo().flatMap(new Addressing(draft)::at);
    }

    /// The questions that staff can ask to look at again.
    public List<StepId> reopenable() {
        return new Consulting(draft).reopenable();
    }

    /// How much is still to come.
    public Progress progress() {
        var dialog = draft.dialog();
        Dialog.@Nullable Group group =
                draft.place() instanceof Place.Asking(var question, _)
                        ? dialog.groupOf(question.id()).orElse(null)
                        : null;
        var title = group == null ? "" : dialog.words(group, draft.now().variant()).title();
        return draft.journey().progress(group, title);
    }

    /// Whether a consent was given, but to another text than the one in force.
    public boolean isOutdated() {
        return !draft.outdated().isEmpty();
    }

    /// Whether every required consent was given, so that what is said may be stored.
    public boolean isConsented() {
        return draft.journey().isConsented();
    }
}
