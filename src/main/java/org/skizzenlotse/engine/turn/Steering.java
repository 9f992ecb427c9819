// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Scope;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Position;
import org.skizzenlotse.engine.Effect;

import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;

/// Moves about in a conversation: back, to a change and out of it, deeper, into another language,
/// and through the doors that need a confirmation.
final class Steering {
    private final Draft draft;

    Steering(Draft draft) {
        this.draft = draft;
    }

    /// The last answered question before the one at hand.
    Optional<StepId> previous() {
        var here =
                switch (draft.place()) {
                    case Place.Asking(var question, _) -> Optional.of(question.id());
                    case Place.Noting(var question, _) -> Optional.of(question.id());
                    case Place.At _ -> Optional.<StepId>empty();
                };
        return draft.journey()
                .questions()
                .takeWhile(stop -> here.filter(stop.id()::equals).isEmpty())
                .filter(Journey.Stop::isDealtWith)
                .map(Journey.Stop::id)
                .reduce((_, last) -> last);
    }

    /// Whether there is anything to go back to.
    boolean isBackPossible() {
        var position = draft.now().position();
        return position.paused()
                || !(position.aside() instanceof Aside.None
                        || position.aside() instanceof Aside.Changing)
                || previous().isPresent();
    }

    void back() {
        var aside = draft.now().position().aside();
        var step =
                switch (aside) {
                    case Aside.Impact(var of, _) -> Optional.of(of);
                    case Aside.Noting(var of, _) -> Optional.of(of);
                    case Aside.AskingBack back when back.reason() != Aside.Reason.ANSWERED ->
                            Optional.of(back.step());
                    case Aside.AskingBack _, Aside.None _, Aside.Changing _, Aside.Choosing _ ->
                            Optional.<StepId>empty();
                    case Aside.Confirming _, Aside.Stopping _ -> Optional.<StepId>empty();
                    case Aside.Removing _, Aside.Parting _ -> Optional.<StepId>empty();
                };
        if (step.isPresent()) {
            new Keeping(draft).again(step.get());
            return;
        }
        if (aside instanceof Aside.Confirming
                || Place.waitsForYes(aside)
                || aside instanceof Aside.Stopping
                || aside instanceof Aside.Choosing
                || aside instanceof Aside.AskingBack
                || draft.now().position().paused()) {
            goOn();
            return;
        }
        if (aside instanceof Aside.Changing(var of) && draft.now().answer(of).isEmpty()) {
            goOn();
            return;
        }
        var previous = previous();
        if (previous.isPresent()) change(previous.get());
        else draft.reply(Phrase.NOTHING_BEFORE);
    }

    /// Out of every interruption, and on from a pause.
    void goOn() {
        var consent = draft.journey().declined();
        var aside = draft.now().position().aside();
        var staysAsIs =
                aside instanceof Aside.None
                        && !draft.now().position().paused()
                        && draft.place() instanceof Place.Asking(var again, var isAgain)
                        && isAgain
                        && draft.now().answer(again.id()).isPresent();
        if (staysAsIs) Consulting.lookedAt(draft, draft.place().id());
        if (staysAsIs || aside instanceof Aside.Impact || aside instanceof Aside.Changing)
            draft.noted(Phrase.KEPT);
        else if (Place.waitsForYes(aside)) draft.noted(Phrase.NOTHING_DONE);
        draft.move(draft.now().position().with(new Aside.None()).paused(false));
        if (consent.isPresent()) draft.interrupt(new Aside.Changing(consent.get().id()));
    }

    /// Asks an answered question again.
    void change(StepId step) {
        if (draft.journey().stop(step).filter(Journey.Stop::isDealtWith).isEmpty()) {
            new Commands(draft).notAsked(step);
            return;
        }
        draft.move(draft.now().position().with(new Aside.Changing(step)).paused(false));
        var question = draft.dialog().question(step).orElseThrow();
        var answer = draft.now().answer(step).orElseThrow();
        var words = draft.shownBy(question, answer);
        draft.quote(Message.Kind.REPLY, draft.phrase(Phrase.SO_FAR, words));
    }

    void full() {
        new Keeping(draft).reopen();
        draft.note(new Happened.Scoped(Scope.FULL));
        draft.move(draft.now().position().with(new Aside.None()).paused(false));
        draft.noted(Phrase.FULL_NOW);
    }

    /// What was chosen at a list: a step to change, a group to deepen, a language.
    void choose(Command command, String id) {
        if (command == Command.DEEPEN) deepen(id);
        else if (command == Command.LANGUAGE) new Speaking(draft).speak(id);
        else change(new StepId(id));
    }

    private void deepen(String group) {
        new Keeping(draft).reopen();
        draft.note(new Happened.Scoped(draft.now().scope().with(group)));
        draft.dialog()
                .group(group)
                .map(one -> draft.dialog().words(one, draft.now().variant()).title())
                .ifPresent(title -> draft.noted(Phrase.DEEPER_NOW, Display.escape(title)));
        draft.move(draft.now().position().with(new Aside.None()).paused(false));
    }

