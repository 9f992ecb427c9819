// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.store.Erasures;
import org.skizzenlotse.store.OutboxStore;
import org.skizzenlotse.store.SubmissionStore;

class ConversationsTest extends OnRunning {
    private static final String CANARY = "Kanarienvogel-Grünspecht";
    private static final StepId PARTNER = new StepId("partner");

    @Test
    void whatWasAnsweredIsThereAfterANewStart() throws Exception {
        var token = running.begun();
        running.taps(token, "traeger", "firma");
        var view = running.says(token, "partner", "Initiative *Fußweg*");
        running.restart();
        var again = running.view(token);
        assertThat(again.expects()).isEqualTo(view.expects());
        assertThat(again.revision()).isEqualTo(view.revision());
        assertThat(again.messages()).endsWith(view.messages().getLast());
        assertThat(running.stored(token).conversation().answer(PARTNER).orElseThrow().value())
                .isEqualTo(new Value.Text("Initiative *Fußweg*"));
        assertThat(again.messages())
                .extracting(one -> one.message().kind() + " " + one.message().text())
                .contains("SAID Eine Firma", "SAID Initiative \\*Fußweg\\*");
    }

    @Test
    void theHistoryFoldsToTheStateAllAlong() {
        var token = running.answered("Initiative");
        running.commands(token, Command.CHANGE, "traeger");
        running.taps(token, "traeger", "verein");
        running.taps(token, "_impact", "take");
        running.commands(token, Command.UNDO, "");
        running.commands(token, Command.PAUSE, "");
        var stored = running.stored(token);
        assertThat(Happened.fold(stored.conversation().id(), running.history(token)))
                .isEqualTo(stored.conversation());
    }

    @Test
    void beforeTheConsentNothingThatWasSaidIsStored() {
        var token = running.open();
        running.says(token, "einwilligung", CANARY);
        running.takes(token, new Input.Said(null, CANARY + " zwei"));
        running.takes(token, new Input.Said(PARTNER, CANARY + " drei"));
        assertThat(running.stored(token).marks().consented()).isFalse();
        assertThat(running.everything(token)).doesNotContain(CANARY);
        assertThat(running.view(token).messages())
                .noneMatch(one -> one.message().kind() == Message.Kind.SAID);
        running.taps(token, "einwilligung", "yes");
        assertThat(running.stored(token).marks().consented()).isTrue();
        running.taps(token, "_scope", "full");
        running.taps(token, "traeger", "firma");
        running.says(token, "partner", CANARY);
        assertThat(running.everything(token)).contains(CANARY);
    }

    @Test
    void aRepeatedTurnGetsTheSameAnswerAndIsNotAppliedAgain() throws Exception {
        var token = running.begun();
        var input = new Input.Chose(new StepId("traeger"), List.of("firma"), "");
        var first = running.turn(token, input, "k1", "h1");
        running.says(token, "partner", "Initiative");
        running.restart();
        int revision = running.view(token).revision();
        assertThat(running.turn(token, input, "k1", "h1")).isEqualTo(first);
        assertThat(running.view(token).revision()).isEqualTo(revision);
        assertThat(running.turn(token, input, "k1", "h2")).isEqualTo(new Outcome.KeyReused());
        assertThat(running.turn(running.begun(), input, "k1", "h2"))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void ofManyWithTheSameKeyAtOnceOneIsApplied() throws Exception {
        var token = running.begun();
        int before = running.view(token).revision();
        var input = new Input.Chose(new StepId("traeger"), List.of("firma"), "");
        var outcomes = new ConcurrentLinkedQueue<Outcome>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 16; i++)
            threads.add(
                    Thread.startVirtualThread(
                            () -> outcomes.add(running.turn(token, input, "same", "h"))));
        for (var thread : threads) thread.join();
        assertThat(new HashSet<>(outcomes)).hasSize(1).allMatch(Outcome.Done.class::isInstance);
        assertThat(outcomes).hasSize(16);
        assertThat(running.view(token).revision()).isEqualTo(before + 1);
    }

