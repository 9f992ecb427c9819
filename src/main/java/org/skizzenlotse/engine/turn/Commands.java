// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Lights;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Lifecycle;

import java.util.Optional;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.parse.Menu;

/// Runs commands. Each answers in every state.
final class Commands {
    /// The target of [Command#WHY] that asks for the light, whatever is asked just now.
    static final String LIGHT = "light";

    private final Draft draft;

    Commands(Draft draft) {
        this.draft = draft;
    }

    /// A command in words, with its target as typed.
    void run(CommandWords.Found found) {
        run(found.command(), found.targetName());
    }

    /// Whether it is a command without a target, or its target is one that there is.
    boolean knows(CommandWords.Found found) {
        return found.slash()
                || found.target().isEmpty()
                || found.command() == Command.WHY
                || draft.commandWords().isLanguage(found.target())
                || menu(found.command()).pick(found.target()).isPresent()
                || menu(found.command()).near(found.target()).isPresent();
    }

    /// A command with its target: a step, a group, a variant, or words that name one.
    void run(Command command, String target) {
        var steering = new Steering(draft);
        if (!draft.now().lifecycle().isOpen() && !answersWhenClosed(command)) {
            draft.reply(Phrase.CLOSED);
            return;
        }
        if (new Rights(draft).refuses(command)) return;
        if (changesAnswers(command) && new Renewing(draft).isNeeded()) {
            draft.reply(Phrase.CONSENT_FIRST);
            return;
        }
        switch (command) {
            case HELP -> help();
            case WHY -> why(target);
            case BACK -> steering.back();
            case CHANGE -> target(Command.CHANGE, target);
            case OPEN -> open(OpenStatus.of(target).orElse(OpenStatus.UNKNOWN));
            case OVERVIEW, MY_DATA -> overview(command);
            case PAUSE -> new Returning(draft).pause();
            case CONTINUE -> steering.goOn();
            case PERSON -> new People(draft).ask();
            case FULL -> {
                if (mayDeepen()) steering.full();
            }
            case DEEPEN -> target(Command.DEEPEN, target);
            case LANGUAGE -> new Speaking(draft).ask(target);
            case WITHDRAW, RETRACT, ERASE, START_OVER -> destroy(command);
            case REDACT -> new Removing(draft).ask(target);
            case UNDO -> steering.undo();
            case MORE -> more();
            case STOP -> draft.interrupt(new Aside.Stopping());
            case FILES -> new AttachedFiles(draft).ask(target);
            case KEY -> new Returning(draft).anew();
            case MOVE -> new Moving(draft).give();
            case NO_REMINDERS -> new Reminding(draft).stop();
            case REMINDERS -> new Reminding(draft).again();
            case INVITE -> new Company(draft).invite();
            case PEOPLE, NAME -> draft.interrupt(new Aside.Choosing(command));
            case HAND_OVER -> new Company(draft).handOver();
        }
    }

    private boolean mayDeepen() {
        if (!draft.journey().isConsented()) draft.reply(Phrase.CONSENT_FIRST);
        else if (new Menus(draft).groups().isEmpty() && draft.now().scope().chosen())
            draft.reply(Phrase.NOTHING_TO_DEEPEN);
        else return true;
        return false;
    }

    private static boolean answersWhenClosed(Command command) {
        return switch (command) {
            case HELP, PERSON, ERASE, OVERVIEW, MY_DATA, MORE, WHY, LANGUAGE, REDACT -> true;
            case BACK, CHANGE, OPEN, PAUSE, CONTINUE, FULL, DEEPEN, WITHDRAW -> false;
            case RETRACT, START_OVER, UNDO, STOP, KEY, MOVE, FILES -> false;
            case NO_REMINDERS, REMINDERS, INVITE, PEOPLE, NAME, HAND_OVER -> false;
        };
    }

    private static boolean changesAnswers(Command command) {
        return switch (command) {
            case CHANGE, OPEN, UNDO, FULL, DEEPEN, FILES -> true;
            case HELP, WHY, BACK, OVERVIEW, MY_DATA, PAUSE, CONTINUE, PERSON, MORE -> false;
            case LANGUAGE, WITHDRAW, RETRACT, ERASE, START_OVER, STOP, KEY, MOVE -> false;
            case NO_REMINDERS, REMINDERS, REDACT, INVITE, PEOPLE, NAME, HAND_OVER -> false;
        };
    }

    private void help() {
        var question = question();
        var help = question.map(new Terms(draft)::help).orElse("");
        if (help.isBlank()) draft.reply(Phrase.HELP_GENERAL);
        else say(help);
        question.ifPresent(this::examples);
        draft.reply(Phrase.HELP_COMMANDS);
    }

    private void examples(Question question) {
        var examples = question.wording(draft.now().variant()).examples();
        if (!examples.isEmpty())
            say(draft.phrase(Phrase.EXAMPLES, "- " + String.join("\n- ", examples)));
    }

    private void why(String target) {
        var question = question();
        if (question.isEmpty() || target.equals(LIGHT)) whyLight();
        else {
            var reasons = new Explaining(draft).why(question.get());
            say(reasons.getFirst());
            for (var because : reasons.subList(1, reasons.size()))
                draft.quote(Message.Kind.REPLY, draft.fill(because).text());
        }
    }

