// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.render.SketchJson;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.Erasures;
import org.skizzenlotse.store.OutboxStore;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.SubmissionStore;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.store.database.Written;

class OutboxTest {
    private static final ConversationId ID = new ConversationId("c1");
    private static final String FILE = "SK-7F3K-r1.eml";
    private static final StaffMail LETTERS =
            new StaffMail(
                    StaffMail.Addresses.of("a@example.org", "b@example.org"),
                    ZoneId.of("Europe/Berlin"));

    @TempDir Path data;
    private Instant now = Instant.parse("2026-11-23T13:05:00Z");
    private final InstantSource clock = () -> now;
    private Database database;
    private Path folder;
    private Outbox.Stores stores;
    private Outbox outbox;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(StoreSettings.in(data), clock);
        folder = data.resolve("mail");
        stores =
                new Outbox.Stores(
                        new OutboxStore(database),
                        new SubmissionStore(database),
                        new Erasures(database));
        outbox = outbox();
    }

    @AfterEach
    void close() throws Exception {
        outbox.close();
        database.close();
    }

    @Test
    void aSubmissionBecomesOneMail() throws Exception {
        submit("mail");
        outbox.sendDue();
        outbox.sendDue();
        assertThat(names()).containsExactly(FILE);
        assertThat(outbox.sent()).isEqualTo(1);
        var mail = StaffMailTest.parsed(Files.readAllBytes(folder.resolve(FILE)));
        assertThat(mail.getSubject()).contains("SK-7F3K");
    }

    @Test
    void whoDiesBeforeMarkingLeavesOneMail() throws Exception {
        submit("mail");
        // leased and written by a process that is no more
        var leased = stores.outbox().lease(now, Duration.ofMinutes(1), "dead", 16);
        assertThat(leased).hasSize(1);
        MailFolder.open(folder).write(MailName.revision("SK-7F3K", 1), new byte[] {1});
        outbox.sendDue();
        assertThat(folder.resolve(FILE)).hasSize(1);
        now = now.plus(Duration.ofMinutes(2));
        outbox.sendDue();
        assertThat(names()).containsExactly(FILE);
        assertThat(StaffMailTest.parsed(Files.readAllBytes(folder.resolve(FILE))).getSubject())
                .contains("SK-7F3K");
        now = now.plus(Duration.ofMinutes(2));
        assertThat(stores.outbox().lease(now, Duration.ofMinutes(1), "other", 16)).isEmpty();
    }

    @Test
    void aMailWrittenDuringAnErasureIsTakenBack() throws Exception {
        submit("mail");
        var leased = stores.outbox().lease(now, Duration.ofMinutes(1), "me", 16).getFirst();
        stores.erasures().erase(ID, now);
        MailFolder.open(folder).write(MailName.revision("SK-7F3K", 1), new byte[] {1});
        assertThat(stores.outbox().sent(leased, now)).isEqualTo(new Written.Done<>(false));
        outbox.tidy();
        assertThat(names()).isEmpty();
    }

    @Test
    void anErasureBetweenWritingAndMarkingLeavesNoMail() throws Exception {
        submit("mail");
        try (var racing = erasingWhileItWrites()) {
            racing.sendDue();
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void anErasedSketchIsNotSent() throws Exception {
        submit("mail");
        stores.erasures().erase(ID, now);
        outbox.sendDue();
        assertThat(names()).isEmpty();
        assertThat(outbox.failed()).isZero();
    }

    @Test
    void aWithdrawalIsToldAlsoAfterTheErasure() throws Exception {
        submit("withdrawn");
        stores.erasures().erase(ID, now);
        outbox.sendDue();
        outbox.tidy();
        assertThat(names()).containsExactly("SK-7F3K-withdrawn.eml");
    }

    @Test
    void whatFailsIsTriedAgainAndGivenUpInTheEnd() throws Exception {
        submit("mail");
        Files.createDirectories(folder.resolve(FILE).resolve("besetzt"));
        for (int i = 1; i < Outbox.ATTEMPTS_MAX; i++) {
            outbox.sendDue();
            assertThat(outbox.failed()).isEqualTo(i);
            outbox.sendDue();
            assertThat(outbox.failed()).as("not before the pause").isEqualTo(i);
            now = now.plus(Outbox.pause(i));
        }
        assertThat(stores.outbox().givenUp()).isZero();
        outbox.sendDue();
        assertThat(stores.outbox().givenUp()).isEqualTo(1);
        now = now.plus(Duration.ofDays(30));
        outbox.sendDue();
        assertThat(outbox.failed()).isEqualTo(Outbox.ATTEMPTS_MAX);
    }

    @Test
    void whatFailedIsSentOnceItCan() throws Exception {
        submit("mail");
        Files.createDirectories(folder.resolve(FILE).resolve("besetzt"));
        outbox.sendDue();
        Files.delete(folder.resolve(FILE).resolve("besetzt"));
        Files.delete(folder.resolve(FILE));
        now = now.plus(Outbox.pause(1));
        outbox.sendDue();
        assertThat(folder.resolve(FILE)).isRegularFile();
    }

    @Test
    void pausesGrowUpToAnHour() {
        assertThat(List.of(Outbox.pause(1), Outbox.pause(2), Outbox.pause(3)))
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(Outbox.pause(Outbox.ATTEMPTS_MAX)).isEqualTo(Outbox.PAUSE_MAX);
    }

    @Test
    void theLoopSendsAndRemovesWhatAnEarlierProcessBegan() throws Exception {
        Files.writeString(folder.resolve(".SK-1-r1.eml.12.unfinished"), "halb");
        outbox.start();
        submit("mail");
        outbox.nudge();
        var until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (outbox.sent() == 0 && System.nanoTime() < until) Thread.sleep(10);
        assertThat(names()).containsExactly(FILE);
    }

    private Outbox outbox() throws IOException {
        return new Outbox(stores, LETTERS, MailFolder.open(folder), clock);
    }

    /// The clock is asked between writing and marking: there the erasure comes in.
    private Outbox erasingWhileItWrites() throws IOException {
        InstantSource erasing =
                () -> {
                    if (Files.exists(folder.resolve(FILE))) stores.erasures().erase(ID, now);
                    return now;
                };
        return new Outbox(stores, LETTERS, MailFolder.open(folder), erasing);
    }

    private void submit(String kind) {
        var turns = new Turns(database);
        var began = new Happened.Began("probe", "h", "de", now);
        var went = new Happened.Went(new Lifecycle.Submitted(1), "SK-7F3K");
        var begun = Conversation.begun(ID, began);
        var marks = new Stored.Marks("web", true, now, now);
        var sketch = new SketchJson().render(StaffMailTest.saying("Zu heiß."));
        var reference =
                kind.equals("withdrawn") ? Optional.of("SK-7F3K") : Optional.<String>empty();
        var rows =
                new Change.Rows(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(new Change.Errand("o1", kind, 1, reference)),
                        Optional.of(new Change.Submission(1, "SK-7F3K", "s-1", sketch)),
                        Change.Redaction.NONE);
        var change =
                new Change(
                        Stored.none(begun, marks, turns.freshKey(ID)),
                        begun.after(went),
                        marks,
                        now,
                        List.of(began, went),
                        List.of(),
                        rows);
        assertThat(turns.begin(change, "token")).isInstanceOf(Written.Done.class);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
