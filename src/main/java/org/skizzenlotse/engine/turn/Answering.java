// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.parse.AnswerReader;
import org.skizzenlotse.engine.parse.Menu;
import org.skizzenlotse.engine.parse.Parsed;

/// Takes answers to questions: reads them, checks them, asks back, and keeps them.
final class Answering {
    /// After so many unusable answers the way out is offered (issue "Engine": a third one).
    private static final int TRIES_MAX = 3;

    private final Draft draft;
    private final Keeping keeping;

    Answering(Draft draft) {
        this.draft = draft;
        this.keeping = new Keeping(draft);
    }

    /// Words at a question; a command word is asked back where any words may be the answer.
    void said(Question question, String text, Optional<CommandWords.Found> found) {
        var menu = new Menus(draft).menu(question);
        var freeText = question.type().isFreeText();
        var numbered = Expects.isNumbered(question.type().id());
        var open = (numbered ? menu.pick(text).map(Menu.Pick::entry) : menu.called(text));
        if (open.filter(Menu.Entry::open).isPresent()) {
            leftOpen(question, OpenStatus.of(open.get().id()).orElseThrow());
            return;
        }
        if (found.isPresent() && menu.called(text).isEmpty() && isMeant(found.get(), freeText)) {
            commandWord(question, text, found.get());
            return;
        }
        var parsed = reader(question, menu).words(text);
        if (isDoubtful(parsed) && !freeText && guessed(question, menu, text)) return;
        take(question, parsed);
    }

    /// Nothing, or words that fit nothing and so may stand beside the one option that takes words.
    private static boolean isDoubtful(Parsed parsed) {
        return parsed instanceof Parsed.Unusable
                || (parsed instanceof Parsed.Guessed(var value)
                        && value instanceof Value.Chosen(_, var note)
                        && !note.isEmpty());
    }

    /// "Sprache ist wichtig" is no command: behind a bare word only a known target makes it one,
    /// and nothing where any words may be the answer.
    private boolean isMeant(CommandWords.Found found, boolean freeText) {
        return found.target().isEmpty()
                || found.command() == Command.WHY
                || isAnotherLanguage(found)
                || (!freeText && new Commands(draft).knows(found));
    }

    /// Only a language that this dialog has; elsewhere its name is an answer like any other.
    private boolean isAnotherLanguage(CommandWords.Found found) {
        return found.command() == Command.LANGUAGE
                && draft.dialog().variants().contains(found.target())
                && !draft.now().variant().equals(found.target());
    }

    private void commandWord(Question question, String text, CommandWords.Found found) {
        var reads = reader(question, new Menu(List.of(), draft.lexicon())).words(text);
        if (question.type().isFreeText() && reads instanceof Parsed.Understood(var value)) {
            var answer = Answer.of(value, draft.provenance(question));
            draft.interrupt(
                    new Aside.AskingBack(
                            question.id(), Aside.Reason.COMMAND_WORD, answer, found.command()));
            return;
        }
        new Commands(draft).run(found);
    }

    /// A slip in an open answer or in a harmless command.
    private boolean guessed(Question question, Menu menu, String text) {
        var open =
                menu.near(text)
                        .filter(Menu.Entry::open)
                        .flatMap(entry -> OpenStatus.of(entry.id()))
                        .or(() ->
                                draft.commandWords()
                                        .nearOpen(text)
                                        .filter(Open.to(question)::contains));
        var command = draft.commandWords().near(text);
        if (open.isEmpty() && command.isEmpty()) return false;
        var proposed = open.map(s -> Answer.open(s, draft.provenance(question))).orElse(null);
        askBack(question, Aside.Reason.TYPO, proposed, proposed == null ? command.get() : null);
        return true;
    }

    private void askBack(
            Question question,
            Aside.Reason reason,
            @Nullable Answer proposed,
            @Nullable Command command) {
        draft.interrupt(new Aside.AskingBack(question.id(), reason, proposed, command));
    }

    /// Options by ID.
    void chose(Question question, List<String> options, String note) {
        take(question, reader(question, new Menus(draft).menu(question)).chosen(options, note));
    }

    /// The members of a structured value.
    void gave(Question question, Map<String, Object> members) {
        take(question, reader(question, new Menus(draft).menu(question)).members(members));
    }

    /// The files of a question for files.
    void attached(Question question, List<Value.File> files) {
        take(question, reader(question, new Menus(draft).menu(question)).files(files));
    }

    /// An open answer, where the question allows it.
    void leftOpen(Question question, OpenStatus status) {
        var allowed = Open.to(question);
        if (allowed.contains(status))
            keeping.store(question, Answer.open(status, draft.provenance(question)));
        else if (allowed.isEmpty()) draft.error(Phrase.NOT_OPEN_HERE, label(question));
        else draft.error(Phrase.OPEN_OTHERWISE, openTexts(question));
    }

    private String openTexts(Question question) {
        var texts = new Menus(draft).open(question).stream().map(one -> one.text()).toList();
        return Display.escape(String.join(" · ", texts));
    }

    /// The words beside a chosen option; a command word is asked back, since any words may be
    /// meant.
    void noted(
            Question question, Answer proposed, String text, Optional<CommandWords.Found> found) {
        var value = proposed.value();
        if (value == null) return;
        var parsed = reader(question, new Menus(draft).menu(question)).noted(value, text);
        if (found.isPresent()
                && found.get().target().isEmpty()
                && parsed instanceof Parsed.Understood(var with)) {
            var answer = Answer.of(with, draft.provenance(question));
            draft.interrupt(
                    new Aside.AskingBack(
                            question.id(), Aside.Reason.NOTE, answer, found.get().command()));
        } else take(question, parsed);
    }