    /// Without a question at hand: why the light is as it was told.
    private void whyLight() {
        if (draft.place().id().equals(Stations.RESULT)) {
            draft.quote(Message.Kind.REPLY, new Points(draft).text());
            return;
        }
        var told =
                draft.dialog().parts().outcomes().stream()
                        .filter(one -> draft.now().shown().contains(Lights.SHOWN + one.id()))
                        .toList();
        var hasLights = !draft.dialog().parts().outcomes().isEmpty();
        if (told.isEmpty()) draft.reply(hasLights ? Phrase.NO_LIGHT_YET : Phrase.WHY_STATION);
        told.forEach(outcomes -> say(new Explaining(draft).outcome(outcomes)));
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
            case Place.At _ ->
                    draft.now().position().aside() instanceof Aside.AskingBack back
                            ? draft.dialog().question(back.step())
                            : Optional.empty();
        };
    }

    private void more() {
        var notice = question().map(one -> one.wording(draft.now().variant()).notice()).orElse("");
        if (!notice.isBlank()) say(notice);
        var all = draft.phrase(Phrase.ALL_COMMANDS);
        var lines = new StringBuilder(all);
        if (new AttachedFiles(draft).isForFiles())
            lines.append("\n").append(draft.phrase(AnswerPhrase.FILES_COMMAND));
        if (draft.journey().asksConsent())
            lines.append("\n").append(draft.phrase(PeoplePhrase.TOGETHER_COMMANDS));
        draft.say(Message.Kind.REPLY, lines.toString());
    }

    /// The open answer to the question at hand: the wished one, or the first that it allows.
    private void open(OpenStatus wished) {
        var question = question();
        if (question.isEmpty()) {
            draft.reply(Phrase.NOTHING_TO_LEAVE_OPEN);
            return;
        }
        if (draft.place() instanceof Place.At) new Keeping(draft).again(question.get().id());
        var allowed = Open.to(question.get());
        var instead =
                wished == OpenStatus.UNKNOWN && allowed.contains(OpenStatus.LATER)
                        ? OpenStatus.LATER
                        : OpenStatus.UNKNOWN;
        var mild = wished == OpenStatus.UNKNOWN || wished == OpenStatus.LATER;
        var status = mild && !allowed.contains(wished) ? instead : wished;
        new Answering(draft).leftOpen(question.get(), status);
    }

    private void overview(Command command) {
        var overview = new Overview(draft);
        draft.quote(
                Message.Kind.REPLY,
                command == Command.MY_DATA ? overview.everything() : overview.all());
        if (command == Command.MY_DATA) draft.reply(Phrase.MY_DATA);
    }

    /// How to reach people.
    void person() {
        new People(draft).say();
    }

    private void destroy(Command command) {
        var lifecycle = draft.now().lifecycle();
        var submitted = lifecycle.revision() > 0;
        if (command == Command.START_OVER && submitted) draft.reply(Phrase.START_OVER_NEW);
        else if (command == Command.RETRACT && !submitted) draft.reply(Phrase.NOTHING_TO_RETRACT);
        else if (lifecycle instanceof Lifecycle.Erased) draft.reply(Phrase.CLOSED);
        else if (command == Command.WITHDRAW
                && !draft.journey().isConsented()
                && draft.outdated().isEmpty()) draft.reply(Phrase.CONSENT_FIRST);
        else draft.interrupt(new Aside.Confirming(command));
    }

    private void target(Command command, String target) {
        var steering = new Steering(draft);
        if (command == Command.DEEPEN && !mayDeepen()) return;
        if (command == Command.CHANGE
                && StepId.isOne(target)
                && draft.dialog().question(new StepId(target)).isPresent()) {
            steering.change(new StepId(target));
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
        if (!target.isEmpty() && entry.isEmpty()) draft.error(AnswerPhrase.NO_OPTION);
    }

    private Menu menu(Command command) {
        if (command == Command.DEEPEN) return new Menus(draft).menu(Stations.DEEPEN);
        if (command == Command.REDACT) return new Menus(draft).menu(Stations.REMOVE);
        return new Menus(draft)
                .menu(command == Command.LANGUAGE ? Stations.LANGUAGE : Stations.CHANGE);
    }

    /// An answer to a question that is not the one being asked: never taken for another.
    void notAsked(StepId step) {
        var stop = draft.journey().stop(step);
        if (!draft.now().lifecycle().isOpen()) {
            draft.reply(Phrase.CLOSED);
        } else if (new Renewing(draft).isNeeded()) {
            draft.error(Phrase.CONSENT_NOTHING_KEPT);
        } else if (stop.isEmpty() || stop.get().question().isEmpty()) {
            draft.error(Phrase.NOT_ASKED_NOW);
        } else if (stop.get().isDealtWith()) {
            if (mayBeLeft(draft.now().position().aside()))
                draft.interrupt(
                        new Aside.AskingBack(step, Aside.Reason.ANSWERED, null, Command.CHANGE));
            else draft.error(Phrase.ANSWERED_BEFORE);
        } else if (!stop.get().applies()) {
            draft.error(Phrase.NOT_RELEVANT);
        } else {
            draft.error(stop.get().inScope() ? Phrase.NOT_YET : Phrase.NOT_IN_SCOPE);
        }
    }

    /// Whether nothing proposed is lost when something comes between.
    static boolean mayBeLeft(Aside aside) {
        return switch (aside) {
            case Aside.None _, Aside.Changing _, Aside.Choosing _, Aside.Stopping _ -> true;
            case Aside.AskingBack back -> back.reason() == Aside.Reason.ANSWERED;
            case Aside.Noting _, Aside.Impact _, Aside.Confirming _ -> false;
            case Aside.Removing _, Aside.Parting _ -> false;
        };
    }
}
