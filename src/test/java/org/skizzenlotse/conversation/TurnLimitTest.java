// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.store.database.Job;

/// A conversation that has as many turns as it may have.
class TurnLimitTest extends OnRunning {
    @Test
    void nothingIsAddedAnyMoreAndThatIsSaidKindly() {
        var token = full(running.answered("Initiative"), TurnLimit.TURNS_MAX);
        var before = running.view(token);
        var view = running.commands(token, Command.HELP, "");

        assertThat(view.lastTurn())
                .singleElement()
                .extracting(View.Numbered::message)
                .matches(one -> one.kind() == Message.Kind.ERROR)
                .extracting(Message::text)
                .asString()
                .contains("gespeichert", "hallo@werkstatt");
        assertThat(view.expects()).isEqualTo(before.expects());
        assertThat(running.view(token)).isEqualTo(before);
    }

    @Test
    void theLastTurnThatItMayHaveIsTaken() {
        var token = full(running.answered("Initiative"), TurnLimit.TURNS_MAX - 1);
        var revision = running.view(token).revision();
        assertThat(running.commands(token, Command.HELP, "").revision()).isEqualTo(revision + 1);
        assertThat(running.commands(token, Command.HELP, "").revision()).isEqualTo(revision + 1);
    }

    @Test
    void handingInTakingBackAndErasingGoOnAndNothingElse() {
        var token = full(running.answered("Initiative"), TurnLimit.TURNS_MAX);
        assertThat(running.taps(token, "_review", "submit").lifecycle().id())
                .isEqualTo("submitted");
        assertThat(running.commands(token, Command.CHANGE, "partner").lifecycle().id())
                .isEqualTo("submitted");
        running.commands(token, Command.RETRACT, "");
        running.commands(token, Command.ERASE, "");
        int asked = running.view(token).revision();
        running.commands(token, Command.RETRACT, "");
        running.taps(token, "_confirm", "no");
        assertThat(running.view(token).revision()).as("round and round").isEqualTo(asked);
        assertThat(running.taps(token, "_confirm", "yes").lifecycle().id()).isEqualTo("erased");
        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Gone());
    }

    @Test
    void aRepetitionOfAnEarlierTurnIsStillAnswered() {
        var token = running.answered("Initiative");
        var input = new Input.Commanded(Command.HELP, "");
        var first = running.turn(token, input, "k", "h");
        full(token, TurnLimit.TURNS_MAX);
        assertThat(((Outcome.Done) running.turn(token, input, "k", "h")).view().messages())
                .isEqualTo(((Outcome.Done) first).view().messages());
    }

    /// As if that many turns had been taken.
    private String full(String token, int turns) {
        var id = running.id(token).value();
        running.database.write(
                Job.of(handle ->
                        handle.createUpdate("update conversation set revision = :n where id = :id")
                                .bind("n", turns)
                                .bind("id", id)
                                .execute()));
        return token;
    }
}
