// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.form.Recipient;

/// What every database must hold.
abstract class StoreContract {
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final StepId STEP = new StepId("problem");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final OutboxStore.Failure FAILED =
            new OutboxStore.Failure("dropped", List.of("a@example.org"));
    private static final Written<Boolean> DONE = new Written.Done<>(true);

    @TempDir Path folder;
    Database database;
    Turns turns;
    Erasures erasures;

    abstract Database open(Path folder, InstantSource clock) throws Exception;

    @BeforeEach
    void open() throws Exception {
        database = open(folder, InstantSource.fixed(NOW));
        turns = new Turns(database);
        erasures = new Erasures(database);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void whatWasWrittenIsFoundAfterANewStart() throws Exception {
        var begun = begin("t1");
        var change = said(begun, "Niemand zählt die Fußwege", request("k1", "h1"));
        assertThat(turns.save(change)).isEqualTo(DONE);
        close();
        open();
        var known = known("t1", "k1");
        assertThat(known.stored().conversation()).isEqualTo(change.after());
        assertThat(known.stored().revision()).isEqualTo(2);
        assertThat(known.stored().marks()).isEqualTo(change.marks());
        assertThat(turns.history(known.stored(), 9)).hasSize(2).endsWith(change.happened().get(0));
        assertThat(turns.messages(known.stored(), 0, 9))
                .extracting(Turns.Said::message)
                .containsExactly(notice("Willkommen"), change.messages().get(0));
        var remembered = known.remembered().orElseThrow();
        assertThat(remembered.replay()).contains(new Found.Replay(2, 2, 2));
        assertThat(turns.isSame(change.after().id(), "h1", remembered)).isTrue();
        assertThat(turns.isSame(change.after().id(), "h2", remembered)).isFalse();
    }

    @Test
    void anUnknownTokenIsUnknown() {
        begin("t1");
        assertThat(turns.find("t2", "", NOW)).isEqualTo(new Found.Unknown());
        assertThat(turns.find(new ConversationId("nobody"))).isEqualTo(new Found.Unknown());
        assertThat(known("t1", "never used").remembered()).isEmpty();
    }

    @Test
    void ofTwoTurnsOnTheSameStateOneIsAConflict() {
        var begun = begin("t1");
        assertThat(turns.save(said(begun, "A", Change.Rows.NONE))).isEqualTo(DONE);
        assertThat(turns.save(said(begun, "B", Change.Rows.NONE)))
                .isEqualTo(new Written.Conflict<>());
        assertThat(turns.history(known("t1", "").stored(), 9)).hasSize(2);
    }

    @Test
    void aReferenceBelongsToOneConversation() {
        assertThat(turns.save(submitted(begin("t1"), "SK-1"))).isEqualTo(DONE);
        var second = begin("t2");
        assertThat(turns.save(submitted(second, "SK-1"))).isEqualTo(new Written.Conflict<>());
        assertThat(known("t2", "").stored().revision()).isEqualTo(1);
        assertThat(turns.save(submitted(second, "SK-2"))).isEqualTo(DONE);
        assertThat(turns.find("SK-2")).contains(second.conversation().id());
        assertThat(turns.find(second.conversation().id().value())).isPresent();
        assertThat(turns.find("SK-3")).isEmpty();
    }

    @Test
    void aSubmissionComesBackAndItsMailIsSentOnce() {
        var id = begin("t1").conversation().id();
        turns.save(submitted(known("t1", "").stored(), "SK-1"));
        var submissions = new SubmissionStore(database);
        assertThat(submissions.find(id, 1).orElseThrow().sketch()).isEqualTo("{\"sketch\":1}");
        assertThat(submissions.find(id, 2)).isEmpty();
        var outbox = new OutboxStore(database);
        var mail = outbox.lease(NOW, LEASE, "a", 10).getFirst();
        assertThat(mail.kind()).isEqualTo("mail");
        assertThat(mail.attempts()).isEqualTo(1);
        assertThat(outbox.lease(NOW, LEASE, "b", 10)).isEmpty();
        assertThat(outbox.later(mail, NOW.plusSeconds(10), FAILED)).isEqualTo(DONE);
        assertThat(outbox.lease(NOW, LEASE, "b", 10)).isEmpty();
        var again = outbox.lease(NOW.plusSeconds(10), LEASE, "b", 10).getFirst();
        assertThat(again.attempts()).isEqualTo(2);
        assertThat(outbox.sent(again, NOW)).isEqualTo(DONE);
        assertThat(outbox.lease(NOW.plusSeconds(999), LEASE, "b", 10)).isEmpty();
    }

    @Test
    void aLeaseThatRanOutIsTakenByAnotherAndGivingUpIsCounted() {
        turns.save(submitted(begin("t1"), "SK-1"));
        var outbox = new OutboxStore(database);
        assertThat(outbox.lease(NOW, LEASE, "a", 10)).hasSize(1);
        var later = NOW.plus(LEASE).plusSeconds(1);
        var taken = outbox.lease(later, LEASE, "b", 10).getFirst();
        assertThat(outbox.giveUp(taken, later, FAILED)).isEqualTo(DONE);
        assertThat(new BacklogStore(database).look(later, LEASE).givenUp()).isEqualTo(1);
        assertThat(outbox.lease(later.plus(LEASE).plusSeconds(1), LEASE, "c", 9)).isEmpty();
    }

    @Test
    void whoHasLostTheLeaseChangesNothingAndWhoWasReachedIsRemembered() {
        turns.save(submitted(begin("t1"), "SK-1"));
        var outbox = new OutboxStore(database);
        var first = outbox.lease(NOW, LEASE, "a", 10).getFirst();
        var later = NOW.plus(LEASE).plusSeconds(1);
        var second = outbox.lease(later, LEASE, "b", 10).getFirst();
        assertThat(outbox.later(first, later, FAILED)).isEqualTo(new Written.Done<>(false));
        assertThat(outbox.giveUp(first, later, FAILED)).isEqualTo(new Written.Done<>(false));
        assertThat(outbox.isReached(second, "a@example.org")).isFalse();
        assertThat(outbox.later(second, later, FAILED)).isEqualTo(DONE);
        var third = outbox.lease(later, LEASE, "c", 10).getFirst();
        assertThat(outbox.isReached(third, "a@example.org")).isTrue();
        assertThat(outbox.isReached(third, "b@example.org")).isFalse();
        assertThat(third.reached()).noneMatch(mark -> mark.contains("example"));
    }

    @Test
    void whatHasNotLeftIsCountedUntilSomebodySeesToIt() {
        turns.save(submitted(begin("t1"), "SK-1"));
        turns.save(submitted(begin("t2"), "SK-2"));
        var outbox = new OutboxStore(database);
        var backlog = new BacklogStore(database);
        assertThat(backlog.look(NOW.plus(LEASE), LEASE))
                .isEqualTo(new BacklogStore.Backlog(2, Optional.of(NOW), 0, 0));
        var after = NOW.plus(LEASE).plusMillis(1);
        assertThat(backlog.look(after, LEASE).late()).isEqualTo(2);
        var mails = outbox.lease(NOW, LEASE, "a", 10);
        outbox.sent(mails.getFirst(), NOW);
        outbox.giveUp(mails.getLast(), NOW, FAILED);
        assertThat(backlog.look(after, LEASE))
                .isEqualTo(new BacklogStore.Backlog(0, Optional.empty(), 0, 1));
        assertThat(backlog.unsent(10))
                .singleElement()
                .satisfies(one -> assertThat(one.why()).isEqualTo("dropped"))
                .satisfies(one -> assertThat(one.givenUp()).isTrue());
        assertThat(backlog.again(NOW)).isEqualTo(new Written.Done<>(1));
        var again = outbox.lease(NOW, LEASE, "b", 10).getFirst();
        assertThat(again.attempts()).isEqualTo(1);
        outbox.giveUp(again, NOW, FAILED);
        assertThat(backlog.handled(NOW)).isEqualTo(new Written.Done<>(1));
        assertThat(backlog.look(after, LEASE).needsCare()).isFalse();
        assertThat(backlog.unsent(10)).isEmpty();
        assertThat(backlog.again(NOW)).isEqualTo(new Written.Done<>(0));
    }

    @Test
    void toWhomAMailGoesIsSealedAndGoesWithTheConversation() {
        var to = new Recipient("geheim@example.org", "de", "SK-1");
        var errand = new Change.Errand("o9", "confirm", 1, Optional.empty(), Optional.of(to));
        var id = begin("t1").conversation().id();
        turns.save(said(known("t1", "").stored(), "A", errand(errand)));
        var outbox = new OutboxStore(database);
        var leased = outbox.lease(NOW, LEASE, "a", 10).getFirst();
        assertThat(outbox.recipient(leased)).contains(to);
        var sealed = new String(leased.recipient().orElseThrow().bytes(), UTF_8);
        assertThat(sealed).doesNotContain("geheim");
        erasures.erase(id, NOW);
        assertThat(outbox.recipient(leased)).isEmpty();
        assertThat(outbox.later(leased, NOW, FAILED)).isEqualTo(new Written.Done<>(false));
        assertThat(outbox.lease(NOW, LEASE, "b", 10)).isEmpty();
    }

    @Test
    void whatWaitsIsNotSentOnceItWasTakenBack() {
        turns.save(submitted(begin("t1"), "SK-1"));
        var withdrawn = new Change.Errand("o2", "withdrawn", 1, Optional.of("SK-1"));
        turns.save(said(known("t1", "").stored(), "zurück", errand(withdrawn)));
        assertThat(new OutboxStore(database).lease(NOW, LEASE, "b", 10))
                .extracting(OutboxStore.Leased::kind)
                .containsExactly("withdrawn");
    }

    @Test
    void aMailThatIsOnItsWayIsNotTriedAgainOnceItWasTakenBack() {
        turns.save(submitted(begin("t1"), "SK-1"));
        var outbox = new OutboxStore(database);
        var mail = outbox.lease(NOW, LEASE, "a", 10).getFirst();
        var withdrawn = new Change.Errand("o2", "withdrawn", 1, Optional.of("SK-1"));
        turns.save(said(known("t1", "").stored(), "zurück", errand(withdrawn)));
        assertThat(outbox.later(mail, NOW, FAILED)).isEqualTo(new Written.Done<>(false));
        assertThat(outbox.lease(NOW.plus(LEASE).plus(LEASE), LEASE, "b", 10))
                .extracting(OutboxStore.Leased::kind)
                .containsExactly("withdrawn");
    }

    @Test
    void aMailSentDuringAnEraseIsToldToGoAndATakingBackIsStillTold() {
        var id = begin("t1").conversation().id();
        turns.save(submitted(known("t1", "").stored(), "SK-1"));
        var outbox = new OutboxStore(database);
        var mail = outbox.lease(NOW, LEASE, "a", 10).getFirst();
        var withdrawn = new Change.Errand("o2", "withdrawn", 1, Optional.of("SK-1"));
        turns.save(said(known("t1", "").stored(), "zurück", errand(withdrawn)));
        assertThat(erasures.erase(id, NOW)).isInstanceOf(Written.Done.class);
        assertThat(outbox.sent(mail, NOW)).isEqualTo(new Written.Done<>(false));
        var left = outbox.lease(NOW, LEASE, "b", 10);
        assertThat(left).extracting(OutboxStore.Leased::kind).containsExactly("withdrawn");
        assertThat(left.getFirst().reference()).contains("SK-1");
        assertThat(new SubmissionStore(database).find(id, 1)).isEmpty();
    }

    @Test
    void aWakeUpIsLeasedReplacedAndAnsweredOnce() {
        var wakeUps = new WakeUpStore(database);
        var begun = begin("t1");
        var id = begun.conversation().id();
        turns.save(said(begun, "A", wakeUp(NOW)));
        var due = new WakeUpStore.Due(id, "remind");
        assertThat(wakeUps.lease(NOW.minusSeconds(1), LEASE, "a", 10)).isEmpty();
        assertThat(wakeUps.lease(NOW, LEASE, "a", 10)).containsExactly(due);
        assertThat(wakeUps.lease(NOW, LEASE, "b", 10)).isEmpty();
        assertThat(wakeUps.isLeased(due, "a")).isTrue();
        var before = known("t1", "").stored();
        assertThat(turns.save(answered(before, "b"))).isEqualTo(new Written.Conflict<>());
        assertThat(turns.save(answered(before, "a"))).isEqualTo(DONE);
        assertThat(wakeUps.due(id, "remind")).isEmpty();
        turns.save(said(known("t1", "").stored(), "B", wakeUp(NOW)));
        wakeUps.lease(NOW, LEASE, "a", 10);
        turns.save(said(known("t1", "").stored(), "C", wakeUp(NOW.plusSeconds(5))));
        assertThat(wakeUps.isLeased(due, "a")).isFalse();
        assertThat(wakeUps.due(id, "remind")).contains(NOW.plusSeconds(5));
    }

    @Test
    void redactionReplacesWhatStoodThereAndKeepsTheNumbers() {
        turns.save(said(begin("t1"), "falsch", request("k1", "h1")));
        var before = known("t1", "").stored();
        var marker = new Message(Message.Kind.SAID, "…", false, STEP);
        var redaction = new Change.Redaction(Set.of(2), Map.of(2, marker), true);
        turns.save(said(before, "richtig", redacting(redaction)));
        var after = known("t1", "k1");
        assertThat(turns.history(after.stored(), 9))
                .hasSize(3)
                .element(1)
                .isEqualTo(new Happened.Redacted());
        assertThat(
                        Happened.fold(
                                after.stored().conversation().id(),
                                turns.history(after.stored(), 9)))
                .isEqualTo(after.stored().conversation());
        assertThat(turns.messages(after.stored(), 1, 2).getFirst().message()).isEqualTo(marker);
        assertThat(after.remembered().orElseThrow().replay()).isEmpty();
    }

    @Test
    void onlyAThousandIdempotencyKeysAreKept() {
        var stored = begin("t1");
        for (int i = 0; i < IdempotencyStore.KEPT_MAX + 5; i++) {
            turns.save(said(stored, "A", request("k" + i, "h")));
            stored = known("t1", "").stored();
        }
        assertThat(known("t1", "k4").remembered()).isEmpty();
        assertThat(known("t1", "k5").remembered()).isPresent();
    }

    @Test
    void anErasedConversationIsGoneAndLeavesItsTombstone() {
        var id = begin("t1").conversation().id();
        turns.save(submitted(known("t1", "").stored(), "SK-1"));
        assertThat(erasures.erase(id, NOW))
                .isEqualTo(new Written.Done<>(new Erasures.Erased(id, List.of("SK-1"))));
        assertThat(turns.find("t1", "", NOW)).isEqualTo(new Found.Gone());
        assertThat(turns.find(id)).isEqualTo(new Found.Gone());
        assertThat(turns.find("SK-1")).isEmpty();
        assertThat(erasures.erasedReferences()).containsExactly("SK-1");
        assertThat(erasures.erase(id, NOW)).isInstanceOf(Written.Done.class);
    }

    @Test
    void anEraseThatStoppedAfterTheKeyIsFinished() throws Exception {
        var id = begin("t1").conversation().id();
        begin("t2");
        turns.save(submitted(known("t1", "").stored(), "SK-1"));
        database.keys().change(List.of(), List.of(id), NOW);
        assertThat(turns.find("t1", "", NOW)).isEqualTo(new Found.Gone());
        assertThat(new SubmissionStore(database).find(id, 1)).isEmpty();
        close();
        open();
        assertThat(erasures.finish(NOW)).containsExactly(new Erasures.Erased(id, List.of("SK-1")));
        assertThat(erasures.finish(NOW)).isEmpty();
        assertThat(turns.find("t1", "", NOW)).isEqualTo(new Found.Gone());
        assertThat(turns.find("t2", "", NOW)).isInstanceOf(Found.Known.class);
    }

    @Test
    void aKeyWithoutAConversationIsSweptAfterAnHour() throws Exception {
        var unused = new ConversationId("unused");
        database.keys().change(List.of(turns.freshKey(unused)), List.of(), NOW);
        var used = begin("t1").conversation().id();
        erasures.finish(NOW.plus(Erasures.UNUSED_MAX));
        assertThat(database.keys().find(unused)).isPresent();
        erasures.finish(NOW.plus(Erasures.UNUSED_MAX).plusSeconds(1));
        assertThat(database.keys().find(unused)).isEmpty();
        assertThat(database.keys().find(used)).isPresent();
    }

    @Test
    void aBeginningThatIsNotWrittenLeavesNoRow() {
        begin("t1");
        var change = beginning(new ConversationId("c2"));
        assertThat(turns.begin(change, "t1")).isEqualTo(new Written.Conflict<>());
        assertThat(turns.find(change.after().id())).isEqualTo(new Found.Unknown());
    }

    @Test
    void sixtyFourConversationsAtOnceLoseNothing() throws Exception {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 64; i++) {
            var token = "t" + i;
            begin(token);
            threads.add(Thread.startVirtualThread(() -> tenTurns(token)));
        }
        for (var thread : threads) thread.join();
        for (int i = 0; i < 64; i++) {
            var stored = known("t" + i, "").stored();
            assertThat(stored.revision()).isEqualTo(11);
            assertThat(Happened.fold(stored.conversation().id(), turns.history(stored, 99)))
                    .isEqualTo(stored.conversation());
        }
    }

