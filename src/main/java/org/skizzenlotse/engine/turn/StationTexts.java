// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Answer;

import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.StepId;

/// What is said at the stations that are no step of the dialog.
final class StationTexts {
    private final Draft draft;

    StationTexts(Draft draft) {
        this.draft = draft;
    }

    String text(StepId station) {
        if (station.equals(Stations.ARRIVAL)) return new Moving(draft).text();
        var aside = draft.now().position().aside();
        return switch (aside) {
            case Aside.Impact(var step, var proposed) when station.equals(Stations.IMPACT) ->
                    impact(step, proposed);
            case Aside.AskingBack back when station.equals(Stations.TYPO) -> askingBack(back);
            case Aside.Confirming(var command) when station.equals(Stations.CONFIRM) ->
                    confirm(command);
            case Aside.Removing removing when station.equals(Stations.CONFIRM) ->
                    new Removing(draft).sure(removing);
            case Aside.Parting(var person) when station.equals(Stations.CONFIRM) ->
                    person == draft.given().speaker()
                            ? draft.phrase(PeoplePhrase.LEAVE_SURE)
                            : draft.phrase(PeoplePhrase.PART_SURE, Message.name(person));
            case Aside.None _, Aside.Changing _, Aside.Choosing _, Aside.Noting _ -> plain(station);
            case Aside.Impact _, Aside.AskingBack _, Aside.Confirming _ -> plain(station);
            case Aside.Stopping _, Aside.Removing _, Aside.Parting _ -> plain(station);
        };
    }

    private String plain(StepId station) {
        if (station.equals(Stations.SCOPE)) return draft.phrase(Phrase.SCOPE_WHICH);
        if (station.equals(Stations.REVIEW)) return new Overview(draft).review();
        if (station.equals(Stations.RESULT)) return new Explaining(draft).whole();
        if (station.equals(Stations.PERSON)) return draft.phrase(Phrase.PERSON_WHICH);
        if (station.equals(Stations.SUBMITTED)) return submitted();
        if (station.equals(Stations.ASKED)) return asked();
        if (station.equals(Stations.MEETING)) return new Consulting(draft).whichTime();
        if (station.equals(Stations.PAUSED))
            return draft.phrase(
                    draft.journey().isConsented() ? Phrase.PAUSED : Phrase.PAUSED_NOTHING_KEPT);
        if (station.equals(Stations.TAKEN_OVER)) return new TakingOver(draft).text();
        if (station.equals(Stations.STOP)) return draft.phrase(Phrase.STOP_WHICH);
        if (station.equals(Stations.SIDE_BY_SIDE)) return new BothSides(draft).text();
        if (station.equals(Stations.PEOPLE)) return new Company(draft).list();
        if (station.equals(Stations.NAME)) return draft.phrase(PeoplePhrase.NAME_WHICH);
        if (station.equals(Stations.INVITE)) return draft.phrase(PeoplePhrase.INVITE_WHO);
        if (station.equals(Stations.HAND_OVER)) return draft.phrase(PeoplePhrase.HAND_OVER_WHO);
        if (station.equals(Stations.CHANGE)) return draft.phrase(Phrase.CHANGE_WHICH);
        if (station.equals(Stations.REMOVE)) return new Removing(draft).which();
        if (station.equals(Stations.DEEPEN)) return draft.phrase(Phrase.DEEPEN_WHICH);
        if (station.equals(Stations.LANGUAGE)) return draft.phrase(Phrase.LANGUAGE_WHICH);
        return draft.phrase(Phrase.CLOSED);
    }

    private String submitted() {
        var standing = new Consulting(draft).standing();
        var now = draft.phrase(Phrase.SUBMITTED_WHAT_NOW);
        return standing.isEmpty() ? now : standing + "\n\n" + now;
    }

    private String asked() {
        var question = draft.now().consultation().asked();
        return question.map(one -> draft.phrase(TeamPhrase.TEAM_ASKS, Display.escape(one.text())))
                .orElse("");
    }

