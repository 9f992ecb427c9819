// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import org.skizzenlotse.dialog.StepId;

/// What was chosen at a station. The option is one that the station offers.
final class Choosing {
    private final Draft draft;
    private final Steering steering;
    private final Commands commands;

    Choosing(Draft draft) {
        this.draft = draft;
        this.steering = new Steering(draft);
        this.commands = new Commands(draft);
    }

    void choose(StepId station, String option) {
        if (station.equals(Stations.SCOPE)) scope(option);
        else if (station.equals(Stations.IMPACT)) impact(option.equals("take"));
        else if (station.equals(Stations.TYPO)) askedBack(option.equals("yes"));
        else if (station.equals(Stations.CONFIRM)) confirm(option.equals("yes"));
        else if (station.equals(Stations.REVIEW)) review(option);
        else if (station.equals(Stations.SUBMITTED)) submitted(option);
        else if (station.equals(Stations.PAUSED)) steering.goOn();
        else if (station.equals(Stations.STOP)) stop(option);
        else if (station.equals(Stations.CHANGE)) steering.choose(Command.CHANGE, option);
        else if (station.equals(Stations.DEEPEN)) steering.choose(Command.DEEPEN, option);
        else if (station.equals(Stations.LANGUAGE)) steering.choose(Command.LANGUAGE, option);
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
        if (take && question.isPresent()) new Answering(draft).change(question.get(), proposed);
        else draft.noted(Phrase.KEPT);
    }

    private void askedBack(boolean yes) {
        if (!(draft.now().position().aside() instanceof Aside.AskingBack back)) return;
        var answering = new Answering(draft);
        var question = draft.dialog().question(back.step());
        var proposed = back.proposed();
        var command = back.command();
        if (back.reason() == Aside.Reason.ANSWERED) draft.settle();
        else answering.again(back.step());
        if (yes && back.reason() == Aside.Reason.ANSWERED) steering.change(back.step());
        else if (yes && command != null) commands.run(command, "");
        else if (question.isPresent() && proposed != null && (yes || command != null)) {
            if (yes && back.reason() == Aside.Reason.SHOULD)
                answering.store(question.get(), proposed);
            else answering.accept(question.get(), proposed);
        }
    }

    private void confirm(boolean yes) {
        if (!(draft.now().position().aside() instanceof Aside.Confirming(var command))) return;
        if (yes) {
            steering.confirmed(command);
        } else {
            draft.settle();
            draft.noted(Phrase.NOTHING_DONE);
        }
    }

    private void review(String option) {
        switch (option) {
            case "submit" -> steering.submit();
            case "change" -> commands.run(Command.CHANGE, "");
            default -> commands.run(Command.PAUSE, "");
        }
    }

    private void submitted(String option) {
        switch (option) {
            case "deepen" -> commands.run(Command.DEEPEN, "");
            case "change" -> commands.run(Command.CHANGE, "");
            case "copy" -> draft.quote(Message.Kind.REPLY, new Overview(draft).all());
            default -> draft.reply(Phrase.GOODBYE, draft.now().reference());
        }
    }

    private void stop(String option) {
        draft.settle();
        switch (option) {
            case "pause" -> commands.run(Command.PAUSE, "");
            case "retract" -> commands.run(Command.RETRACT, "");
            case "withdraw" -> commands.run(Command.WITHDRAW, "");
            case "erase" -> commands.run(Command.ERASE, "");
            default -> steering.goOn();
        }
    }
}
