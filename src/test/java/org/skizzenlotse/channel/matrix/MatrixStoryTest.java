// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skizzenlotse.channel.matrix.synapse.Synapse;
import org.skizzenlotse.dialog.Value;

/// What a person does and sees in Matrix, at a real homeserver and with a client that is not ours.
@Timeout(240)
class MatrixStoryTest {
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
    void whoeverInvitesTheBotIsGreetedAndBeginsByANumber() throws Exception {
        var kim = in.person();
        kim.direct(in.bot, true);
        var greeting = kim.expect("Womit möchtet ihr anfangen?");
        assertThat(greeting.body()).contains("1. ", "2. ", "3. ", "english");
        assertThat(greeting.decrypted()).isTrue();
        kim.say("3 english");
        var step = InMatrix.soon("begun", () -> in.view(kim)).expects().step();
        assertThat(in.await(kim, step.value()).variant()).isEqualTo("en");
        assertThat(kim.messages()).noneMatch(one -> one.body().contains("nicht verschlüsselt"));
    }

    @Test
    void aRoomThatIsNotEncryptedIsNamedOnceAndWorks() throws Exception {
        var kim = in.person();
        kim.direct(in.bot, false);
        kim.expect("Womit möchtet ihr anfangen?");
        kim.say("vorpruefung");
        InMatrix.soon("begun", () -> in.view(kim));
        in.awaitQuiet();
        var step = in.view(kim).orElseThrow().expects().step().value();
        kim.say("1");
        in.leave(kim, step);
        assertThat(kim.messages())
                .filteredOn(one -> one.body().contains("nicht verschlüsselt"))
                .hasSize(1);
    }

    @Test
    void theConsentSaysWhatAHomeserverKeepsAndNothingIsKeptBefore() throws Exception {
        var kim = in.inRoom(true);
        kim.say("skizze");
        kim.expect("Euer Matrix-Server und der unsere sind eigene Dienste");
        in.await(kim, "einwilligung");
        kim.say("Kanarienvogel vor dem Ja");
        kim.next();
        in.awaitQuiet();
        assertThat(in.served.everyOpened()).doesNotContain("Kanarienvogel");
        assertThat(in.served.bytes()).doesNotContain("Kanarienvogel");
    }

    @Test
    void anOptionIsChosenByNumberByItsWordsAndByASign() throws Exception {
        var kim = in.inRoom(true);
        kim.say("vorpruefung");
        var first = InMatrix.soon("begun", () -> in.view(kim)).expects().step().value();
        in.await(kim, first);
        kim.say("1");
        var second = in.leave(kim, first);
        kim.say(second.expects().options().getLast().text());
        var third = in.leave(kim, second.expects().step().value());
        var question = kim.expect(third.expects().options().getFirst().text());
        kim.react(question.id(), "1️⃣");
        in.leave(kim, third.expects().step().value());
        kim.react(question.id(), "2️⃣");
        kim.expect("Dieses Zeichen steht nicht unter der Frage");
    }

    @Test
    void aThumbIsNoConsentAndAYesElsewhere() throws Exception {
        var kim = in.inRoom(true);
        kim.say("skizze");
        in.await(kim, "einwilligung");
        kim.react(kim.expect("1. Ja, einverstanden").id(), "👍");
        kim.expect("Dieses Zeichen verstehen wir hier nicht");
        in.await(kim, "einwilligung");
        kim.say("1");
        in.await(kim, "_scope");
        kim.say("löschen");
        in.await(kim, "_confirm");
        kim.react(kim.expect("Wirklich").id(), "👎");
        in.await(kim, "_scope");
    }

    @Test
    void severalOptionsAreChosenByTheirNumbers() throws Exception {
        var kim = in.full(true);
        var multi = in.upTo(kim, "multi").expects();
        int first = multi.openFirst() ? multi.open().size() + 1 : 1;
        kim.say(first + ", " + (first + 1));
        in.leave(kim, multi.step().value());
        var chosen = in.served.answer(in.seat(kim).orElseThrow().token(), multi.step().value());
        assertThat(chosen.orElseThrow())
                .isInstanceOfSatisfying(
                        Value.ChosenMany.class,
                        many ->
                                assertThat(many.options())
                                        .containsExactly(
                                                multi.options().get(0).id(),
                                                multi.options().get(1).id()));
    }

    @Test
    void threeQuickMessagesAreOneAnswerAndALateOneIsAddedToIt() throws Exception {
        var kim = in.full(true);
        var step = in.upTo(kim, "long_text").expects().step();
        kim.say("Erstens.");
        kim.say("Zweitens.");
        kim.say("Drittens.");
        var after = in.leave(kim, step.value());
        assertThat(in.answer(kim, step)).isEqualTo("Erstens.\nZweitens.\nDrittens.");
        kim.expect("gleich danach „dazu“");
        kim.say("Und viertens.");
        kim.say("dazu");
        InMatrix.soon(
                "added",
                () ->
                        Optional.of(in.answer(kim, step))
                                .filter(text -> text.endsWith("Drittens.\nUnd viertens.")));
        in.await(kim, after.expects().step().value());
    }

