// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Person;

/// What whoever speaks may do. Everybody answers, changes, attaches and sees, and takes out what is
/// theirs; what binds or ends the whole is for the one who is responsible.
final class Rights {
    private final Draft draft;

    Rights(Draft draft) {
        this.draft = draft;
    }

    /// Whether the one who speaks is responsible.
    boolean isResponsible() {
        return draft.now().together().responsible() == draft.given().speaker();
    }

    /// Whether this is not for the speaker; then it is said whose it is.
    boolean refuses(Command command) {
        return !mayRun(command) && refused();
    }

    /// Whether the speaker may ask for it.
    boolean mayRun(Command command) {
        return switch (command) {
            case WITHDRAW, RETRACT, ERASE, START_OVER, INVITE -> isResponsible();
            case HELP, WHY, BACK, CHANGE, OPEN, OVERVIEW, PAUSE, CONTINUE, PERSON, FULL -> true;
            case DEEPEN, LANGUAGE, UNDO, MORE, STOP, MY_DATA, FILES, KEY, MOVE -> true;
            case NO_REMINDERS, REMINDERS, PEOPLE, NAME, REDACT, HAND_OVER -> true;
        };
    }

    /// Whether the speaker may take the answer to this step out for good: the one who is
    /// responsible any, everybody else what is theirs alone, and not while something of another
    /// stands beside.
    boolean mayTakeOut(StepId step) {
        if (isResponsible()) return true;
        var speaker = draft.given().speaker();
        return draft.now().answer(step).filter(one -> isBy(speaker, one)).isPresent()
                && draft.now().together().sideBySide().stream()
                        .filter(both -> both.step().equals(step))
                        .allMatch(both -> isBy(speaker, both.one()) && isBy(speaker, both.other()));
    }

    private static boolean isBy(int person, Answer answer) {
        return Person.isAllBy(person, answer.provenance().by());
    }

    /// Whether that is not for the speaker; then it is said whose it is.
    boolean refusesTakingOut(StepId step) {
        return !mayTakeOut(step) && refused();
    }

    /// The same for an answer: consents are those of the one who is responsible.
    boolean refuses(Question question) {
        return question.type() instanceof AnswerType.Consent && !isResponsible() && refused();
    }

    /// The same for handing in.
    boolean refusesSubmitting() {
        return !isResponsible() && refused();
    }

    /// The same for a yes or no that somebody is asked for.
    boolean refusesConfirming(Aside aside) {
        return switch (aside) {
            case Aside.Confirming(var command) when command == Command.HAND_OVER ->
                    !new Company(draft).mayTakeOver() && refused();
            case Aside.Confirming(var command) -> refuses(command);
            case Aside.Parting(var person) ->
                    person != draft.given().speaker() && !isResponsible() && refused();
            case Aside.Removing(var step, _) -> refusesTakingOut(step);
            case Aside.None _, Aside.Changing _, Aside.Choosing _, Aside.Noting _ -> false;
            case Aside.Impact _, Aside.AskingBack _, Aside.Stopping _ -> false;
        };
    }

    private boolean refused() {
        draft.reply(PeoplePhrase.NOT_YOURS, Message.name(draft.now().together().responsible()));
        return true;
    }
}