    @Test
    void aLockedDatabaseIsUnavailableAndTheRepetitionIsTaken() throws Exception {
        var token = running.begun();
        var input = new Input.Chose(new StepId("traeger"), List.of("firma"), "");
        var file = running.data.resolve("skizzenlotse.db");
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var lock = other.createStatement()) {
            lock.execute("begin immediate");
            assertThat(running.turn(token, input, "k", "h")).isEqualTo(new Outcome.Unavailable());
            lock.execute("rollback");
        }
        assertThat(running.turn(token, input, "k", "h")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void afterErasingTheTokenIsGoneAndNoByteIsLeft() throws Exception {
        var token = running.answered(CANARY);
        var reference = running.taps(token, "_review", "submit").reference();
        assertThat(reference).startsWith("PR-");
        var id = running.id(token);
        running.commands(token, Command.ERASE, "");
        var view = running.taps(token, "_confirm", "yes");
        assertThat(view.lifecycle()).isInstanceOf(Lifecycle.Erased.class);
        assertThat(view.messages()).isNotEmpty();
        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Gone());
        assertThat(running.turn(token, new Input.Started(), "", "")).isEqualTo(new Outcome.Gone());
        assertThat(running.conversations.sketch(token)).isEmpty();
        assertThat(running.conversations.find(reference)).isEmpty();
        assertThat(running.database.keys().find(id)).isEmpty();
        assertThat(running.forgotten).containsExactly(reference);
        assertThat(filesWith(CANARY)).isEmpty();
        assertThat(filesWith(token)).isEmpty();
        assertThat(new SubmissionStore(running.database).find(id, 1)).isEmpty();
    }

