// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Arrival;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Expects.Choice;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.parse.Words;

/// Moves to another device. Its code is good once; then the device that made it is asked. That
/// question stands before all others and keeps none of them up: whatever is not an answer to it is
/// heard as if it were not there.
final class Moving {
    private final Draft draft;

    Moving(Draft draft) {
        this.draft = draft;
    }

    /// Gives a code, in place of an earlier one.
    void give() {
        draft.effect(new Effect.MoveOn(draft.given().speaker()));
        var code = draft.phrase(MovePhrase.MOVE_CODE, Message.SECRET);
        draft.say(Message.Kind.MOVE, code + "\n\n" + draft.phrase(MovePhrase.MOVE_HOW));
    }

    /// Another device showed the code of the one who speaks.
    void arrived(Input.Arrived input) {
        var arrival = new Arrival(draft.given().speaker(), input.number(), input.until());
        draft.note(new Happened.Arrived(arrival));
    }

    /// The device that waits for the one who speaks.
    Optional<Arrival> waiting() {
        var arrival = draft.now().arrival();
        return Optional.ofNullable(arrival)
                .filter(one -> one.person() == draft.given().speaker())
                .filter(one -> draft.given().now().isBefore(one.until()))
                .filter(_ -> !(draft.now().lifecycle() instanceof Lifecycle.Erased));
    }

    String text() {
        return draft.phrase(MovePhrase.ARRIVAL_ASK, number());
    }

    List<Choice> choices() {
        return List.of(
                choice("yes", draft.phrase(MovePhrase.ARRIVAL_YES, number())),
                choice("no", draft.phrase(MovePhrase.ARRIVAL_NO)));
    }

    private String number() {
        return waiting().map(one -> String.valueOf(one.number())).orElse("");
    }

    private static Choice choice(String id, String text) {
        return new Choice(id, text, text, "none");
    }

    /// Whether this input says whether the device that waits comes in; then that is done.
    boolean isSettledBy(Input input) {
        if (waiting().isEmpty()) return false;
        var yes =
                switch (input) {
                    case Input.Chose chose when chose.step().equals(Stations.ARRIVAL) ->
                            chosen(chose.options());
                    case Input.Said(var step, var text) when step == null || isHere(step) ->
                            said(Words.clean(text));
                    default -> Optional.<Boolean>empty();
                };
        yes.ifPresent(this::settle);
        return yes.isPresent();
    }

    private static boolean isHere(StepId step) {
        return step.equals(Stations.ARRIVAL);
    }

    private static Optional<Boolean> chosen(List<String> options) {
        if (options.equals(List.of("yes"))) return Optional.of(true);
        return options.equals(List.of("no")) ? Optional.of(false) : Optional.empty();
    }

    /// Yes and no in their own words or by the choices; the number alone is a yes, too.
    private Optional<Boolean> said(String text) {
        if (draft.lexicon().isYes(text) || text.equals(number())) return Optional.of(true);
        if (draft.lexicon().isNo(text)) return Optional.of(false);
        return choices().stream()
                .filter(one -> one.text().equalsIgnoreCase(text))
                .map(one -> one.id().equals("yes"))
                .findFirst();
    }

    private void settle(boolean yes) {
        var person = draft.given().speaker();
        draft.note(new Happened.Arrived(null));
        if (yes) draft.effect(new Effect.Admit(person));
        else draft.effect(new Effect.TurnAway(person));
        draft.noted(yes ? MovePhrase.ARRIVED : MovePhrase.TURNED_AWAY);
    }
}
