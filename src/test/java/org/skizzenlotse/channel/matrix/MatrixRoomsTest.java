// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skizzenlotse.InFull;
import org.skizzenlotse.channel.matrix.synapse.Synapse;
import org.skizzenlotse.conversation.ComingBack;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.TurnRequest;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;

/// Coming and going: rooms, other people in them, other channels, a bot that was away.
@InFull
@Timeout(240)
class MatrixRoomsTest {
    private static InMatrix in;

    @BeforeAll
    static void begin() throws Exception {
        in = new InMatrix(Synapse.shared());
    }

    @AfterAll
    static void end() throws Exception {
        if (in != null) in.close();
    }

    @Test
    void leavingPausesAndComingBackInANewRoomGoesOn() throws Exception {
        var kim = in.full(true);
        var step = in.view(kim).orElseThrow().expects().step().value();
        kim.leave();
        InMatrix.soon("paused", () -> in.seat(kim).filter(seat -> seat.known().gone()));
        kim.create(true, in.bot);
        kim.awaitMember(in.bot);
        var question = in.view(kim).orElseThrow().expects().options().getFirst().text();
        kim.expect(question);
        in.await(kim, step);
        kim.say(InMatrix.words(in.view(kim).orElseThrow().expects()));
        in.leave(kim, step);
    }

    @Test
    void aBotThatIsSentAwayIsSilentAndGoesOnWhenItIsInvitedAgain() throws Exception {
        var kim = in.person();
        kim.createGroup(true, in.bot);
        kim.awaitMember(in.bot);
        kim.expect("Womit möchtet ihr anfangen?");
        kim.say("vorpruefung");
        var step = InMatrix.soon("begun", () -> in.view(kim)).expects().step().value();
        in.await(kim, step);
        kim.kick(in.bot);
        InMatrix.soon("paused", () -> in.seat(kim).filter(seat -> seat.known().gone()));
        kim.invite(in.bot);
        kim.awaitMember(in.bot);
        InMatrix.soon("there", () -> in.seat(kim).filter(seat -> !seat.known().gone()));
        kim.expect("1. ");
        in.await(kim, step);
        kim.say("1");
        in.leave(kim, step);
    }

    @Test
    void onlyWhoInvitedTheBotIsHeardAndTheOthersAreTold() throws Exception {
        var kim = in.person();
        var noor = in.person();
        kim.createGroup(false, noor.user());
        noor.acceptInvitation();
        kim.invite(in.bot);
        kim.expect("Ich höre hier nur auf " + kim.user());
        kim.say("vorpruefung");
        var step = InMatrix.soon("begun", () -> in.view(kim)).expects().step().value();
        in.await(kim, step);
        noor.say("1");
        noor.say("löschen");
        noor.awaitQuiet(Duration.ofSeconds(2));
        in.await(kim, step);
        assertThat(in.view(noor)).isEmpty();
        kim.say("1");
        in.leave(kim, step);
    }

    @Test
    void aRoomWithTooManyIsLeft() throws Exception {
        var kim = in.person();
        kim.createGroup(false);
        for (int i = 0; i < Visits.MEMBERS_MAX; i++) {
            var name = Synapse.newName("gast");
            var guest = in.synapse.register(name, "gast-passwort");
            var token = in.synapse.token(name, "gast-passwort");
            kim.invite(guest);
            in.synapse.ask("POST", "/_matrix/client/v3/join/" + kim.room(), token, "{}");
        }
        kim.invite(in.bot);
        kim.expect("In diesem Raum sind zu viele");
        kim.awaitMembership(in.bot, "leave");
    }

    @Test
    void whoInvitesTheBotAgainAndAgainIsRefusedAtLast() throws Exception {
        var kim = in.person();
        for (int i = 0; i < Invites.OF_ONE_MAX; i++) {
            kim.create(false, in.bot);
            kim.awaitMember(in.bot);
        }
        kim.create(false, in.bot);
        kim.awaitMembership(in.bot, "leave");
    }

    @Test
    void fromTheBrowserByCodeAndBackAgainWithTheSameState() throws Exception {
        var conversations = in.served.conversations();
        var opened = conversations.open("vorpruefung", "de", "web");
        var first = opened.view().expects();
        web(opened.token(), new Input.Chose(first.step(), List.of(id(first)), ""));
        var code = web(opened.token(), new Input.Commanded(Command.MOVE, "")).once().code();

        var kim = in.inRoom(true);
        kim.say(code);
        kim.expect("die Zahl");
        web(opened.token(), new Input.Chose(new StepId("_arrival"), List.of("yes"), ""));
        var here = InMatrix.soon("here", () -> in.view(kim)).expects();
        in.await(kim, here.step().value());
        assertThat(here.step()).isNotEqualTo(first.step());
        kim.say("1");
        var next = in.leave(kim, here.step().value());
        var web = ((Outcome.Done) conversations.view(opened.token())).view();
        assertThat(web.expects().step()).isEqualTo(next.expects().step());

        kim.say("umziehen");
        var told = kim.expect("Umzugs-Code").body();
        var shown = told.replaceAll("(?s).*?([A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}).*", "$1");
        assertThat(conversations.comeBack(shown)).isInstanceOf(ComingBack.Waiting.class);
        in.await(kim, "_arrival");
        kim.say("nein");
        in.leave(kim, "_arrival");
    }

    private static String id(org.skizzenlotse.engine.Expects asked) {
        return asked.options().getFirst().id();
    }

    private View web(String token, Input input) {
        var request = new TurnRequest(input, "web", "", "");
        return ((Outcome.Done) in.served.conversations().turn(token, request)).view();
    }

    @Test
    void anotherDialogParksTheFirstOneAndStartLeadsBackToIt() throws Exception {
        var kim = in.inRoom(true);
        kim.say("vorpruefung");
        var first = InMatrix.soon("begun", () -> in.view(kim)).expects().step().value();
        in.await(kim, first);
        kim.say("1");
        var asked = in.leave(kim, first).expects();
        var second = asked.step().value();
        kim.say("start sprechstunde");
        kim.expect("ist noch da");
        in.awaitQuiet();
        // every time the question is said again
        for (int i = 0; i < 2; i++) {
            kim.say("start");
            kim.expect("zum Beispiel „start 2“");
            kim.say("start vorpruefung");
            kim.expect(asked.options().getFirst().text());
            in.await(kim, second);
        }
        kim.say("start im nächsten Frühling");
        kim.next();
        in.await(kim, second);
        assertThat(kim.messages().getLast().body()).doesNotContain("Womit möchtet ihr anfangen?");
    }
}
