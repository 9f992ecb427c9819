// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.IDN;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.database.Written;

class OutboxTest {
    private static final ConversationId ID = new ConversationId("c-SK-7F3K");
    private static final String FILE = "SK-7F3K-r1.eml";

    @TempDir Path data;
    private HandedIn in;
    private Path folder;
    private Outbox.Stores stores;
    private Outbox outbox;

    @BeforeEach
    void open() throws Exception {
        in = new HandedIn(data);
        stores = in.stores;
        folder = data.resolve("mail");
        outbox = outbox();
    }

    @AfterEach
    void close() throws Exception {
        outbox.close();
        in.close();
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
        var leased = stores.outbox().lease(in.now, Duration.ofMinutes(1), "dead", 16);
        assertThat(leased).hasSize(1);
        MailFolder.open(folder).write(MailName.revision("SK-7F3K", 1), new byte[] {1});
        outbox.sendDue();
        assertThat(folder.resolve(FILE)).hasSize(1);
        in.now = in.now.plus(Duration.ofMinutes(2));
        outbox.sendDue();
        assertThat(names()).containsExactly(FILE);
        assertThat(StaffMailTest.parsed(Files.readAllBytes(folder.resolve(FILE))).getSubject())
                .contains("SK-7F3K");
        in.now = in.now.plus(Duration.ofMinutes(2));
        assertThat(stores.outbox().lease(in.now, Duration.ofMinutes(1), "other", 16)).isEmpty();
    }

    @Test
    void aMailWrittenDuringAnErasureIsTakenBack() throws Exception {
        submit("mail");
        var leased = stores.outbox().lease(in.now, Duration.ofMinutes(1), "me", 16).getFirst();
        stores.erasures().erase(ID, in.now);
        MailFolder.open(folder).write(MailName.revision("SK-7F3K", 1), new byte[] {1});
        assertThat(stores.outbox().sent(leased, in.now)).isEqualTo(new Written.Done<>(false));
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
        stores.erasures().erase(ID, in.now);
        outbox.sendDue();
        assertThat(names()).isEmpty();
        assertThat(outbox.failed()).isZero();
    }

    @Test
    void aWithdrawalIsToldAlsoAfterTheErasure() throws Exception {
        submit("withdrawn");
        stores.erasures().erase(ID, in.now);
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
            in.now = in.now.plus(Outbox.pause(i));
        }
        assertThat(givenUp()).isZero();
        outbox.sendDue();
        assertThat(givenUp()).isEqualTo(1);
        in.now = in.now.plus(Duration.ofDays(30));
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
        in.now = in.now.plus(Outbox.pause(1));
        outbox.sendDue();
        assertThat(folder.resolve(FILE)).isRegularFile();
    }

    @Test
    void whoLeftAnAddressForItGetsAConfirmationThatGoesWithTheSketch() throws Exception {
        var id = in.confirmed("SK-9", "wir@grüner-garten.example");
        outbox.sendDue();
        var mail = StaffMailTest.parsed(Files.readAllBytes(folder.resolve("SK-9-c1.eml")));
        assertThat(mail.getAllRecipients())
                .singleElement()
                .hasToString("wir@" + IDN.toASCII("grüner-garten.example"));
        assertThat(mail.getSubject()).isEqualTo("SK-9 ist angekommen");
        assertThat(mail.getMessageID()).isEqualTo("<SK-9-c1@verein.example>");
        assertThat((String) mail.getContent())
                .contains("SK-9", "https://lotse.example/weiter")
                .doesNotContain("heiß");
        stores.erasures().erase(id, in.now);
        outbox.tidy();
        assertThat(names()).isEmpty();
    }

    @Test
    void whatIsNoAddressIsGivenUpAtOnce() {
        in.confirmed("SK-9", "wir..hier@garten.example, boese@example.org");
        outbox.sendDue();
        assertThat(givenUp()).isEqualTo(1);
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

    private int givenUp() {
        return stores.arrears().look().givenUp();
    }

    private Outbox outbox() throws IOException {
        var mails = MailFolder.open(folder);
        return new Outbox(stores, in.letters(), new Outbox.Ways(mails, mails), in.clock);
    }

    /// The clock is asked between writing and marking: there the erasure comes in.
    private Outbox erasingWhileItWrites() throws IOException {
        InstantSource erasing =
                () -> {
                    if (Files.exists(folder.resolve(FILE))) stores.erasures().erase(ID, in.now);
                    return in.now;
                };
        var mails = MailFolder.open(folder);
        return new Outbox(stores, in.letters(), new Outbox.Ways(mails, mails), erasing);
    }

    private void submit(String kind) {
        var reference =
                kind.equals("withdrawn") ? Optional.of("SK-7F3K") : Optional.<String>empty();
        in.sketch("SK-7F3K", new Change.Errand("o1", kind, 1, reference));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
