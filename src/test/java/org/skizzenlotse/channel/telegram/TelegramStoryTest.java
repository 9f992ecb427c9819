// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skizzenlotse.channel.telegram.Talking.PATIENCE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skizzenlotse.channel.telegram.emulator.Person;
import org.skizzenlotse.channel.telegram.emulator.Upload;
import org.skizzenlotse.conversation.ComingBack;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.TurnRequest;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;

/// What a person in a private chat sees and does.
@Timeout(120)
class TelegramStoryTest {
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
    void startOffersTheDialogsAndATapBeginsOne() {
        var kim = talking.server.person("Kim");
        kim.start();
        var menu = kim.waitFor(seen -> seen.text().contains("Womit"), PATIENCE);
        assertThat(menu.buttons()).hasSize(3);
        kim.tap(menu.id(), "Eure Projektskizze");
        var consent = kim.waitFor(seen -> seen.text().contains("Dürfen wir"), PATIENCE);
        assertThat(consent.text()).contains("Telegram ist ein fremder Dienst");
        assertThat(consent.buttons()).contains("Lieber im Browser weiter");
        assertThat(kim.commands()).isNotEmpty();
    }

    @Test
    void aQuestionIsAnsweredByButtonNumberWordsOrSynonym() {
        var kim = talking.server.person("Kim");
        kim.start("vorpruefung");
        var first = asked(kim);
        var step = first.expects().step();
        kim.write("1");
        var second = next(kim, step);
        kim.write(second.expects().options().getLast().text());
        var third = next(kim, second.expects().step());
        talking.tap(kim, third.expects().step().value(), third.expects().options().getFirst().id());
        next(kim, third.expects().step());
    }

    @Test
    void beforeTheConsentNothingOfWhatIsWrittenIsKept() throws Exception {
        var kim = talking.server.person("Kim");
        kim.start("skizze");
        talking.await(kim, "einwilligung");
        kim.write("Kanarienvogel");
        kim.waitForAnswer(seen -> seen.fromBot(), PATIENCE);
        talking.awaitQuiet();
        assertThat(talking.served.everyOpened()).doesNotContain("Kanarienvogel");
        assertThat(talking.served.bytes()).doesNotContain("Kanarienvogel");
    }

    @Test
    void anOldButtonSaysThatTheQuestionIsAnsweredAndOffersToChangeIt() {
        var kim = talking.server.person("Kim");
        kim.start("vorpruefung");
        var first = asked(kim);
        var step = first.expects().step();
        var question = kim.last();
        var options = first.expects().options();
        var old =
                Button.of(
                        "x", new Tap.Choice(step, Marks.of(first.expects(), options.get(0).id())));
        kim.write("1");
        var second = next(kim, step);
        kim.tapData(question.id(), old.data());
        kim.waitForAnswer(seen -> seen.text().contains("schon"), PATIENCE);
        assertThat(talking.now(kim).expects().step()).isNotEqualTo(step);
        assertThat(second.expects().step()).isNotEqualTo(step);
    }

    @Test
    void aDoubleTapAnswersOnce() {
        var kim = talking.server.person("Kim");
        kim.start("vorpruefung");
        var first = asked(kim);
        var label = first.expects().options().getFirst().button();
        kim.tapTwice(kim.last().id(), Labels.of(List.of(label)).getFirst());
        var second = next(kim, first.expects().step());
        kim.waitForRest(PATIENCE);
        talking.awaitQuiet();
        assertThat(talking.now(kim).expects().step()).isEqualTo(second.expects().step());
        assertThat(talking.now(kim).revision()).isEqualTo(first.revision() + 1);
        assertThat(Talking.said(kim)).noneMatch(text -> text.contains("schon beantwortet"));
    }