    @Test
    void anEditedMessageChangesTheAnswerThatItGave() throws Exception {
        var kim = in.full(true);
        var step = in.upTo(kim, "long_text").expects().step();
        var message = kim.say("Alt.");
        in.leave(kim, step.value());
        kim.edit(message, "Neu.");
        InMatrix.soon("changed", () -> Optional.of(in.answer(kim, step)).filter("Neu."::equals));
    }

    @Test
    void anEditThatWouldTakeAnswersAwayShowsThatFirst() throws Exception {
        var kim = in.inRoom(true);
        kim.say("vorpruefung");
        var first = InMatrix.soon("begun", () -> in.view(kim)).expects();
        in.await(kim, "traeger");
        var ids = first.options().stream().map(one -> one.id()).toList();
        var message = kim.say(String.valueOf(ids.indexOf("firma") + 1));
        in.await(kim, "partner");
        kim.say("1");
        in.leave(kim, "partner");
        kim.edit(message, String.valueOf(ids.indexOf("firma") == 0 ? 2 : 1));
        in.await(kim, "_impact");
        kim.expect("1. ");
    }

    @Test
    void whoeverWritesInAThreadIsAnsweredThere() throws Exception {
        var kim = in.inRoom(true);
        kim.say("vorpruefung");
        var first = InMatrix.soon("begun", () -> in.view(kim)).expects().step().value();
        in.await(kim, first);
        var root = kim.messages().getLast().id();
        kim.sayInThread("1", root);
        in.leave(kim, first);
        InMatrix.soon(
                "answered in the thread",
                () ->
                        Optional.of(kim.messages().getLast())
                                .filter(one -> one.thread().filter(root::equals).isPresent()));
    }

    @Test
    void wordsOfTheBotWorkAsTheyAreSaid() throws Exception {
        var kim = in.full(true);
        kim.say("!hilfe");
        kim.next();
        kim.say("warum");
        kim.next();
        kim.say("/pause");
        in.await(kim, "_paused");
        kim.say("weiter");
        in.leave(kim, "_paused");
        kim.say("löschen");
        in.await(kim, "_confirm");
        kim.say("nein");
        in.leave(kim, "_confirm");
    }

    @Test
    void onePersonSeesThatTheyAreReadAndThatSomebodyWrites() throws Exception {
        var kim = in.full(true);
        in.upTo(kim, "long_text");
        var message = kim.say("Ein Satz.");
        kim.awaitRead(in.bot, message);
        kim.awaitTyping(in.bot);
    }

    @Test
    void whatIsNoAnswerGetsAKindWordOfWhatIsNeeded() throws Exception {
        var kim = in.full(true);
        var before = in.view(kim).orElseThrow().expects().step().value();
        kim.send(
                "m.room.message",
                Map.of("msgtype", "m.location", "body", "x", "geo_uri", "geo:1,2"));
        kim.expect("Standort");
        kim.send("m.sticker", Map.of("body", "x", "url", "mxc://a/b"));
        kim.expect("Netter Sticker");
        in.await(kim, before);
    }

    @Test
    void whoTakesAnAnswerBackInTheRoomHearsHowItGoesHereToo() throws Exception {
        var kim = in.full(true);
        var step = in.upTo(kim, "long_text").expects().step();
        var message = kim.say("Doch nicht.");
        in.leave(kim, step.value());
        kim.redact(message);
        kim.expect("Soll sie auch hier weg");
        assertThat(in.answer(kim, step)).isEqualTo("Doch nicht.");
    }

    @Test
    void whatCannotBeDecryptedWaitsForItsKeyAndIsAnsweredByAKindWordAtLast() throws Exception {
        var kim = in.full(true);
        var before = in.view(kim).orElseThrow().expects().step().value();
        kim.sayUnreadable(in.bot, "Niemand liest das");
        kim.expect("konnten wir nicht entschlüsseln");
        in.await(kim, before);
        kim.say(InMatrix.words(in.view(kim).orElseThrow().expects()));
        in.leave(kim, before);
    }

    @Test
    void aKeyThatComesLateOpensWhatWaitedForIt() throws Exception {
        var kim = in.full(true);
        var asked = in.view(kim).orElseThrow().expects();
        var event = kim.sayUnreadable(in.bot, InMatrix.words(asked));
        kim.share(in.bot, event);
        in.leave(kim, asked.step().value());
    }

    @Test
    void erasingSaysThatTheRoomStaysAndNothingIsLeftHere() throws Exception {
        var kim = in.full(true);
        var step = in.upTo(kim, "long_text").expects().step();
        kim.say("Kanarienvogel im Raum");
        in.leave(kim, step.value());
        kim.say("/löschen");
        in.await(kim, "_confirm");
        kim.say("ja");
        kim.expect("In eurem Matrix-Raum steht noch");
        in.awaitQuiet();
        assertThat(in.view(kim)).isEmpty();
        assertThat(in.served.bytes()).doesNotContain("Kanarienvogel", kim.user());
        kim.say("Hallo?");
        kim.expect("Womit möchtet ihr anfangen?");
    }
}