    void undo() {
        var undo = draft.now().position().undo();
        if (undo == null) {
            draft.reply(Phrase.NOTHING_TO_UNDO);
            return;
        }
        if (draft.dialog().question(undo.step()).filter(new Rights(draft)::refuses).isPresent())
            return;
        new Keeping(draft).reopen();
        var before = undo.before();
        var now = draft.now().answer(undo.step()).orElse(null);
        draft.note(
                before == null
                        ? new Happened.Unanswered(undo.step())
                        : new Happened.Answered(undo.step(), before));
        var redo = new Position.Undo(undo.step(), now);
        draft.move(draft.now().position().with(new Aside.None()).undoing(redo));
        draft.noted(Phrase.UNDONE);
    }

    /// Does what was confirmed.
    void confirmed(Command command) {
        switch (command) {
            case ERASE -> erase();
            case WITHDRAW -> withdraw();
            case RETRACT -> retract();
            case START_OVER -> startOver();
            case HELP, WHY, BACK, CHANGE, OPEN, OVERVIEW, PAUSE, CONTINUE, PERSON, FULL ->
                    draft.settle();
            case DEEPEN, LANGUAGE, UNDO, MORE, STOP, MY_DATA, KEY, MOVE, FILES, REDACT ->
                    draft.settle();
            case HAND_OVER -> new Company(draft).handedOver();
            case NO_REMINDERS, REMINDERS, INVITE, PEOPLE, NAME -> draft.settle();
        }
    }

    /// Staff cannot see any more what was erased, so they are told to delete their copies.
    private void erase() {
        draft.settle();
        if (revision() > 0 && draft.now().lifecycle().isOpen())
            draft.effect(new Effect.TellWithdrawn(draft.now().reference()));
        draft.note(new Happened.Went(new Lifecycle.Erased(revision()), ""));
        draft.noted(revision() > 0 ? Phrase.ERASED_SENT : Phrase.ERASED);
        draft.effect(new Effect.Forget());
    }

    private int revision() {
        return draft.now().lifecycle().revision();
    }

    /// Without a submission nobody needs what is there: it is erased. With one, processing stops
    /// and staff are told.
    private void withdraw() {
        if (revision() == 0) {
            erase();
            return;
        }
        for (var stop : draft.journey().questions().toList())
            stop.question()
                    .filter(question -> question.isRequiredConsent())
                    .ifPresent(question ->
                            draft.note(
                                    new Happened.Answered(
                                            question.id(),
                                            Answer.of(
                                                    new Value.Decision(false),
                                                    draft.provenance(question)))));
        stopProcessing(Phrase.WITHDRAWN);
    }

    private void retract() {
        if (revision() == 0) {
            draft.settle();
            draft.reply(Phrase.NOTHING_TO_RETRACT);
        } else stopProcessing(Phrase.RETRACTED);
    }

    private void stopProcessing(Sayable said) {
        var reference = draft.now().reference();
        draft.settle();
        draft.note(new Happened.Went(new Lifecycle.Withdrawn(revision()), reference));
        var ends = new Retention(draft).withdrawn(draft.given().now());
        draft.noted(said, reference, new ByItself(draft).day(ends));
        draft.effect(new Effect.TellWithdrawn(reference));
    }

    private void startOver() {
        draft.note(new Happened.StartedOver(draft.given().now()));
        draft.effect(new Effect.Redact());
        new Timeouts(draft).beforeConsent();
        if (!draft.dialog().offersScope()) draft.note(new Happened.Scoped(Scope.FULL));
        draft.noted(Phrase.STARTED_OVER);
        new Calling(draft).begin();
    }

    /// Hands the sketch in, if all that is needed is there.
    void submit() {
        if (new Rights(draft).refusesSubmitting()) return;
        var missing = draft.journey().missing();
        if (!missing.isEmpty()) {
            draft.error(
                    Phrase.STILL_MISSING,
                    Display.escape(missing.getFirst().wording(draft.now().variant()).shortText()));
            new Keeping(draft).again(missing.getFirst().id());
            return;
        }
        var reference =
                draft.now().reference().isEmpty()
                        ? draft.given().freshReference()
                        : draft.now().reference();
        var next = revision() + 1;
        draft.move(Position.PLAIN);
        draft.note(new Happened.Went(new Lifecycle.Submitted(next), reference));
        draft.effect(new Effect.Submit(reference, next));
        draft.noted(Phrase.SUBMITTED, reference);
        new Calling(draft).enter();
        new Attaching(draft).handedIn();
        var done = draft.fill(draft.dialog().frame(draft.now().variant()).done());
        if (!done.text().isBlank()) draft.say(Message.Kind.NOTICE, done.text());
        new Confirming(draft).handedIn(reference, next);
        new Returning(draft).once();
        draft.shown(Set.of("submitted:" + next));
    }
}