    @Test
    void aDialogIsPublishedOnceForEachHash() {
        var dialogs = new DialogStore(database);
        var first = new DialogStore.Version("h1", "skizze", "{}", "proven");
        var second = new DialogStore.Version("h2", "skizze", "{\"a\":1}", "proven");
        assertThat(dialogs.publish(first, NOW)).isEqualTo(DONE);
        assertThat(dialogs.publish(first, NOW)).isEqualTo(new Written.Done<>(false));
        assertThat(dialogs.publish(second, NOW)).isEqualTo(DONE);
        assertThat(dialogs.published()).containsExactly(Map.entry("skizze", "h2"));
        assertThat(dialogs.find("h1")).contains(first);
        assertThat(dialogs.hashes()).containsExactlyInAnyOrder("h1", "h2");
    }

    private void tenTurns(String token) {
        IntStream.range(0, 10)
                .forEach(i ->
                        turns.save(said(known(token, "").stored(), "A" + i, Change.Rows.NONE)));
    }

    Found.Known known(String token, String key) {
        return (Found.Known) turns.find(token, key, NOW);
    }

    Stored begin(String token) {
        var change = beginning(new ConversationId("c-" + token));
        assertThat(turns.begin(change, token)).isEqualTo(DONE);
        return known(token, "").stored();
    }

