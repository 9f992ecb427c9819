// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Scope;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Message;

import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;

/// What was chosen at a station. The option is one that the station offers.
final class Choosing {
    private final Draft draft;
    private final Steering steering;
    private final Commands commands;
    private final Answering answering;

    Choosing(Draft draft) {
        this.draft = draft;
        this.steering = new Steering(draft);
        this.commands = new Commands(draft);
        this.answering = new Answering(draft);
    }

    void choose(StepId station, String option) {
        if (isBetween(station) && new GoingOn(draft).to(option)) return;
        if (station.equals(Stations.SCOPE)) scope(option);
        else if (station.equals(Stations.IMPACT)) impact(option.equals("take"));
        else if (station.equals(Stations.TYPO)) askedBack(option.equals("yes"));
        else if (station.equals(Stations.CONFIRM)) confirm(option.equals("yes"));
        else if (station.equals(Stations.REVIEW)) review(option);
        else if (station.equals(Stations.SUBMITTED)) submitted(option);
        else if (station.equals(Stations.RESULT)) result(option);
        else if (station.equals(Stations.MEETING)) new Replying(draft).chose(option);
        else if (station.equals(Stations.PAUSED)) steering.goOn();
        else if (station.equals(Stations.PERSON)) steering.goOn();
        else if (station.equals(Stations.TAKEN_OVER)) takeOver(option.equals("take"));
        else if (station.equals(Stations.STOP)) stop(option);
        else if (station.equals(Stations.PEOPLE)) new Company(draft).chose(option);
        else if (station.equals(Stations.HAND_OVER)) new Company(draft).offered(option);
        else if (station.equals(Stations.SIDE_BY_SIDE)) new BothSides(draft).choose(option);
        else if (station.equals(Stations.CHANGE)) steering.choose(Command.CHANGE, option);
        else if (station.equals(Stations.REMOVE)) new Removing(draft).ask(option);
        else if (station.equals(Stations.DEEPEN)) steering.choose(Command.DEEPEN, option);
        else if (station.equals(Stations.LANGUAGE)) steering.choose(Command.LANGUAGE, option);
    }

    /// Where other dialogs are offered to go on in.
    private static boolean isBetween(StepId station) {
        return station.equals(Stations.RESULT)
                || station.equals(Stations.SUBMITTED)
                || station.equals(Stations.PERSON)
                || station.equals(Stations.CLOSED);
    }

    private void scope(String option) {
        draft.note(new Happened.Scoped(option.equals("full") ? Scope.FULL : Scope.SHORT));
        draft.settle();
    }

    private void impact(boolean take) {
        if (!(draft.now().position().aside() instanceof Aside.Impact(var step, var proposed)))
            return;
        var question = draft.dialog().question(step);
        draft.settle();
        if (take && question.isPresent()) new Keeping(draft).change(question.get(), proposed);
        else draft.noted(Phrase.KEPT);
    }

    private void askedBack(boolean yes) {
        if (!(draft.now().position().aside() instanceof Aside.AskingBack back)) return;
        var question = draft.dialog().question(back.step());
        if (question.isEmpty()) draft.settle();
        else
            switch (back.reason()) {
                case ANSWERED -> {
                    draft.settle();
                    if (yes) steering.change(back.step());
                }
                case TYPO, SHOULD -> guessed(question.get(), back, yes);
                case COMMAND_WORD, NOTE -> commandOrAnswer(question.get(), back, yes);
            }
    }

    private void guessed(Question question, Aside.AskingBack back, boolean yes) {
        var proposed = back.proposed();
        var command = back.command();
        new Keeping(draft).again(back.step());
        if (!yes) return;
        if (command != null) commands.run(command, "");
        else if (proposed != null && back.reason() == Aside.Reason.SHOULD)
            new Keeping(draft).store(question, proposed);
        else if (proposed != null) answering.meant(question, proposed);
    }

    /// Yes is the command that the words are, with all that they say; no makes them the answer.
    private void commandOrAnswer(Question question, Aside.AskingBack back, boolean yes) {
        var proposed = back.proposed();
        var command = back.command();
        if (proposed == null || command == null) {
            new Keeping(draft).again(back.step());
        } else if (!yes) {
            new Keeping(draft).again(back.step());
            answering.accept(question, proposed);
        } else {
            var found = words(proposed).flatMap(draft.commandWords()::of);
            if (back.reason() == Aside.Reason.NOTE)
                draft.interrupt(new Aside.Noting(back.step(), proposed));
            else new Keeping(draft).again(back.step());
            if (found.isPresent()) commands.run(found.get());
            else commands.run(command, "");
        }
    }

    private static Optional<String> words(Answer answer) {
        return answer.given()
                .map(value ->
                        switch (value) {
                            case Value.Text(var text) -> text;
                            case Value.Chosen(_, var note) -> note;
                            case Value.ChosenMany(_, var notes) ->
                                    notes.isEmpty() ? "" : List.copyOf(notes.values()).getLast();
                            case Value.Decision _, Value.Quantity _, Value.Money _ -> "";
                            case Value.Day _, Value.Between _, Value.Lasting _ -> "";
                            case Value.Contact _, Value.Table _, Value.Files _ -> "";
                        });
    }

    private void confirm(boolean yes) {
        var aside = draft.now().position().aside();
        if (!yes) {
            draft.settle();
            draft.noted(Phrase.NOTHING_DONE);
        } else if (new Rights(draft).refusesConfirming(aside)) {
            return;
        } else if (aside instanceof Aside.Confirming(var command)) {
            steering.confirmed(command);
        } else if (aside instanceof Aside.Removing(var step, var file)) {
            new Removing(draft).remove(step, file);
        } else if (aside instanceof Aside.Parting(var person)) {
            new Company(draft).part(person);
        }
    }

    private void review(String option) {
        switch (option) {
            case "submit" -> steering.submit();
            case "change" -> commands.run(Command.CHANGE, "");
            default -> commands.run(Command.PAUSE, "");
        }
    }

    private void result(String option) {
        if (option.equals("change")) commands.run(Command.CHANGE, "");
        else draft.quote(Message.Kind.REPLY, new Points(draft).text());
    }

    private void submitted(String option) {
        switch (option) {
            case "deepen" -> commands.run(Command.DEEPEN, "");
            case "change" -> commands.run(Command.CHANGE, "");
            case "copy" -> draft.quote(Message.Kind.REPLY, new Overview(draft).all());
            default -> {
                draft.reply(Phrase.GOODBYE, draft.now().reference());
                draft.quiet();
            }
        }
    }

    private void takeOver(boolean take) {
        if (take) new TakingOver(draft).take();
        else new TakingOver(draft).leave();
    }

    private void stop(String option) {
        draft.settle();
        switch (option) {
            case "pause" -> commands.run(Command.PAUSE, "");
            case "retract" -> commands.run(Command.RETRACT, "");
            case "withdraw" -> commands.run(Command.WITHDRAW, "");
            case "erase" -> commands.run(Command.ERASE, "");
            case "leave" -> draft.interrupt(new Aside.Parting(draft.given().speaker()));
            default -> steering.goOn();
        }
    }
}