    @Test
    void severalOptionsAreToggledAndTheChoiceIsRepeatedInWords() {
        var kim = full("Kim");
        var multi = upTo(kim, "multi");
        var labels = Labels.of(multi.expects().options().stream().map(o -> o.button()).toList());
        var question = kim.last();
        kim.tap(question.id(), labels.get(0));
        kim.waitFor(seen -> seen.buttons().contains("✓ " + labels.get(0)), PATIENCE);
        kim.tap(question.id(), labels.get(1));
        kim.waitFor(seen -> seen.buttons().contains("Fertig (2 gewählt)"), PATIENCE);
        kim.tap(question.id(), "✓ " + labels.get(0));
        kim.waitFor(seen -> seen.buttons().contains("Fertig (1 gewählt)"), PATIENCE);
        talking.restart();
        kim.tap(question.id(), "Fertig (1 gewählt)");
        next(kim, multi.expects().step());
        var chosen = multi.expects().options().get(1).text();
        kim.waitFor(seen -> seen.text().startsWith("Gewählt: " + chosen), PATIENCE);
    }

    @Test
    void threeQuickMessagesAreOneAnswerAndALateOneIsAddedToIt() {
        var kim = full("Kim");
        var text = upTo(kim, "long_text");
        var step = text.expects().step();
        kim.write("Erstens.");
        kim.write("Zweitens.");
        kim.write("Drittens.");
        var after = next(kim, step);
        assertThat(answer(kim, step)).isEqualTo("Erstens.\nZweitens.\nDrittens.");
        var question = kim.last();
        assertThat(question.buttons()).contains("Das gehörte noch zur vorigen Frage");
        kim.write("Und viertens.");
        kim.tap(question.id(), "Das gehörte noch zur vorigen Frage");
        talking.await(kim, after.expects().step().value());
        kim.waitForRest(PATIENCE);
        talking.awaitQuiet();
        assertThat(answer(kim, step)).endsWith("Drittens.\nUnd viertens.");
    }

    @Test
    void aTapOnGoOnEndsTheWaiting() {
        var kim = full("Kim");
        var text = upTo(kim, "long_text");
        assertThat(kim.last().buttons()).contains("Weiter");
        kim.tap(kim.last().id(), "Weiter");
        kim.waitForRest(PATIENCE);
        assertThat(kim.toasts().getLast().text()).contains("Schreibt zuerst");
        kim.write("Ganz.");
        kim.tap(kim.last().id(), "Weiter");
        next(kim, text.expects().step());
        assertThat(answer(kim, text.expects().step())).isEqualTo("Ganz.");
    }