    Change beginning(ConversationId id) {
        var began = new Happened.Began("skizze", "h1", "de", NOW);
        var conversation = Conversation.begun(id, began);
        var marks = new Stored.Marks("web", true, NOW, NOW);
        return new Change(
                Stored.none(conversation, marks, turns.freshKey(id)),
                conversation,
                marks,
                NOW,
                List.of(began),
                List.of(notice("Willkommen")),
                Change.Rows.NONE);
    }

    static Change said(Stored before, String words, Change.Rows rows) {
        var from = new Answer.Provenance("w", "de", "web", "h1", NOW, "applicant");
        var fact = new Happened.Answered(STEP, Answer.of(new Value.Text(words), from));
        return new Change(
                before,
                before.conversation().after(fact),
                new Stored.Marks("terminal", true, NOW, NOW.plusSeconds(1)),
                NOW,
                List.of(fact),
                List.of(new Message(Message.Kind.SAID, words, true, STEP)),
                rows);
    }

    static Change submitted(Stored before, String reference) {
        var fact = new Happened.Went(new Lifecycle.Submitted(1), reference);
        var errand = new Change.Errand("o-" + reference, "mail", 1, Optional.empty());
        var submission = new Change.Submission(1, reference, "skizze-1", "{\"sketch\":1}");
        return new Change(
                before,
                before.conversation().after(fact),
                before.marks(),
                NOW,
                List.of(fact),
                List.of(),
                new Change.Rows(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(errand),
                        Optional.of(submission),
                        Change.Redaction.NONE));
    }

