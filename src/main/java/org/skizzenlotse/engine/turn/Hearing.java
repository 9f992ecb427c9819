// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.Command;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.parse.Menu;
import org.skizzenlotse.engine.parse.Words;

/// Decides what an input means at the place where the conversation is.
final class Hearing {
    private final Draft draft;
    private final Answering answering;
    private final Commands commands;
    private final Choosing choosing;

    Hearing(Draft draft) {
        this.draft = draft;
        this.answering = new Answering(draft);
        this.commands = new Commands(draft);
        this.choosing = new Choosing(draft);
    }

    /// One method decides: every input in every state gives a turn.
    void hear(Input input) {
        new Succession(draft).heard(input);
        if (new Moving(draft).isSettledBy(input)) return;
        draft.overlookArrival(true);
        if (isForArrival(input)) draft.error(AnswerPhrase.NO_YES_OR_NO);
        else take(input);
        draft.overlookArrival(false);
    }

    /// What was said to the question about another device and answers it with neither yes nor no; a
    /// command is one there, too.
    private boolean isForArrival(Input input) {
        return switch (input) {
            case Input.Said(var step, var text) ->
                    Stations.ARRIVAL.equals(step) && draft.commandWords().of(text).isEmpty();
            case Input.Chose chose -> chose.step().equals(Stations.ARRIVAL);
            default -> false;
        };
    }

    private void take(Input input) {
        switch (input) {
            case Input.Arrived arrived -> new Moving(draft).arrived(arrived);
            case Input.Started() -> {}
            case Input.TimedOut(var kind) -> new Timeouts(draft).fired(kind);
            case Input.Commanded(var command, var target) -> commands.run(command, target);
            case Input.Said(var step, var text) ->
                    said(Stations.ARRIVAL.equals(step) ? null : step, Words.clean(text));
            case Input.Chose chose -> chose(chose);
            case Input.Joined(var person, var name) -> new Company(draft).joined(person, name);
            case Input.Gave(var step, var members) -> {
                if (isBeside(step, input)) return;
                var question = bound(step);
                if (question.isPresent()) answering.gave(question.get(), members);
                else commands.notAsked(step);
            }
            case Input.Attached(var step, var files) -> {
                var attached = new AttachedFiles(draft);
                var question = attached.takesAway(step, files) ? none() : bound(step);
                var fitting = attached.fitting(attached.withUnseen(step, files));
                if (question.isPresent()) answering.attached(question.get(), fitting);
                else if (!attached.take(step, fitting)) commands.notAsked(step);
            }
            case Input.Removed(var step, var file) -> new Removing(draft).byStaff(step, file);
            case Input.ByStaff staff -> new Consulting(draft).heard(staff);
            case Input.LeftOpen(var step, var status) -> {
                if (isBeside(step, input)) return;
                var question = bound(step);
                if (question.isPresent()) answering.leftOpen(question.get(), status);
                else commands.notAsked(step);
            }
        }
    }

    private static Optional<Question> none() {
        return Optional.empty();
    }

    private void said(@Nullable StepId step, String text) {
        var found = new Reminding(draft).meant(text, draft.commandWords().of(text));
        if (found.isEmpty() && new Terms(draft).answers(text)) return;
        if (text.matches("/[\\p{L}_]{2,30}") && found.isEmpty()) {
            draft.error(Phrase.NO_SUCH_COMMAND);
        } else if (found.isPresent() && found.get().slash()) {
            commands.run(found.get());
        } else if (step != null && found.isEmpty() && isBeside(step, new Input.Said(step, text))) {
            return;
        } else if (step != null && !isAt(step)) {
            commands.notAsked(step);
        } else if (step != null && draft.place() instanceof Place.Asking(var question, _)) {
            answering.said(question, text, found);
        } else {
            said(text, found);
        }
    }

    private void said(String text, Optional<CommandWords.Found> found) {
        switch (draft.place()) {
            case Place.Asking(var question, _) -> {
                if (found.isEmpty() && new Renewing(draft).isUnseen(question))
                    draft.error(Phrase.CONSENT_NOTHING_KEPT);
                else answering.said(question, text, found);
            }
            case Place.Noting(var question, var proposed) -> {
                if (text.isEmpty()) draft.error(AnswerPhrase.EMPTY);
                else answering.noted(question, proposed, text, found);
            }
            case Place.At(var station) -> atStation(station, text, found);
        }
    }

    private void atStation(StepId station, String text, Optional<CommandWords.Found> found) {
        if (Company.asksWords(station)) {
            if (found.isPresent()) commands.run(found.get());
            else named(station, text);
            return;
        }
        var menu = new Menus(draft).menu(station);
        var pick = menu.pick(text).map(Menu.Pick::entry);
        if (pick.isEmpty() && isYesNo(station)) {
            pick = menu.entries().stream().filter(one -> says(one, text)).findFirst();
        }
        if (pick.isPresent()) choosing.choose(station, pick.get().id());
        else if (found.filter(commands::knows).isPresent()) commands.run(found.get());
        else if (station.equals(Stations.TYPO)) insteadOfYesOrNo(text);
        else if (station.equals(Stations.PAUSED)) comeBack(text);
        else if (station.equals(Stations.CLOSED)) draft.reply(Phrase.CLOSED);
        else if (station.equals(Stations.SUBMITTED)) new Replying(draft).told(text);
        else nearOrNone(station, menu, text);
    }