    @Test
    void anEraseByCommandBesideARunningServiceIsSeenByIt() throws Exception {
        var token = running.answered(CANARY);
        try (var beside = new Running(folder)) {
            beside.conversations.erase(
                    beside.conversations.find(running.id(token).value()).orElseThrow());
        }
        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Gone());
        assertThat(running.conversations.messagesAfter(token, 0)).isEmpty();
    }

    @Test
    void anEraseThatWasStoppedIsFinished() throws Exception {
        var token = running.answered(CANARY);
        var reference = running.taps(token, "_review", "submit").reference();
        var id = running.id(token);
        running.database.keys().change(List.of(), List.of(id), running.now);
        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Gone());
        running.restart();
        running.conversations.finishErasing();
        assertThat(running.forgotten).containsExactly(reference);
        assertThat(running.conversations.find(id.value())).isEmpty();
        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Gone());
        assertThat(new Erasures(running.database).erasedReferences()).containsExactly(reference);
    }

    @Test
    void submittingStoresTheSketchAndRedactsWhatWasChanged() {
        var token = running.answered(CANARY);
        var late = new Input.Said(PARTNER, "Zweite Fassung");
        running.commands(token, Command.CHANGE, "partner");
        running.turn(token, late, "late", "h");
        assertThat(running.everything(token)).contains(CANARY);
        var view = running.taps(token, "_review", "submit");
        assertThat(view.lifecycle()).isEqualTo(new Lifecycle.Submitted(1));
        assertThat(running.everything(token)).doesNotContain(CANARY).contains("Zweite Fassung");
        var stored = running.stored(token);
        assertThat(running.history(token)).contains(new Happened.Redacted());
        assertThat(Happened.fold(stored.conversation().id(), running.history(token)))
                .isEqualTo(stored.conversation());
        var submission =
                new SubmissionStore(running.database)
                        .find(stored.conversation().id(), 1)
                        .orElseThrow();
        assertThat(submission.sketch()).contains("Zweite Fassung").doesNotContain(CANARY);
        assertThat(submission.reference()).isEqualTo(view.reference());
        var mails = new OutboxStore(running.database);
        assertThat(mails.lease(running.now, Duration.ofMinutes(1), "a", 9))
                .singleElement()
                .matches(mail -> mail.kind().equals("mail") && mail.revision() == 1);
        int revision = running.view(token).revision();
        var repeated = (Outcome.Done) running.turn(token, late, "late", "h");
        assertThat(repeated.view().lifecycle()).isEqualTo(new Lifecycle.Submitted(1));
        assertThat(running.view(token).revision()).isEqualTo(revision);
    }

    @Test
    void messagesThatRepeatAnswersAreWipedWithThem() {
        var token = running.begun();
        var input = new Input.Chose(new StepId("traeger"), List.of("firma"), CANARY);
        running.takes(token, input);
        running.says(token, "partner", "Initiative");
        running.taps(token, "ziele", "wissen");
        running.says(token, "stunden", "8");
        assertThat(running.everything(token)).contains(CANARY);
        running.commands(token, Command.CHANGE, "traeger");
        running.takes(token, new Input.Chose(new StepId("traeger"), List.of("firma"), "neu"));
        running.taps(token, "_review", "submit");
        assertThat(running.everything(token)).doesNotContain(CANARY);
        assertThat(running.view(token).messages())
                .anyMatch(one -> one.message().text().equals(Redactions.MARKER));
    }

    @Test
    void startingOverRedactsEverything() {
        var token = running.answered(CANARY);
        running.commands(token, Command.START_OVER, "");
        running.taps(token, "_confirm", "yes");
        assertThat(running.everything(token)).doesNotContain(CANARY).doesNotContain("firma");
        var stored = running.stored(token);
        assertThat(stored.conversation().answers()).isEmpty();
        assertThat(Happened.fold(stored.conversation().id(), running.history(token)))
                .isEqualTo(stored.conversation());
    }

    @Test
    void takingBackASubmittedSketchIsToldToStaff() {
        var token = running.answered("Initiative");
        var reference = running.taps(token, "_review", "submit").reference();
        running.commands(token, Command.RETRACT, "");
        running.taps(token, "_confirm", "yes");
        var errands =
                new OutboxStore(running.database).lease(running.now, Duration.ofMinutes(1), "a", 9);
        assertThat(errands)
                .extracting(one -> one.kind() + one.reference().orElse(""))
                .as("what was taken back is not sent any more")
                .containsExactly("withdrawn" + reference);
    }

    @Test
    void theMessagesOfATurnAreNudgedAndReadFromTheirNumber() throws Exception {
        var token = running.begun();
        int last = running.view(token).messages().getLast().number();
        var nudges = new AtomicInteger();
        try (var _ = running.conversations.listen(token, nudges::incrementAndGet)) {
            running.taps(token, "traeger", "firma");
        }
        running.says(token, "partner", "Initiative");
        assertThat(nudges).hasValue(1);
        var after = running.conversations.messagesAfter(token, last);
        assertThat(after.getFirst().number()).isEqualTo(last + 1);
        assertThat(after.getFirst().message().text()).isEqualTo("Eine Firma");
        assertThat(running.conversations.messagesAfter("nobody", 0)).isEmpty();
        assertThat(running.conversations.view("nobody")).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void anUnknownDialogCannotBeginAndAnUnknownVariantIsTheDialogsOwn() {
        assertThatThrownBy(() -> running.conversations.open("nix", "de", "web"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(running.conversations.open("probe", "tlh", "web").view().variant())
                .isEqualTo("de");
    }

    @Test
    void aVeryLongTalkIsReadInPieces() {
        var token = running.answered("Kim");
        var step = new StepId("partner");
        var flood = new Input.Said(step, "x".repeat(60_000));
        for (int i = 0; i < 300; i++) running.takes(token, flood);

        var view = running.view(token);
        assertThat(view.messages()).hasSize(Conversations.MESSAGES_MAX);
        assertThat(view.messages())
                .allMatch(one -> one.message().text().length() < 2 * Saying.WORDS_MAX);
        var read = new ArrayList<Integer>();
        while (true) {
            int after = read.isEmpty() ? 0 : read.getLast();
            var some = running.conversations.messagesAfter(token, after);
            if (some.isEmpty()) break;
            assertThat(some).hasSizeLessThanOrEqualTo(Conversations.MESSAGES_MAX);
            some.forEach(one -> read.add(one.number()));
        }
        assertThat(read).doesNotHaveDuplicates().isSorted();
        assertThat(read).endsWith(view.messages().getLast().number()).startsWith(1, 2, 3);
    }

    @Test
    void sixtyFourConversationsAtOnceAllComeToTheirEnd() throws Exception {
        var references = new ConcurrentHashMap<String, String>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 64; i++) {
            var name = "Initiative " + i;
            threads.add(
                    Thread.startVirtualThread(() -> {
                        var token = running.answered(name);
                        running.taps(token, "_review", "submit");
                        references.put(token, name);
                    }));
        }
        for (var thread : threads) thread.join();
        assertThat(references).hasSize(64);
        for (Map.Entry<String, String> one : references.entrySet()) {
            var stored = running.stored(one.getKey());
            assertThat(stored.conversation().answer(PARTNER).orElseThrow().value())
                    .isEqualTo(new Value.Text(one.getValue()));
            assertThat(Happened.fold(stored.conversation().id(), running.history(one.getKey())))
                    .isEqualTo(stored.conversation());
        }
    }

    private List<Path> filesWith(String words) throws IOException {
        var wanted = new String(words.getBytes(UTF_8), ISO_8859_1);
        try (var files = Files.walk(running.data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(wanted))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
