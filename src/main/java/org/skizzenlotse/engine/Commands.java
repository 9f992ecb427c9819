// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.parse.Menu;

/// Runs commands. Each answers in every state.
final class Commands {
    private final Draft draft;

    Commands(Draft draft) {
        this.draft = draft;
    }

    /// The commands that make sense now, the quiet ones last.
    static List<Command> at(Draft draft) {
        var now = draft.now();
        var commands = new ArrayList<Command>();
        if (!now.lifecycle().isOpen()) {
            commands.addAll(List.of(Command.HELP, Command.PERSON));
            if (!(now.lifecycle() instanceof Lifecycle.Erased)) commands.add(Command.ERASE);
            return commands;
        }
        if (new Steering(draft).previous().isPresent()) commands.add(Command.BACK);
        if (!(now.position().aside() instanceof Aside.None)) commands.add(Command.CONTINUE);
        commands.add(Command.HELP);
        if (!new Menus(draft).changeable().isEmpty())
            commands.addAll(List.of(Command.CHANGE, Command.OVERVIEW));
        if (now.position().undo() != null) commands.add(Command.UNDO);
        if (now.scope().chosen() && !new Menus(draft).groups().isEmpty())
            commands.addAll(List.of(Command.FULL, Command.DEEPEN));
        if (draft.dialog().variants().size() > 1) commands.add(Command.LANGUAGE);
        commands.addAll(List.of(Command.PAUSE, Command.PERSON, Command.MY_DATA, Command.MORE));
        if (draft.journey().isConsented()) commands.add(Command.WITHDRAW);
        if (now.lifecycle() instanceof Lifecycle.Draft) commands.add(Command.START_OVER);
        commands.addAll(List.of(Command.STOP, Command.ERASE));
        return commands;
    }

    /// A command in words, with its target as typed.
    void run(CommandWords.Found found) {
        if (found.command() == Command.OPEN) open(found.open());
        else run(found.command(), found.target());
    }

    /// A command with its target: a step, a group, a variant, or words that name one.
    void run(Command command, String target) {
        var steering = new Steering(draft);
        if (!draft.now().lifecycle().isOpen() && !answersWhenClosed(command)) {
            draft.reply(Phrase.CLOSED);
            return;
        }
        switch (command) {
            case HELP -> help();
            case WHY -> why();
            case BACK -> steering.back();
            case CHANGE -> target(Command.CHANGE, target);
            case OPEN -> open(OpenStatus.of(target).orElse(OpenStatus.UNKNOWN));
            case OVERVIEW, MY_DATA -> overview(command);
            case PAUSE -> pause();
            case CONTINUE -> steering.goOn();
            case PERSON -> person();
            case FULL -> steering.full();
            case DEEPEN -> target(Command.DEEPEN, target);
            case LANGUAGE -> target(Command.LANGUAGE, target);
            case WITHDRAW, RETRACT, ERASE, START_OVER -> destroy(command);
            case UNDO -> steering.undo();
            case MORE -> more();
            case STOP -> draft.interrupt(new Aside.Stopping());
        }
    }

    private static boolean answersWhenClosed(Command command) {
        return switch (command) {
            case HELP, PERSON, ERASE, OVERVIEW, MY_DATA, MORE, WHY -> true;
            case BACK, CHANGE, OPEN, PAUSE, CONTINUE, FULL, DEEPEN, LANGUAGE, WITHDRAW -> false;
            case RETRACT, START_OVER, UNDO, STOP -> false;
        };
    }

    private void help() {
        var question = question();
        var help = question.map(one -> one.wording(draft.now().variant()).help()).orElse("");
        if (help.isBlank()) draft.reply(Phrase.HELP_GENERAL);
        else say(help);
        question.ifPresent(this::examples);
        if (question.isPresent()) draft.reply(Phrase.HELP_COMMANDS);
    }

    private void examples(Question question) {
        var examples = question.wording(draft.now().variant()).examples();
        if (!examples.isEmpty()) draft.reply(Phrase.EXAMPLES, "- " + String.join("\n- ", examples));
    }

