// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Journey;

/// A consent whose text is another one by now is asked for again, and before anything else where
/// nothing may be stored without it. What is there stays; nothing is added until then.
final class Renewing {
    /// Before the hash of a text in the set of what was shown: it was asked about once more.
    private static final String ASKED = "consent_anew:";

    /// More of what is new is left to the whole text.
    private static final int NEW_LINES_MAX = 5;

    private final Draft draft;

    Renewing(Draft draft) {
        this.draft = draft;
    }

    /// The consent to ask for again, before all that comes on the way.
    Optional<Question> due() {
        var outdated = draft.outdated();
        if (outdated.isEmpty()) return Optional.empty();
        return draft.journey()
                .questions()
                .filter(stop -> outdated.contains(stop.id()) && stop.applies())
                .findFirst()
                .flatMap(Journey.Stop::question);
    }

    /// The same, where nothing else may come first at present.
    Optional<Question> first() {
        return due().filter(question ->
                !draft.now().position().paused()
                        && draft.journey().declined().isEmpty()
                        && yields(draft.now().position().aside(), question));
    }

    /// What destroys, other languages and people can be reached all the same.
    private static boolean yields(Aside aside, Question question) {
        return switch (aside) {
            case Aside.None _ -> true;
            case Aside.Confirming _, Aside.Stopping _ -> false;
            case Aside.Removing _, Aside.Parting _ -> false;
            case Aside.Choosing(var command) ->
                    question.isRequiredConsent()
                            && command != Command.LANGUAGE
                            && command != Command.REDACT
                            && command != Command.PERSON;
            case Aside.AskingBack back ->
                    question.isRequiredConsent() && !back.step().equals(question.id());
            case Aside.Changing _, Aside.Impact _, Aside.Noting _ -> question.isRequiredConsent();
        };
    }

    /// Whether nothing may be taken until there is a new yes.
    boolean isNeeded() {
        return due().filter(Question::isRequiredConsent).isPresent();
    }

    /// Whether words that name no question would answer one that nobody has seen yet.
    boolean isUnseen(Question question) {
        return isAnew(question) && !draft.now().shown().contains(mark(question));
    }

    /// Remembers that it was asked.
    void asked() {
        if (new Moving(draft).waiting().isPresent()) return;
        first().filter(this::isUnseen).ifPresent(one -> draft.shown(Set.of(mark(one))));
    }

    private String mark(Question question) {
        return ASKED + draft.given().consents().hash(question, draft.now().variant());
    }

    /// Whether this question is asked because its text has changed.
    boolean isAnew(Question question) {
        return draft.outdated().contains(question.id());
    }

    /// Takes the new decision; false where nothing was agreed to before. A no to what is needed is
    /// a withdrawal, which is explained and confirmed.
    boolean renew(Question question, Answer answer) {
        if (!isAnew(question)) return false;
        var no = new Value.Decision(false).equals(answer.value());
        if (no && question.isRequiredConsent()) {
            draft.interrupt(new Aside.Confirming(Command.WITHDRAW));
            return true;
        }
        draft.settle();
        if (no) new Keeping(draft).reopen();
        draft.note(new Happened.Answered(question.id(), answer));
        if (!no) draft.noted(Phrase.CONSENT_GIVEN);
        if (question.isRequiredConsent() && draft.journey().isConsented())
            new Timeouts(draft).begin();
        return true;
    }

    /// The words of a consent that is asked for again: why, and what is new.
    String text(Question question, String words) {
        if (!isAnew(question)) return words;
        var label = question.wording(draft.now().variant()).shortText();
        var text = new StringBuilder();
        text.append(
                draft.phrase(
                        question.isRequiredConsent()
                                ? Phrase.CONSENT_ANEW
                                : Phrase.CONSENT_ANEW_OPTIONAL,
                        Display.escape(label)));
        var changes = changes(question);
        if (!changes.isEmpty())
            text.append("\n\n")
                    .append(draft.phrase(Phrase.CONSENT_ANEW_WHAT))
                    .append("\n\n- ")
                    .append(String.join("\n- ", changes));
        return text.append("\n\n").append(words).toString();
    }

    /// The lines that were not in the text agreed to, as far as that is known.
    private List<String> changes(Question question) {
        var variant = draft.now().variant();
        var consents = draft.given().consents();
        var agreed = draft.now().answer(question.id()).map(Answer::provenance);
        var before =
                agreed.filter(from -> from.variant().equals(variant))
                        .map(from -> consents.earlier().get(from.wording()));
        var now = consents.shown(question.id(), variant);
        if (before.isEmpty() || now.isEmpty()) return List.of();
        var known = new HashSet<>(lines(before.get()));
        var fresh = new ArrayList<>(lines(now.get().text()));
        fresh.removeIf(line -> known.contains(line));
        return List.copyOf(fresh.subList(0, Math.min(fresh.size(), NEW_LINES_MAX)));
    }

    /// Without the marks of a list, each once.
    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.strip().replaceFirst("^[-*] ", ""))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