    private void named(StepId station, String text) {
        if (station.equals(Stations.ASKED)) {
            new Replying(draft).answered(text);
            return;
        }
        var invites = station.equals(Stations.INVITE);
        if (invites && new Rights(draft).refuses(Command.INVITE)) return;
        new Company(draft).called(text, invites);
    }

    private static boolean isYesNo(StepId station) {
        return station.equals(Stations.TYPO) || station.equals(Stations.CONFIRM);
    }

    private boolean says(Menu.Entry entry, String text) {
        return entry.id().equals("yes") ? draft.lexicon().isYes(text) : draft.lexicon().isNo(text);
    }

    /// Who answers "meintet ihr …?" with other words answers the question anew.
    private void insteadOfYesOrNo(String text) {
        if (!(draft.now().position().aside() instanceof Aside.AskingBack back)) return;
        var proposed = back.proposed();
        var question = draft.dialog().question(back.step());
        if (back.reason() == Aside.Reason.ANSWERED) draft.settle();
        else if (back.reason() == Aside.Reason.NOTE && question.isPresent() && proposed != null)
            draft.interrupt(new Aside.Noting(back.step(), proposed));
        else new Keeping(draft).again(back.step());
        said(text, Optional.empty());
    }

    /// Who writes after a pause goes on; the words are taken as an answer to the question at hand.
    private void comeBack(String text) {
        new Steering(draft).goOn();
        if (draft.place() instanceof Place.Asking(var question, _))
            answering.cameBack(question, text);
        else said(text, Optional.empty());
    }

    private void nearOrNone(StepId station, Menu menu, String text) {
        var near = menu.near(text).filter(one -> !destroys(one.id()));
        if (isYesNo(station)) draft.error(AnswerPhrase.NO_YES_OR_NO);
        else if (near.isEmpty()) draft.error(AnswerPhrase.NO_OPTION);
        else if (binds(near.get().id()))
            draft.error(Phrase.ALMOST, Display.escape(near.get().labels().get(1)));
        else choosing.choose(station, near.get().id());
    }

    /// What no slip of the finger may reach.
    private static boolean destroys(String option) {
        return Command.of(option).filter(Command::destroys).isPresent();
    }

    /// What is not done by a slip, but proposed.
    private static boolean binds(String option) {
        return option.equals("submit") || option.equals("take");
    }

    private void chose(Input.Chose chose) {
        var place = draft.place();
        if (place instanceof Place.At(var station) && station.equals(chose.step())) {
            var known =
                    new Menus(draft)
                            .options(station).stream()
                                    .anyMatch(one ->
                                            chose.options().equals(java.util.List.of(one.id())));
            if (known) choosing.choose(station, chose.options().getFirst());
            else draft.error(AnswerPhrase.NO_OPTION);
            return;
        }
        if (isBeside(chose.step(), chose)) return;
        var question = bound(chose.step());
        if (question.isPresent()) answering.chose(question.get(), chose.options(), chose.note());
        else commands.notAsked(chose.step());
    }

    /// Puts an answer beside one that the speaker has not seen. Where it does not read as an answer
    /// the question is asked again, with what was said.
    private boolean isBeside(StepId step, Input input) {
        var sides = new BothSides(draft);
        var theirs = sides.unseen(step);
        var question = draft.dialog().question(step);
        if (theirs.isEmpty() || question.isEmpty()) return false;
        var mine = answering.read(question.get(), input);
        if (mine.isPresent()) {
            sides.put(question.get(), theirs.get(), mine.get());
            return true;
        }
        if (draft.now().answer(step).isPresent()) new Steering(draft).change(step);
        return false;
    }

    private boolean isAt(StepId step) {
        return draft.place().id().equals(step) || bound(step).isPresent();
    }

    /// The question of that ID, if it is the one being asked, or the one that a "meintet ihr …?" or
    /// a preview is about: then it is asked anew.
    private Optional<Question> atHand(StepId step) {
        return switch (draft.place()) {
            case Place.Asking(var question, _) -> Optional.of(question).filter(is(step));
            case Place.Noting(var question, _) -> Optional.of(question).filter(is(step));
            case Place.At _ -> about().filter(step::equals).flatMap(this::again);
        };
    }

    /// The question of that ID if an answer to it means what it says: the one at hand, or the next
    /// one on the way, which was asked before something came between.
    private Optional<Question> bound(StepId step) {
        var here = atHand(step);
        if (here.isPresent() || !draft.now().lifecycle().isOpen()) return here;
        var next = draft.journey().next().filter(is(step));
        if (next.isEmpty() || !isInterrupted()) return Optional.empty();
        draft.move(draft.now().position().with(new Aside.None()).paused(false));
        return next;
    }

    private boolean isInterrupted() {
        return draft.now().position().paused()
                || !(draft.now().position().aside() instanceof Aside.None);
    }

    private static Predicate<Question> is(StepId step) {
        return question -> question.id().equals(step);
    }

    private Optional<Question> again(StepId step) {
        new Keeping(draft).again(step);
        return draft.dialog().question(step);
    }

    private Optional<StepId> about() {
        return switch (draft.now().position().aside()) {
            case Aside.AskingBack back when back.reason() != Aside.Reason.ANSWERED ->
                    Optional.of(back.step());
            case Aside.Impact(var of, _) -> Optional.of(of);
            case Aside.AskingBack _, Aside.None _, Aside.Changing _ -> Optional.empty();
            case Aside.Choosing _, Aside.Noting _, Aside.Confirming _ -> Optional.empty();
            case Aside.Stopping _, Aside.Removing _, Aside.Parting _ -> Optional.empty();
        };
    }
}