    private void why() {
        var question = question();
        if (question.isEmpty()) draft.reply(Phrase.WHY_STATION);
        else new Explaining(draft).why(question.get()).forEach(this::say);
    }

    private void say(String text) {
        var filled = draft.fill(text);
        if (filled.quotes()) draft.quote(Message.Kind.REPLY, filled.text());
        else draft.say(Message.Kind.REPLY, filled.text());
    }

    private Optional<Question> question() {
        return switch (draft.place()) {
            case Place.Asking(var question, _) -> Optional.of(question);
            case Place.Noting(var question, _) -> Optional.of(question);
            case Place.At _ -> Optional.empty();
        };
    }

    private void more() {
        var notice = question().map(one -> one.wording(draft.now().variant()).notice()).orElse("");
        if (!notice.isBlank()) say(notice);
        draft.reply(Phrase.ALL_COMMANDS);
    }

    /// The open answer to the question at hand: the wished one, or the first that it allows.
    private void open(OpenStatus wished) {
        var question = question();
        if (question.isEmpty()) {
            draft.reply(Phrase.NOTHING_TO_LEAVE_OPEN);
            return;
        }
        var allowed = question.get().rules().open();
        var status = allowed.isEmpty() || allowed.contains(wished) ? wished : allowed.getFirst();
        new Answering(draft).leftOpen(question.get(), status);
    }

    private void overview(Command command) {
        draft.quote(Message.Kind.REPLY, new Overview(draft).all());
        if (command == Command.MY_DATA) draft.reply(Phrase.MY_DATA);
    }

    private void pause() {
        draft.move(draft.now().position().with(new Aside.None()).paused(true));
    }

    /// How to reach people.
    void person() {
        say(draft.phrase(Phrase.PERSON));
    }

    private void destroy(Command command) {
        var lifecycle = draft.now().lifecycle();
        var submitted = lifecycle.revision() > 0;
        if (command == Command.START_OVER && submitted) draft.reply(Phrase.START_OVER_NEW);
        else if (command == Command.RETRACT && !submitted) draft.reply(Phrase.NOTHING_TO_RETRACT);
        else if (lifecycle instanceof Lifecycle.Erased) draft.reply(Phrase.CLOSED);
        else draft.interrupt(new Aside.Confirming(command));
    }

    private void target(Command command, String target) {
        var steering = new Steering(draft);
        if (command == Command.LANGUAGE && draft.dialog().variants().size() < 2) {
            draft.reply(Phrase.ONE_LANGUAGE);
            return;
        }
        var aside = new Aside.Choosing(command);
        var menu = menu(command);
        if (menu.entries().isEmpty()) {
            draft.reply(
                    command == Command.CHANGE
                            ? Phrase.NOTHING_TO_CHANGE
                            : Phrase.NOTHING_TO_DEEPEN);
            return;
        }
        var entry = menu.pick(target).map(Menu.Pick::entry).or(() -> menu.near(target));
        if (target.isEmpty() || entry.isEmpty()) draft.interrupt(aside);
        else steering.choose(command, entry.get().id());
        if (!target.isEmpty() && entry.isEmpty()) draft.error(Phrase.NO_OPTION);
    }

    private Menu menu(Command command) {
        if (command == Command.DEEPEN) return new Menus(draft).menu(Stations.DEEPEN);
        return new Menus(draft)
                .menu(command == Command.LANGUAGE ? Stations.LANGUAGE : Stations.CHANGE);
    }

    /// An answer to a question that is not the one being asked: never taken for another.
    void notAsked(StepId step) {
        var stop = draft.journey().stop(step);
        if (stop.isEmpty() || stop.get().question().isEmpty()) {
            draft.error(Phrase.NOT_ASKED_NOW);
        } else if (stop.get().isDealtWith()) {
            if (draft.now().position().aside() instanceof Aside.None
                    && draft.now().lifecycle().isOpen())
                draft.interrupt(
                        new Aside.AskingBack(step, Aside.Reason.ANSWERED, null, Command.CHANGE));
            else draft.error(Phrase.ANSWERED_BEFORE);
        } else {
            draft.error(stop.get().applies() ? Phrase.NOT_YET : Phrase.NOT_RELEVANT);
        }
    }
}
