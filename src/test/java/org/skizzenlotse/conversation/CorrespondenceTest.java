// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.chat.InboxKeys;
import org.skizzenlotse.store.chat.PostStore.Post;
import org.skizzenlotse.store.chat.ReceivedStore;
import org.skizzenlotse.store.chat.ReceivedStore.Raw;

class CorrespondenceTest {
    private static final String CHANNEL = "messenger";
    private static final Address PHONE = new Address(CHANNEL, "chat-4711");

    @TempDir Path folder;

    private Running running;
    private Postbox postbox;
    private int number;

    @BeforeEach
    void begin() throws IOException {
        running = new Running(folder);
        postbox = running.conversations.postbox(CHANNEL);
    }

    @AfterEach
    void end() throws Exception {
        postbox.close();
        running.close();
    }

    @Test
    void anUpdateIsTakenOnceHoweverOftenItComesIn() {
        var seat = begun();
        var heard = comesIn("hello");
        assertThat(taps(seat, "einwilligung", "yes", heard)).isInstanceOf(Outcome.Done.class);
        int revision = revision(seat);
        postbox.receive(List.of(raw("" + number, "hello")));

        assertThat(postbox.pending()).isEmpty();
        assertThat(taps(seat, "_scope", "full", heard)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(revision(seat)).isEqualTo(revision);
    }

    @Test
    void whatCameInLiesSealedUntilItIsDealtWithAndNotAfterwards() throws IOException {
        var seat = begun();
        var heard = comesIn("kanarienvogel");
        assertThat(postbox.pending()).hasSize(1);
        assertThat(postbox.pending().getFirst().payload()).contains("kanarienvogel");
        assertThat(bytes()).doesNotContain("kanarienvogel").doesNotContain("chat-4711");
        taps(seat, "einwilligung", "yes", heard);
        assertThat(postbox.pending()).isEmpty();
        running.restart();
        assertThat(running.conversations.correspondence().seat(PHONE)).isPresent();
    }

    @Test
    void whatATurnSaysWaitsForThePlaceOfItsPerson() {
        var seat = begun();
        taps(seat, "einwilligung", "yes", comesIn("1"));
        var posts = postbox.posts();
        assertThat(posts).hasSize(2);
        assertThat(said(posts.getFirst())).isNotEmpty();
        var last = postbox.letter(posts.getLast()).orElseThrow();
        assertThat(last.view().expects().step()).isEqualTo(new StepId("_scope"));
        assertThat(last.seat().address()).isEqualTo(PHONE);

        posts.forEach(postbox::done);
        assertThat(postbox.posts()).isEmpty();
    }

    @Test
    void whatIsSaidInTheBrowserDoesNotGoToTheMessenger() {
        var seat = begun();
        postbox.posts().forEach(postbox::done);
        running.taps(seat.token(), "einwilligung", "yes");
        assertThat(postbox.posts()).isEmpty();
    }

    @Test
    void aReminderGoesWhereThePersonWasLast() {
        var seat = begun();
        taps(seat, "einwilligung", "yes", comesIn("1"));
        taps(seat, "_scope", "full", comesIn("2"));
        postbox.posts().forEach(postbox::done);
        running.waits(Duration.ofDays(4));
        try (var wakeUps =
                WakeUps.start(running.conversations, running.database, running.clock())) {
            wakeUps.runDue();
        }
        var posts = postbox.posts();
        assertThat(posts).hasSize(1);
        assertThat(said(posts.getFirst())).contains(Message.Kind.REMINDER);
    }

    @Test
    void whoCannotBeReachedIsSentNothingUntilTheyAreBack() {
        var seat = begun();
        postbox.gone(PHONE, true);
        assertThat(postbox.posts()).isEmpty();
        taps(seat, "einwilligung", "yes", comesIn("1"));
        assertThat(postbox.posts()).isEmpty();

        postbox.gone(PHONE, false);
        taps(seat, "_scope", "full", comesIn("2"));
        assertThat(postbox.posts()).hasSize(1);
    }

    @Test
    void anotherDialogParksTheFirstOneAndOneGoesBackToIt() {
        var first = begun();
        var second = begun();
        var correspondence = running.conversations.correspondence();
        assertThat(correspondence.seat(PHONE).orElseThrow().conversation())
                .isEqualTo(second.conversation());
        assertThat(correspondence.parked(PHONE))
                .extracting(Correspondence.Seat::conversation)
                .containsExactly(first.conversation());

        postbox.posts().forEach(postbox::done);
        assertThat(correspondence.goBack(first, comesIn("back"))).isTrue();
        assertThat(correspondence.seat(PHONE).orElseThrow().conversation())
                .isEqualTo(first.conversation());
        var asked =
                postbox.posts().stream()
                        .filter(one -> one.conversation().equals(first.conversation()))
                        .reduce((_, last) -> last)
                        .orElseThrow();
        assertThat(said(asked)).isEmpty();
        assertThat(postbox.letter(asked).orElseThrow().view().expects().step())
                .isEqualTo(new StepId("einwilligung"));
    }

    @Test
    void byTheKeyFromTheBrowserItGoesOnInTheMessengerAndByThatOfTheMessengerInTheBrowser() {
        var token = running.begun();
        var key = running.commands(token, Command.KEY, "").key();
        var correspondence = running.conversations.correspondence();
        var here = correspondence.comeBack(PHONE, key, comesIn(key));
        assertThat(here).isInstanceOf(ComingBack.Here.class);
        var seat = correspondence.seat(PHONE).orElseThrow();
        assertThat(view(seat).expects().step()).isEqualTo(new StepId("traeger"));
        assertThat(postbox.posts()).hasSize(1);
        postbox.posts().forEach(postbox::done);

        taps(seat, "traeger", "firma", comesIn("firma"));
        assertThat(running.view(token).expects().step()).isEqualTo(new StepId("partner"));
        correspondence.turn(seat, new Input.Commanded(Command.KEY, ""), comesIn("key"));
        var told = postbox.letter(postbox.posts().getLast()).orElseThrow().view();
        assertThat(told.key()).isNotEmpty();
        assertThat(told.messages().getFirst().message().text()).contains(told.key());
        assertThat(running.conversations.comeBack(told.key())).isInstanceOf(ComingBack.Here.class);
    }

    @Test
    void whoShowsUpWithAMovingCodeWaitsUntilTheOtherDeviceSaysYes() throws IOException {
        var token = running.begun();
        var code = running.commands(token, Command.MOVE, "").once().code();
        var correspondence = running.conversations.correspondence();
        var waiting = correspondence.comeBack(PHONE, code, comesIn(code));
        assertThat(waiting).isInstanceOf(ComingBack.Waiting.class);
        assertThat(correspondence.seat(PHONE)).isEmpty();
        assertThat(postbox.admitted()).isEmpty();

        running.restart();
        postbox = running.conversations.postbox(CHANNEL);
        running.taps(token, "_arrival", "yes");
        assertThat(postbox.admitted()).containsExactly(new Postbox.Admitted(PHONE, true));
        assertThat(postbox.admitted()).isEmpty();
        var seat = running.conversations.correspondence().seat(PHONE).orElseThrow();
        assertThat(view(seat).expects().step()).isEqualTo(new StepId("traeger"));
    }

    @Test
    void whoIsNotLetInHearsThatAndIsForgotten() {
        var token = running.begun();
        var code = running.commands(token, Command.MOVE, "").once().code();
        running.conversations.correspondence().comeBack(PHONE, code, comesIn(code));
        running.taps(token, "_arrival", "no");
        assertThat(postbox.admitted()).containsExactly(new Postbox.Admitted(PHONE, false));
        assertThat(postbox.admitted()).isEmpty();
    }

    @Test
    void whatIsPickedIsKeptSealedOnlyWithConsent() throws IOException {
        var seat = begun();
        var correspondence = running.conversations.correspondence();
        var step = new StepId("ziele");
        assertThat(correspondence.pick(seat, step, List.of("wissen"), comesIn("1"))).isTrue();
        assertThat(seatNow().picked(step)).isEmpty();
        taps(seat, "einwilligung", "yes", comesIn("2"));
        assertThat(correspondence.pick(seat, step, List.of("wissen"), comesIn("3"))).isTrue();
        assertThat(seatNow().picked(step)).containsExactly("wissen");
        assertThat(seatNow().picked(new StepId("andere"))).isEmpty();
    }

    @Test
    void anEditFindsWhatItsMessageAnsweredAndInHowManyPieces() {
        var seat = begun();
        taps(seat, "einwilligung", "yes", comesIn("1"));
        var heard = comesIn("a").answering(new StepId("traeger"));
        taps(seat, "_scope", "full", heard);
        var message = heard.updates().getFirst().message();
        assertThat(running.conversations.correspondence().answered(seat, message))
                .contains(new ReceivedStore.Answered(new StepId("traeger"), 1));
        assertThat(running.conversations.correspondence().answered(seat, "another")).isEmpty();
    }

    @Test
    void afterErasingThereIsNoPlaceNothingToSayAndNoByte() throws IOException {
        var seat = begun();
        taps(seat, "einwilligung", "yes", comesIn("1"));
        running.conversations.erase(seat.conversation());
        assertThat(running.conversations.correspondence().seat(PHONE)).isEmpty();
        assertThat(postbox.posts()).isEmpty();
        assertThat(bytes()).doesNotContain("chat-4711");
    }

    @Test
    void whatFailsIsTriedAgainLaterThenKeptAsideAndGoesAfterAWeek() {
        var heard = comesIn("broken");
        var ids = heard.updates().stream().map(Heard.Update::id).toList();
        var later = running.now().plusSeconds(60);
        postbox.failed(ids, Optional.of(later));
        assertThat(postbox.pending())
                .singleElement()
                .satisfies(one -> assertThat(one.due()).isEqualTo(later));
        postbox.failed(ids, Optional.empty());
        assertThat(postbox.pending()).isEmpty();
        assertThat(postbox.failures()).isEqualTo(1);

        running.waits(Duration.ofDays(8));
        var store = new ReceivedStore(running.database);
        store.sweep(running.now());
        assertThat(postbox.failures()).isZero();
    }

    @Test
    void whatFailsForGoodIsKeptToBeLookedAtOnlyWithConsent() {
        var seat = begun();
        failsForGood("before");
        assertThat(kept()).isZero();
        taps(seat, "einwilligung", "yes", comesIn("1"));
        failsForGood("after");
        assertThat(kept()).isEqualTo(1);
        assertThat(postbox.failures()).isEqualTo(2);

        running.conversations.erase(seat.conversation());
        assertThat(kept()).isZero();
    }

    private void failsForGood(String text) {
        var ids = comesIn(text).updates().stream().map(Heard.Update::id).toList();
        postbox.failed(ids, Optional.empty());
    }

    private int kept() {
        return running.database.read(handle ->
                handle.createQuery("select count(*) from received where payload is not null")
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void keysOfTheInboxGoWithWhatTheySealedAndNotBefore() throws Exception {
        comesIn("waits");
        running.waits(Duration.ofDays(3));
        running.conversations.finishErasing();
        var store = new ReceivedStore(running.database);
        store.sweep(running.now());
        assertThat(postbox.pending().getFirst().payload()).isNotEmpty();
        running.waits(Duration.ofDays(5));
        store.sweep(running.now());
        assertThat(keys()).isZero();
    }

    private long keys() {
        return running.database.read(_ -> {
            try {
                return running
                        .database
                        .keys()
                        .madeBefore(running.now().plusSeconds(1), "", 100)
                        .stream()
                        .filter(InboxKeys::isOne)
                        .count();
            } catch (java.sql.SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private Correspondence.Seat begun() {
        var correspondence = running.conversations.correspondence();
        var beginning = new Conversations.Beginning("probe", "de", CHANNEL, "");
        correspondence.begin(PHONE, beginning, comesIn("/start"));
        return seatNow();
    }

    private Correspondence.Seat seatNow() {
        return running.conversations.correspondence().seat(PHONE).orElseThrow();
    }

    private Raw raw(String id, String text) {
        return new Raw(id, Optional.of(PHONE), text);
    }

    private Heard comesIn(String text) {
        assertThat(postbox.receive(List.of(raw("" + ++number, text)))).isTrue();
        var last = postbox.pending().getLast();
        return Heard.of(List.of(new Heard.Update(last.id(), "m" + number)));
    }

    private Outcome taps(Correspondence.Seat seat, String step, String option, Heard heard) {
        var input = new Input.Chose(new StepId(step), List.of(option), "");
        return running.conversations.correspondence().turn(seat, input, heard);
    }

    private View view(Correspondence.Seat seat) {
        return ((Outcome.Done) running.conversations.correspondence().view(seat)).view();
    }

    private int revision(Correspondence.Seat seat) {
        return view(seat).revision();
    }

    private List<Message.Kind> said(Post post) {
        return postbox.letter(post).orElseThrow().view().messages().stream()
                .map(one -> one.message().kind())
                .filter(kind -> kind != Message.Kind.QUESTION)
                .toList();
    }

    /// All that lies on the disk.
    private String bytes() throws IOException {
        var all = new StringBuilder();
        try (var files = java.nio.file.Files.walk(running.data)) {
            for (var file : files.filter(java.nio.file.Files::isRegularFile).toList())
                all.append(
                        new String(
                                java.nio.file.Files.readAllBytes(file),
                                java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }
}