    @Test
    void anEditedMessageChangesTheAnswerThatItGave() {
        var kim = full("Kim");
        var text = upTo(kim, "long_text");
        var message = kim.write("Alt.");
        next(kim, text.expects().step());
        kim.edit(message, "Neu.");
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answer(kim, text.expects().step()).equals("Neu.") && System.nanoTime() < deadline)
            Talking.pause();
        assertThat(answer(kim, text.expects().step())).isEqualTo("Neu.");
    }

    @Test
    void whatIsNoAnswerGetsAKindWordOfWhatIsNeeded() {
        var kim = full("Kim");
        var before = talking.now(kim).expects().step();
        kim.sendSticker();
        kim.waitForAnswer(seen -> seen.text().contains("Netter Sticker"), PATIENCE);
        kim.sendLocation();
        kim.waitForAnswer(seen -> seen.text().contains("Standort"), PATIENCE);
        kim.sendPoll();
        kim.waitForAnswer(seen -> seen.text().contains("Umfragen"), PATIENCE);
        kim.sendContact();
        kim.waitForAnswer(seen -> seen.text().contains("Kontakt"), PATIENCE);
        assertThat(talking.now(kim).expects().step()).isEqualTo(before);
    }

    @Test
    void filesOfAnAlbumAreAttachedTogetherAndSealed() throws Exception {
        var kim = full("Kim");
        upToFiles(kim);
        var step = talking.now(kim).expects().step();
        kim.album(
                Upload.of(
                        "Konzept.txt",
                        "Kanarie eins".getBytes(StandardCharsets.UTF_8),
                        "text/plain"),
                Upload.of("Zahlen.csv", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8), "text/csv"));
        next(kim, step);
        var files = talking.served.conversations().files().files(talking.seat(kim).token());
        assertThat(files).hasSize(2).allMatch(one -> one.ready() && one.attached());
        assertThat(files).extracting(one -> one.name()).contains("Konzept.txt", "Zahlen.csv");
        assertThat(talking.served.bytes()).doesNotContain("Kanarie eins");
    }

    @Test
    void aSpokenAnswerIsKeptAsAFileOfItsQuestionAndTheAnswerSaysSo() throws Exception {
        var kim = full("Kim");
        var step = upTo(kim, "long_text").expects().step();
        kim.sendVoice("OggS Kanarie".getBytes(StandardCharsets.UTF_8));
        kim.waitForAnswer(seen -> seen.text().contains("Ein Mensch hört sie sich an"), PATIENCE);
        talking.awaitQuiet();
        assertThat(talking.now(kim).expects().step()).isNotEqualTo(step);
        assertThat(answer(kim, step)).startsWith("Gesprochene Antwort: sprachnachricht-");
        var files = talking.served.conversations().files().files(talking.seat(kim).token());
        assertThat(files).hasSize(1).allMatch(one -> one.ready() && one.attached());
        assertThat(files.getFirst().about()).isEqualTo(step.value());
        assertThat(talking.served.bytes()).doesNotContain("OggS Kanarie");
    }

    @Test
    void whereAnOptionIsAskedForASpokenMessageGetsAKindWord() {
        var kim = full("Kim");
        kim.sendVoice("OggS".getBytes(StandardCharsets.UTF_8));
        kim.waitForAnswer(seen -> seen.text().contains("Sprachnachrichten gehen nur"), PATIENCE);
    }

    @Test
    void aFileThatIsTooBigForTelegramGetsALinkForTheBrowser() {
        var kim = full("Kim");
        upToFiles(kim);
        kim.sendDocument("Gross.pdf", new byte[(20 << 20) + 1], "application/pdf");
        var told = kim.waitForAnswer(seen -> seen.text().contains("größer als 20 MB"), PATIENCE);
        assertThat(told.keyboard().getFirst().getFirst().url())
                .startsWith("https://lotse.example/hochladen/");
    }

    @Test
    void commandsWorkInBothLanguagesAndWithTheNameOfTheBot() {
        var kim = full("Kim");
        kim.write("/warum");
        kim.waitForAnswer(seen -> seen.fromBot(), PATIENCE);
        kim.write("/pause@skizzenlotse_bot");
        talking.await(kim, "_paused");
        kim.write("/weiter");
        talking.awaitQuiet();
        kim.write("/loeschen");
        talking.await(kim, "_confirm");
        kim.write("nein");
        kim.waitForAnswer(seen -> seen.fromBot(), PATIENCE);
    }

    @Test
    void erasingSaysThatTelegramKeepsItsCopyAndNothingIsLeftHere() throws Exception {
        var kim = full("Kim");
        var text = upTo(kim, "long_text");
        kim.write("Kanarienvogel");
        next(kim, text.expects().step());
        kim.write("/loeschen");
        talking.tap(kim, "_confirm", "yes");
        kim.waitForAnswer(seen -> seen.text().contains("gelöscht"), PATIENCE);
        talking.awaitQuiet();
        assertThat(talking.view(kim)).isNull();
        assertThat(talking.served.bytes()).doesNotContain("Kanarienvogel");
        kim.write("Hallo?");
        kim.waitForAnswer(seen -> seen.text().contains("Womit"), PATIENCE);
    }

    @Test
    void fromTheBrowserByCodeAndBackAgainWithTheSameState() {
        var conversations = talking.served.conversations();
        var opened = conversations.open("vorpruefung", "de", "web");
        var step = opened.view().expects().step();
        var chose =
                new Input.Chose(
                        step, List.of(opened.view().expects().options().getFirst().id()), "");
        conversations.turn(opened.token(), new TurnRequest(chose, "web", "", ""));
        var code = web(opened.token(), Command.MOVE).once().code();

        var kim = talking.server.person("Kim");
        kim.write(code);
        kim.waitForAnswer(seen -> seen.text().contains("Zahl"), PATIENCE);
        var yes = new Input.Chose(new StepId("_arrival"), List.of("yes"), "");
        conversations.turn(opened.token(), new TurnRequest(yes, "web", "", ""));
        var here = asked(kim);
        assertThat(here.expects().step()).isNotEqualTo(step);

        var there = here.expects().step();
        kim.write("1");
        next(kim, there);
        assertThat(((Outcome.Done) conversations.view(opened.token())).view().expects().step())
                .isEqualTo(talking.now(kim).expects().step());

        kim.write("/umziehen");
        var told = kim.waitForAnswer(seen -> seen.text().contains("Umzugs-Code"), PATIENCE);
        var shown = told.text().replaceAll("(?s).*?([A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}).*", "$1");
        assertThat(conversations.comeBack(shown)).isInstanceOf(ComingBack.Waiting.class);
        talking.tap(kim, "_arrival", "yes");
    }

    @Test
    void whoBlocksTheBotIsLeftAloneAndGoesOnElsewhereOrLater() {
        var kim = full("Kim");
        var step = talking.now(kim).expects().step();
        kim.block();
        talking.awaitQuiet();
        int sent = Talking.said(kim).size();
        talking.restart();
        assertThat(Talking.said(kim)).hasSize(sent);
        kim.unblock();
        kim.start();
        kim.waitForAnswer(
                seen -> seen.buttons().stream().anyMatch(b -> b.startsWith("Weiter")), PATIENCE);
        assertThat(talking.now(kim).expects().step()).isEqualTo(step);
    }

    @Test
    void aGroupIsInvitedToWorkAlongAndNothingIsAnsweredThere() {
        var kim = talking.server.person("Kim");
        kim.start();
        kim.waitFor(seen -> seen.text().contains("Womit"), PATIENCE);
        var group = talking.server.group("Verein", kim);
        var inGroup = kim.in(group);
        inGroup.write("/start");
        inGroup.waitFor(seen -> seen.text().contains("nur zu zweit"), PATIENCE);
    }

    @Test
    void anotherDialogParksTheFirstOneAndStartLeadsBackToIt() {
        var kim = talking.server.person("Kim");
        kim.start("vorpruefung");
        var first = asked(kim);
        kim.write("1");
        var second = next(kim, first.expects().step());
        kim.start("sprechstunde");
        kim.waitFor(seen -> seen.text().contains("ist noch da"), PATIENCE);
        kim.start();
        var menu = kim.waitForAnswer(seen -> seen.text().contains("Womit"), PATIENCE);
        var back = menu.buttons().stream().filter(b -> b.contains("Vorprüfung")).findFirst();
        kim.tap(menu.id(), back.orElseThrow());
        talking.await(kim, second.expects().step().value());
    }

    /// Somebody in the full sketch, at its first question.
    private Person full(String name) {
        var person = talking.agreed(name);
        talking.tap(person, "_scope", "full");
        next(person, new StepId("_scope"));
        return person;
    }

    /// The question that is asked first.
    private View asked(Person person) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var view = talking.view(person);
            if (view != null) return talking.await(person, view.expects().step().value());
            Talking.pause();
        }
        throw new AssertionError("no conversation");
    }

    /// The question behind that one.
    private View next(Person person, StepId step) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var view = talking.view(person);
            if (view != null && !view.expects().step().equals(step))
                return talking.await(person, view.expects().step().value());
            Talking.pause();
        }
        throw new AssertionError("still at " + step);
    }

    /// Leaves questions open or answers them anyhow until one of this type is asked.
    private View upTo(Person person, String type) {
        var driver = new Driver(talking, person);
        return driver.upTo(view -> view.expects().type().equals(type));
    }

    private void upToFiles(Person person) {
        person.write("/dateien");
        talking.tap(person, "vorhandenes", "ja");
        new Driver(talking, person).awaitType("file");
    }

    private String answer(Person person, StepId step) {
        var found = talking.served.answer(talking.seat(person).token(), step.value());
        return found.orElse(null) instanceof Value.Text(var words) ? words : "";
    }

    private View web(String token, Command command) {
        var request = new TurnRequest(new Input.Commanded(command, ""), "web", "", "");
        return ((Outcome.Done) talking.served.conversations().turn(token, request)).view();
    }
}