    private static Change answered(Stored before, String owner) {
        var answered = new Change.WakeUp("remind", NOW, owner);
        var none = Change.Rows.NONE;
        var rows =
                new Change.Rows(
                        Optional.empty(),
                        Optional.of(answered),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        none.redaction());
        return said(before, "wach", rows);
    }

    static Change.Rows request(String key, String hash) {
        return rows(Optional.of(new Change.Request(key, hash)), List.of(), List.of());
    }

    private static Change.Rows wakeUp(Instant at) {
        return rows(Optional.empty(), List.of(new Change.WakeUp("remind", at, "")), List.of());
    }

    private static Change.Rows errand(Change.Errand errand) {
        return rows(Optional.empty(), List.of(), List.of(errand));
    }

    private static Change.Rows rows(
            Optional<Change.Request> request,
            List<Change.WakeUp> wakeUps,
            List<Change.Errand> errands) {
        return new Change.Rows(
                request,
                Optional.empty(),
                wakeUps,
                errands,
                Optional.empty(),
                Change.Redaction.NONE);
    }

    private static Change.Rows redacting(Change.Redaction redaction) {
        return new Change.Rows(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                redaction);
    }

    static Message notice(String text) {
        return new Message(Message.Kind.NOTICE, text, false, null);
    }
}
