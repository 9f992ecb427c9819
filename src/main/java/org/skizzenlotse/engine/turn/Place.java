// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Lifecycle;

import java.util.function.BooleanSupplier;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;

/// Where a conversation is: at a question of the dialog or at a station. Computed from the state
/// each time.
sealed interface Place {

    /// The ID under which it is asked.
    StepId id();

    /// At a question; `again` when it has an answer already.
    record Asking(Question question, boolean again) implements Place {
        @Override
        public StepId id() {
            return question.id();
        }
    }

    /// At a question whose chosen option wants words beside it.
    record Noting(Question question, Answer proposed) implements Place {
        @Override
        public StepId id() {
            return question.id();
        }
    }

    /// At a station.
    record At(StepId id) implements Place {}

    /// The place of a state.
    static Place of(Dialog dialog, Conversation now, Journey journey, BooleanSupplier takesOver) {
        if (!now.lifecycle().isOpen()) {
            return new At(closed(now));
        }
        if (now.position().paused() && !waitsForYes(now.position().aside()))
            return new At(Stations.PAUSED);
        // another version of the dialog may not have it
        if (now.position()
                .aside()
                .about()
                .filter(step -> dialog.question(step).isEmpty())
                .isPresent()) return onTheWay(dialog, now, journey, takesOver);
        return switch (now.position().aside()) {
            case Aside.None() -> onTheWay(dialog, now, journey, takesOver);
            case Aside.Changing(var step) ->
                    journey.stop(step)
                            .filter(Journey.Stop::applies)
                            .flatMap(Journey.Stop::question)
                            .<Place>map(question -> new Asking(question, true))
                            .orElseGet(() -> onTheWay(dialog, now, journey, takesOver));
            case Aside.Noting(var step, var proposed) ->
                    dialog.question(step)
                            .<Place>map(question -> new Noting(question, proposed))
                            .orElseGet(() -> onTheWay(dialog, now, journey, takesOver));
            case Aside.Choosing(var command) -> new At(choosing(command, now));
            case Aside.Impact _ -> new At(Stations.IMPACT);
            case Aside.AskingBack _ -> new At(Stations.TYPO);
            case Aside.Confirming _, Aside.Removing _, Aside.Parting _ -> new At(Stations.CONFIRM);
            case Aside.Stopping() -> new At(Stations.STOP);
        };
    }

    /// What can be reached when nothing can be answered any more.
    private static StepId closed(Conversation now) {
        if (now.lifecycle() instanceof Lifecycle.Erased) return Stations.CLOSED;
        var aside = now.position().aside();
        if (waitsForYes(aside)) return Stations.CONFIRM;
        return aside instanceof Aside.Choosing(var command) && command == Command.REDACT
                ? Stations.REMOVE
                : Stations.CLOSED;
    }

    /// Whether something that destroys waits for a yes.
    static boolean waitsForYes(Aside aside) {
        return aside instanceof Aside.Confirming
                || aside instanceof Aside.Removing
                || aside instanceof Aside.Parting;
    }

    private static StepId choosing(Command command, Conversation now) {
        if (command == Command.INVITE)
            return Company.asksOwnName(now.together()) ? Stations.NAME : Stations.INVITE;
        if (command == Command.NAME) return Stations.NAME;
        if (command == Command.PEOPLE) return Stations.PEOPLE;
        if (command == Command.HAND_OVER) return Stations.HAND_OVER;
        if (command == Command.DEEPEN) return Stations.DEEPEN;
        if (command == Command.PERSON) return Stations.PERSON;
        if (command == Command.REDACT) return Stations.REMOVE;
        return command == Command.LANGUAGE ? Stations.LANGUAGE : Stations.CHANGE;
    }

    private static Place onTheWay(
            Dialog dialog, Conversation now, Journey journey, BooleanSupplier takesOver) {
        var declined = journey.declined();
        if (declined.isPresent()) return new At(Stations.CLOSED);
        if (now.together().sideBySide().stream()
                .anyMatch(
                        one -> journey.stop(one.step()).filter(Journey.Stop::applies).isPresent()))
            return new At(Stations.SIDE_BY_SIDE);
        if (now.consultation().asked().isPresent()) return new At(Stations.ASKED);
        var meeting = now.consultation().meeting();
        if (meeting != null && meeting.isOpen()) return new At(Stations.MEETING);
        var reopened = Consulting.firstReopened(now.lifecycle(), journey).flatMap(dialog::question);
        if (reopened.isPresent()) return new Asking(reopened.get(), true);
        if (now.lifecycle() instanceof Lifecycle.Submitted) return new At(Stations.SUBMITTED);
        if (takesOver.getAsBoolean()) return new At(Stations.TAKEN_OVER);
        if (!now.scope().chosen() && dialog.offersScope() && journey.isConsented())
            return new At(Stations.SCOPE);
        var next = journey.next();
        if (next.isEmpty())
            return new At(dialog.endsInResult() ? Stations.RESULT : Stations.REVIEW);
        return new Asking(next.get(), false);
    }
}
