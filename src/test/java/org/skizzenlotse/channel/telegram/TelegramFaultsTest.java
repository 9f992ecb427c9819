// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skizzenlotse.channel.telegram.Talking.PATIENCE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skizzenlotse.channel.telegram.emulator.Broken;
import org.skizzenlotse.channel.telegram.emulator.Call;
import org.skizzenlotse.channel.telegram.emulator.Fault;
import org.skizzenlotse.channel.telegram.emulator.Person;

/// What goes wrong between the bot and Telegram loses nothing, and nobody gets more than at most
/// one message twice.
@Timeout(120)
class TelegramFaultsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Talking talking;

    @BeforeEach
    void begin() throws IOException {
        talking = new Talking();
    }

    @AfterEach
    void end() throws IOException {
        talking.close();
    }

    @Test
    void numbersOfUpdatesThatBeginAnewAndLowerAreTakenWithoutAHotLoop() throws Exception {
        var kim = atSecond("Kim");
        talking.server.restartIdsAt(17);
        int before = talking.server.calls().count("getUpdates");
        kim.write("1");
        awaitRevision(kim, 3);
        talking.server.awaitConfirmed(PATIENCE);
        kim.write("1");
        awaitRevision(kim, 4);
        assertThat(talking.server.calls().count("getUpdates") - before).isLessThan(10);
    }

    @Test
    void anUpdateThatCannotBeReadDoesNotHoldUpTheOthersOfItsBatch() throws Exception {
        var kim = atSecond("Kim");
        var lou = talking.server.person("Lou");
        talking.server.inOneBatch(() -> {
            for (var how : Broken.values()) lou.sendBroken(how);
            kim.write("1");
            lou.start("vorpruefung");
        });
        awaitRevision(kim, 3);
        awaitRevision(lou, 1);
        talking.server.awaitConfirmed(PATIENCE);
    }

    @Test
    void aSecondPollerCostsTimeAndNothingElse() throws Exception {
        var kim = atSecond("Kim");
        for (int i = 0; i < 3; i++) {
            kim.write("1");
            call("getUpdates?timeout=0");
            awaitRevision(kim, 3 + i);
        }
        assertThat(talking.server.calls().of("getUpdates")).anyMatch(call -> call.code() == 409);
        theUpdatesAreDealtWith();
    }

    @Test
    void aWebhookThatSomebodySetIsRemovedAndNothingIsLost() throws Exception {
        var kim = atSecond("Kim");
        call("setWebhook?url=https://elsewhere.example/bot");
        kim.write("1");
        awaitRevision(kim, 3);
        assertThat(talking.server.calls().count("deleteWebhook")).isPositive();
        theUpdatesAreDealtWith();
    }

    @Test
    void aPauseThatTelegramAsksForIsKeptAndTheOrderToo() {
        var kim = talking.server.person("Kim");
        talking.server.faults().nextTo(kim.chat(), "sendMessage", Fault.tooMany(2));
        kim.start("skizze");
        var consent = kim.waitFor(seen -> seen.text().contains("Dürfen wir"), PATIENCE);
        assertThat(consent.text()).startsWith("Bevor es losgeht").contains("fremder Dienst");
        var calls = sent(kim);
        assertThat(calls.get(0).code()).isEqualTo(429);
        assertThat(calls.get(1).nanos() - calls.get(0).nanos())
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2).toNanos());

        talking.server.faults().nextTo(kim.chat(), "sendMessage", Fault.tooMany(1));
        talking.tap(kim, "einwilligung", "yes");
        kim.write("2");
        var part = talking.await(kim, "vorhandenes");
        assertThat(kim.last().buttons()).contains(part.expects().options().getLast().button());
        assertThat(Talking.said(kim))
                .filteredOn(text -> text.contains("Danke. Ihr könnt"))
                .hasSize(1);
    }

    @Test
    void thePageOfAGatewayAndABrokenConnectionLoseNothing() {
        var kim = talking.server.person("Kim");
        talking.server
                .faults()
                .nextTo(kim.chat(), "sendMessage", Fault.badGateway())
                .nextTo(kim.chat(), "sendMessage", Fault.droppedBefore());
        kim.start("vorpruefung");
        awaitRevision(kim, 1);
        assertThat(talking.server.faults().open()).isZero();
        assertThat(Talking.said(kim)).hasSize(1);
        assertThat(talking.server.calls().doubles()).isEmpty();
    }

    @Test
    void whereTheAnswerIsLostTheQuestionComesOnceMoreAndThatIsAll() {
        var kim = talking.server.person("Kim");
        talking.server.faults().nextTo(kim.chat(), "sendMessage", Fault.droppedAfter());
        kim.start("vorpruefung");
        awaitRevision(kim, 1);
        assertThat(Talking.said(kim)).hasSize(2);
        assertThat(talking.server.calls().doubles()).hasSize(1);
        kim.write("1");
        awaitRevision(kim, 2);
        assertThat(Talking.said(kim)).hasSize(3);
    }

    @Test
    void slowAnswersDelayOneChatAndNoOther() {
        var kim = talking.server.person("Kim");
        var lou = talking.server.person("Lou");
        talking.server
                .faults()
                .nextTo(kim.chat(), "sendMessage", Fault.delayed(Duration.ofSeconds(10)));
        kim.start("vorpruefung");
        lou.start("vorpruefung");
        lou.waitFor(seen -> seen.fromBot(), PATIENCE);
        assertThat(Talking.said(kim)).isEmpty();
        awaitRevision(kim, 1);
        assertThat(Talking.said(kim)).hasSize(1);
    }

    @Test
    void buttonsThatStandAlreadyAndMarksThatAreNotUnderstoodAreNoFailures() {
        var kim = talking.server.person("Kim");
        talking.server
                .faults()
                .nextTo(
                        kim.chat(),
                        "sendMessage",
                        Fault.badRequest("can't parse entities: Unsupported start tag"))
                .nextTo(
                        kim.chat(),
                        "editMessageReplyMarkup",
                        Fault.badRequest("message is not modified: the same"));
        kim.start("vorpruefung");
        var first = awaitRevision(kim, 1);
        var tries = sent(kim);
        assertThat(tries).hasSize(2);
        assertThat(tries.getFirst().parameter("parse_mode")).isEqualTo("HTML");
        assertThat(tries.getLast().parameter("parse_mode")).isEmpty();
        assertThat(kim.last().text()).doesNotContain("<b>", "&lt;");
        talking.tap(kim, first, talking.now(kim).expects().options().getFirst().id());
        awaitRevision(kim, 2);
        await(() -> talking.server.faults().open() == 0);
        talking.awaitQuiet();
        assertThat(talking.server.calls().count("editMessageReplyMarkup")).isEqualTo(1);
    }

    @Test
    void whoCannotBeReachedIsLeftAloneAndGoesOnLater() {
        var kim = atSecond("Kim");
        var step = talking.now(kim).expects().step().value();
        talking.server.faults().nextTo(kim.chat(), "sendMessage", Fault.blocked());
        kim.write("/warum");
        await(() -> talking.server.faults().open() == 0);
        talking.awaitQuiet();
        int tries = sent(kim).size();
        talking.restart();
        talking.awaitQuiet();
        assertThat(sent(kim)).hasSize(tries);
        assertThat(talking.now(kim).expects().step().value()).isEqualTo(step);
        kim.write("1");
        awaitRevision(kim, talking.now(kim).revision() + 1);
        assertThat(sent(kim).size()).isGreaterThan(tries);
    }

    @Test
    void allChatsTogetherAndEachAloneStayBelowTheirRates() throws IOException {
        atTheUsualPace();
        var people = new ArrayList<Person>();
        for (int i = 0; i < 60; i++) people.add(talking.server.person("Kim " + i));
        talking.server.inOneBatch(() -> people.forEach(one -> one.start("vorpruefung")));
        var kim = people.getFirst();
        for (int i = 0; i < 14; i++) kim.sendSticker();
        for (var one : people) one.waitFor(seen -> seen.fromBot(), PATIENCE.multipliedBy(2));
        await(() -> sent(kim).size() == 15);
        var calls = talking.server.calls();
        // a busy machine lets calls wait a little and then sends them together
        assertThat(calls.mostWithin(SECOND, Call::isLimited)).isLessThanOrEqualTo(45);
        assertThat(calls.mostWithin(Duration.ofSeconds(2), Call::isLimited)).isLessThan(70);
        assertThat(calls.mostWithin(Duration.ofSeconds(5), inChat(kim))).isLessThanOrEqualTo(12);
    }

    @Test
    void twentyQuickTapsBecomeFewEditsAndTheLastStateStands() throws IOException {
        atTheUsualPace();
        var kim = talking.agreed("Kim");
        talking.tap(kim, "_scope", "full");
        talking.await(kim, "vorhandenes");
        var multi = new Driver(talking, kim).upTo(view -> view.expects().type().equals("multi"));
        var labels = Labels.of(multi.expects().options().stream().map(o -> o.button()).toList());
        var question = kim.last();
        int before = talking.server.calls().count("editMessageReplyMarkup");
        var toggle = question.button(labels.getFirst()).orElseThrow().data();
        var other = question.button(labels.get(1)).orElseThrow().data();
        for (int i = 0; i < 19; i++) kim.tapData(question.id(), toggle);
        kim.tapData(question.id(), other);
        kim.waitForRest(PATIENCE);
        kim.waitFor(seen -> seen.buttons().contains("Fertig (2 gewählt)"), PATIENCE);
        assertThat(kim.last().buttons())
                .contains("✓ " + labels.getFirst(), "✓ " + labels.get(1))
                .doesNotContain("✓ " + labels.get(2));
        assertThat(talking.server.calls().count("editMessageReplyMarkup") - before).isLessThan(12);
        assertThat(talking.server.calls().mostWithin(Duration.ofSeconds(5), inChat(kim)))
                .isLessThanOrEqualTo(10);
    }

    @Test
    void whatFailedIsTriedAgainThenKeptAsideAndHoldsUpNobody() throws Exception {
        var kim = atSecond("Kim");
        var lou = atSecond("Lou");
        var conversation = talking.seat(kim).conversation();
        var whole = talking.served.spoil(conversation);
        kim.write("1");
        lou.write("1");
        await(() -> talking.now(lou).revision() == 3);
        talking.served.mend(conversation, whole);
        awaitRevision(kim, 3);
        assertThat(talking.bot().failures()).isZero();

        whole = talking.served.spoil(conversation);
        kim.write("1");
        await(() -> talking.bot().failures() == 1);
        kim.waitForAnswer(seen -> seen.fromBot(), PATIENCE);
        talking.served.mend(conversation, whole);
        kim.write("1");
        awaitRevision(kim, 4);
    }

    private static Predicate<Call> inChat(Person person) {
        return call -> call.isLimited() && call.chat().equals(String.valueOf(person.chat()));
    }

    /// Somebody who has answered the first question of the pre-screening by its number.
    private Person atSecond(String name) {
        var person = talking.server.person(name);
        person.start("vorpruefung");
        awaitRevision(person, 1);
        person.write("1");
        awaitRevision(person, 2);
        return person;
    }

    /// Waits for that turn, and until what it said is out; gives the step that is asked.
    private String awaitRevision(Person person, int revision) {
        await(() -> {
            var view = talking.view(person);
            return view != null && view.revision() == revision;
        });
        var step = talking.now(person).expects().step().value();
        return talking.await(person, step).expects().step().value();
    }

    /// Telegram counts; where it does not matter, nobody waits.
    private void atTheUsualPace() throws IOException {
        talking.close();
        talking = new Talking("", Pace.USUAL);
    }

    private void theUpdatesAreDealtWith() throws InterruptedException {
        talking.server.awaitConfirmed(PATIENCE);
        talking.awaitQuiet();
        assertThat(talking.bot().failures()).isZero();
    }

    private List<Call> sent(Person person) {
        return talking.server.calls().to(person.chat()).stream()
                .filter(call -> call.method().equals("sendMessage"))
                .toList();
    }

    private void call(String method) throws Exception {
        var place = URI.create(talking.server.address() + "/bot123456:secret/" + method);
        try (var client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(place).build(), BodyHandlers.discarding());
        }
    }

    private static void await(BooleanSupplier wanted) {
        var deadline = System.nanoTime() + PATIENCE.multipliedBy(2).toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("in vain");
            Talking.pause();
        }
    }
}
