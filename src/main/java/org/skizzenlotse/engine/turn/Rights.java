// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Message;

/// What whoever speaks may do. Everybody answers, changes, attaches and sees; what binds or ends
/// the whole is for the one who is responsible.
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
            case WITHDRAW, RETRACT, ERASE, START_OVER, INVITE, REDACT -> isResponsible();
            case HAND_OVER ->
                    isResponsible() || draft.now().together().offered() == draft.given().speaker();
            case HELP, WHY, BACK, CHANGE, OPEN, OVERVIEW, PAUSE, CONTINUE, PERSON, FULL -> true;
            case DEEPEN, LANGUAGE, UNDO, MORE, STOP, MY_DATA, FILES, KEY -> true;
            case NO_REMINDERS, REMINDERS, PEOPLE, NAME -> true;
        };
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
                    draft.now().together().offered() != draft.given().speaker() && refused();
            case Aside.Confirming(var command) -> refuses(command);
            case Aside.Parting(var person) ->
                    person != draft.given().speaker() && !isResponsible() && refused();
            case Aside.Removing _ -> refuses(Command.REDACT);
            case Aside.None _, Aside.Changing _, Aside.Choosing _, Aside.Noting _ -> false;
            case Aside.Impact _, Aside.AskingBack _, Aside.Stopping _ -> false;
        };
    }

    private boolean refused() {
        draft.reply(PeoplePhrase.NOT_YOURS, Message.name(draft.now().together().responsible()));
        return true;
    }
}