    /// What was asked back is meant: checked like any answer, its words beside asked for.
    void meant(Question question, Answer proposed) {
        var value = proposed.value();
        if (value == null) accept(question, proposed);
        else take(question, reader(question, new Menus(draft).menu(question)).meant(value));
    }

    /// The first words after a pause: an answer where they are one; any words are asked back.
    void cameBack(Question question, String text) {
        var parsed = reader(question, new Menus(draft).menu(question)).words(text);
        if (question.type().isFreeText() && parsed instanceof Parsed.Understood(var value))
            askBack(
                    question,
                    Aside.Reason.TYPO,
                    Answer.of(value, draft.provenance(question)),
                    null);
        else if (parsed instanceof Parsed.Unusable) draft.noted(Phrase.WELCOME_BACK);
        else said(question, text, Optional.empty());
    }

    /// What an input says to this question, where it is an answer as it stands.
    Optional<Answer> read(Question question, Input input) {
        var menu = new Menus(draft).menu(question);
        var reader = reader(question, menu);
        return switch (input) {
            case Input.Said(_, var text) -> {
                var open = menu.called(text).filter(Menu.Entry::open);
                yield open.isPresent()
                        ? open(question, OpenStatus.of(open.get().id()).orElseThrow())
                        : understood(question, reader.words(text));
            }
            case Input.Chose(_, var options, var note) ->
                    understood(question, reader.chosen(options, note));
            case Input.Gave(_, var members) -> understood(question, reader.members(members));
            case Input.LeftOpen(_, var status) -> open(question, status);
            case Input.Started _, Input.Attached _, Input.Commanded _ -> Optional.empty();
            case Input.Joined _, Input.Removed _, Input.ByStaff _, Input.TimedOut _ ->
                    Optional.empty();
            case Input.Arrived _ -> Optional.empty();
        };
    }

    private Optional<Answer> open(Question question, OpenStatus status) {
        return Open.to(question).contains(status)
                ? Optional.of(Answer.open(status, draft.provenance(question)))
                : Optional.empty();
    }

    private Optional<Answer> understood(Question question, Parsed parsed) {
        return parsed instanceof Parsed.Understood(var value)
                        && new Checks(draft).refused(question, value).isEmpty()
                ? Optional.of(Answer.of(value, draft.provenance(question)))
                : Optional.empty();
    }

    private AnswerReader reader(Question question, Menu menu) {
        var today = LocalDate.ofInstant(draft.given().now(), draft.given().zone());
        return new AnswerReader(type(question), menu, today);
    }

    /// A number is typed with its unit in the words of the variant.
    private AnswerType type(Question question) {
        return question.type() instanceof AnswerType.Numeric(var range, var decimals, _)
                ? new AnswerType.Numeric(
                        range, decimals, question.wording(draft.now().variant()).unit())
                : question.type();
    }

    private void take(Question question, Parsed parsed) {
        switch (parsed) {
            case Parsed.Understood(var value) ->
                    accept(question, new AttachedFiles(draft).answer(question, value));
            case Parsed.Guessed(var value) ->
                    askBack(
                            question,
                            Aside.Reason.TYPO,
                            Answer.of(value, draft.provenance(question)),
                            null);
            case Parsed.NoteMissing(var value) ->
                    draft.interrupt(
                            new Aside.Noting(
                                    question.id(), Answer.of(value, draft.provenance(question))));
            case Parsed.Unusable(var fault, var details) ->
                    unusable(question, () -> new Faults(draft).say(fault, details));
        }
    }

    /// Takes an answer that was read: `must` refuses, `should` asks back once.
    void accept(Question question, Answer answer) {
        var value = answer.value();
        var refused =
                value == null
                        ? Optional.<String>empty()
                        : new Checks(draft).refused(question, value);
        if (refused.isPresent()) {
            if (!(draft.place() instanceof Place.Asking)) keeping.again(question.id());
            unusable(question, () -> draft.say(Message.Kind.ERROR, refused.get()));
        } else if (new Checks(draft).unmet(question, answer).isPresent()
                && !draft.now().shown().contains(should(question, answer))) {
            draft.shown(java.util.Set.of(should(question, answer)));
            askBack(question, Aside.Reason.SHOULD, answer, null);
        } else {
            keeping.store(question, answer);
        }
    }

    /// By this name the set of what was shown remembers that a value was asked back.
    private String should(Question question, Answer answer) {
        var words = draft.shown(question, answer);
        return "should:" + question.id() + ":" + Integer.toHexString(words.hashCode());
    }

    private void unusable(Question question, Runnable says) {
        draft.move(draft.now().position().tried());
        says.run();
        if (question.isRequiredConsent()) draft.reply(Phrase.CONSENT_NOTHING_KEPT);
        if (draft.now().position().tries() % TRIES_MAX != 0) return;
        var open = openTexts(question);
        if (open.isEmpty()) draft.reply(Phrase.WAY_OUT);
        else draft.reply(Phrase.WAY_OUT_OPEN, open);
        new Commands(draft).person();
    }

    private String label(Question question) {
        return Display.escape(question.wording(draft.now().variant()).shortText());
    }
}