    private String confirm(Command command) {
        var submitted = draft.now().lifecycle().revision() > 0;
        return switch (command) {
            case ERASE -> draft.phrase(submitted ? Phrase.ERASE_SENT_SURE : Phrase.ERASE_SURE);
            case WITHDRAW ->
                    draft.phrase(submitted ? Phrase.WITHDRAW_SENT_SURE : Phrase.WITHDRAW_SURE);
            case RETRACT -> draft.phrase(Phrase.RETRACT_SURE);
            case START_OVER -> draft.phrase(Phrase.START_OVER_SURE);
            case HELP, WHY, BACK, CHANGE, OPEN, OVERVIEW, PAUSE, CONTINUE, PERSON, FULL, DEEPEN ->
                    draft.phrase(Phrase.SURE);
            case LANGUAGE, UNDO, MORE, STOP, MY_DATA, FILES -> draft.phrase(Phrase.SURE);
            case HAND_OVER -> new Company(draft).handOverSure();
            case KEY, MOVE -> draft.phrase(Phrase.SURE);
            case NO_REMINDERS, REMINDERS, REDACT -> draft.phrase(Phrase.SURE);
            case INVITE, PEOPLE, NAME -> draft.phrase(Phrase.SURE);
        };
    }

    private String askingBack(Aside.AskingBack back) {
        var question = draft.dialog().question(back.step());
        var label = question.map(one -> one.wording(draft.now().variant()).shortText()).orElse("");
        var proposed = back.proposed();
        var words =
                question.isPresent() && proposed != null
                        ? Display.brief(draft.shown(question.get(), proposed), 600)
                        : "";
        var command = back.command();
        var commandWord = command == null ? "" : draft.commandWords().word(command);
        return switch (back.reason()) {
            case TYPO ->
                    question.filter(one -> one.type().isFreeText() && !words.isEmpty()).isPresent()
                            ? draft.phrase(
                                    Phrase.AS_ANSWER, Display.escape(label), Display.escape(words))
                            : draft.phrase(
                                    Phrase.DID_YOU_MEAN,
                                    Display.escape(words.isEmpty() ? commandWord : words));
            case COMMAND_WORD, NOTE ->
                    draft.phrase(
                            command == Command.OPEN
                                    ? Phrase.OPEN_OR_ANSWER
                                    : Phrase.COMMAND_OR_ANSWER,
                            Display.escape(words.isEmpty() ? commandWord : words));
            case SHOULD -> should(back, words);
            case ANSWERED -> draft.phrase(Phrase.ALREADY_ANSWERED, Display.escape(label));
        };
    }

    private String should(Aside.AskingBack back, String words) {
        var question = draft.dialog().question(back.step()).orElseThrow();
        var proposed = back.proposed();
        var said = proposed == null ? "" : new Checks(draft).unmet(question, proposed).orElse("");
        return said + "\n\n" + draft.phrase(Phrase.TAKE_AS_IT_IS, Display.escape(words));
    }

    private String impact(StepId step, Answer proposed) {
        var impact = Impact.of(draft, step, proposed);
        var text = new StringBuilder(draft.phrase(Phrase.IMPACT_HEAD, label(step)));
        list(text, Phrase.IMPACT_PARK, impact.park());
        list(text, Phrase.IMPACT_RESTORE, impact.restore());
        list(text, Phrase.IMPACT_ASK, impact.ask());
        if (!impact.before().equals(impact.after()))
            text.append("\n- ")
                    .append(
                            draft.phrase(
                                    Phrase.IMPACT_LIGHT,
                                    light(impact.before()),
                                    light(impact.after())));
        return text.append("\n\n").append(draft.phrase(Phrase.IMPACT_WHICH)).toString();
    }

    private void list(StringBuilder text, Sayable phrase, List<StepId> steps) {
        if (steps.isEmpty()) return;
        var labels = steps.stream().map(this::label).toList();
        text.append("\n- ").append(draft.phrase(phrase, String.join(", ", labels)));
    }

    private String light(Optional<Light> light) {
        if (light.isEmpty()) return draft.phrase(Phrase.LIGHT_NONE);
        return switch (light.get()) {
            case GREEN -> draft.phrase(Phrase.LIGHT_GREEN);
            case YELLOW -> draft.phrase(Phrase.LIGHT_YELLOW);
            case RED -> draft.phrase(Phrase.LIGHT_RED);
        };
    }

    private String label(StepId step) {
        var variant = draft.now().variant();
        return draft.dialog()
                .question(step)
                .map(question ->
                        Display.escape(
                                draft.language().quoted(question.wording(variant).shortText())))
                .orElse(step.value());
    }
}
