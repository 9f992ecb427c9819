// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The outbox before mail servers of all tempers: nothing lost, nothing silently given up.
class SmtpOutboxTest {
    private static final Pattern ID = Pattern.compile("(?m)^Message-ID: (.*)$");

    private static final Duration TALK = Duration.ofMinutes(3);

    @TempDir Path data;
    private HandedIn in;

    @BeforeEach
    void open() throws Exception {
        in = new HandedIn(data);
    }

    @AfterEach
    void close() throws Exception {
        in.close();
    }

    @Test
    void whoAsksForPatienceGetsTheMailOnceAfterPausesThatGrow() throws Exception {
        var refusals = new AtomicInteger(3);
        RoughServer.Manners greylisting =
                line -> {
                    if (line.startsWith("RSET")) refusals.decrementAndGet();
                    return line.startsWith("RCPT") && refusals.get() > 0 ? "451 later" : "";
                };
        try (var server = new RoughServer(greylisting);
                var outbox = outbox(server)) {
            in.sketch("SK-1");
            for (int attempt = 1; attempt <= 3; attempt++) {
                outbox.sendDue();
                assertThat(outbox.failed()).isEqualTo(attempt);
                in.now = in.now.plus(Outbox.pause(attempt)).minusMillis(1);
                outbox.sendDue();
                assertThat(outbox.failed()).as("not before the pause").isEqualTo(attempt);
                in.now = in.now.plusMillis(1);
            }
            outbox.sendDue();
            outbox.sendDue();
            assertThat(server.taken()).hasSize(1);
            assertThat(outbox.sent()).isEqualTo(1);
            assertThat(in.stores.arrears().look().waiting()).isZero();
        }
    }

    @Test
    void aMailThatWasTakenOverButNotMarkedComesAgainAsTheSame() throws Exception {
        in.sketch("SK-1");
        try (var server = new RoughServer(_ -> "")) {
            var leased = in.stores.outbox().lease(in.now, TALK, "dead", 1).getFirst();
            var letter = in.letters().of(leased, in.clock).orElseThrow();
            assertThat(new SmtpServer(server.url(), HandedIn.ADDRESSES).send(letter))
                    .isEqualTo(new SendOutcome.Sent());
            in.now = in.now.plus(TALK).plusMillis(1);
            try (var outbox = outbox(server)) {
                outbox.sendDue();
            }
            assertThat(server.taken()).hasSize(2);
            assertThat(ids(server)).containsOnly("<SK-1-r1@verein.example>");
        }
    }

    @Test
    void whoHasItAlreadyDoesNotGetItAgain() throws Exception {
        var open = new AtomicInteger();
        RoughServer.Manners manners =
                line -> line.contains("zwei@") && open.get() == 0 ? "451 later" : "";
        try (var server = new RoughServer(manners);
                var outbox = outbox(server)) {
            in.sketch("SK-1");
            outbox.sendDue();
            open.set(1);
            in.now = in.now.plus(Outbox.pause(1));
            outbox.sendDue();
            assertThat(server.taken()).hasSize(2);
            assertThat(server.taken().getFirst()).startsWith("RCPT TO:<eins@example.org>\n\n");
            assertThat(server.taken().getLast()).startsWith("RCPT TO:<zwei@example.org>\n\n");
            assertThat(in.stores.arrears().look().waiting()).isZero();
        }
    }

    @Test
    void whatIsRefusedForGoodShowsUntilSomebodySeesToIt() throws Exception {
        var unknown = new AtomicInteger(1);
        RoughServer.Manners manners =
                line -> line.startsWith("RCPT") && unknown.get() == 1 ? "550 unknown" : "";
        try (var server = new RoughServer(manners);
                var outbox = outbox(server)) {
            in.sketch("SK-1");
            outbox.sendDue();
            in.now = in.now.plus(Duration.ofDays(30));
            outbox.sendDue();
            assertThat(outbox.failed()).isEqualTo(1);
            assertThat(in.stores.arrears().look().givenUp()).isEqualTo(1);
            unknown.set(0);
            in.backlog().again(in.now);
            outbox.sendDue();
            assertThat(server.taken()).hasSize(1);
            assertThat(in.stores.arrears().look().needsCare()).isFalse();
        }
    }

    @Test
    void whereNobodyListensItIsLateAfterAnHourAndGivenUpAfterTwoDays() throws Exception {
        SmtpUrl nobody;
        try (var server = new RoughServer(_ -> "")) {
            nobody = server.url();
        }
        var began = in.now;
        try (var outbox = outbox(nobody)) {
            in.sketch("SK-1");
            for (int attempt = 1; attempt <= Outbox.ATTEMPTS_MAX; attempt++) {
                outbox.sendDue();
                var arrears = in.stores.arrears().look();
                var late = Duration.between(began, in.now).compareTo(Arrears.LATE) > 0;
                var last = attempt == Outbox.ATTEMPTS_MAX;
                assertThat(arrears.late()).isEqualTo(late && !last ? 1 : 0);
                assertThat(arrears.givenUp()).isEqualTo(last ? 1 : 0);
                in.now = in.now.plus(Outbox.pause(attempt));
            }
            assertThat(Duration.between(began, in.now)).isBetween(days(2), days(3));
        }
    }

    @Test
    void aServerThatStallsOnOneMailDoesNotHoldUpOthers() throws Exception {
        var stalled = new CountDownLatch(1);
        var others = new CountDownLatch(2 * Outbox.TALKS_MAX);
        RoughServer.Manners manners =
                line -> {
                    if (line.contains("traege@")) {
                        stalled.countDown();
                        return RoughServer.SILENCE;
                    }
                    if (line.equals("QUIT")) others.countDown();
                    return "";
                };
        try (var server = new RoughServer(manners);
                var outbox = outbox(server)) {
            in.confirmed("SK-0", "traege@example.org");
            outbox.start();
            stalled.await();
            for (int i = 1; i <= 2 * Outbox.TALKS_MAX; i++) in.sketch("SK-" + i);
            outbox.nudge();
            others.await();
            assertThat(server.taken()).hasSize(2 * Outbox.TALKS_MAX);
            assertThat(in.stores.arrears().look().waiting()).isPositive();
        }
    }

    @Test
    void whatAProcessDidNotSendTheNextOneSends() throws Exception {
        var waiting = new CountDownLatch(1);
        try (var server = new RoughServer(silentAtData(waiting))) {
            var outbox = outbox(server);
            in.sketch("SK-1");
            outbox.start();
            waiting.await();
            outbox.close();
            assertThat(server.taken()).isEmpty();
        }
        var later = in.now.plus(TALK).plusMillis(1);
        in.close();
        in = new HandedIn(data);
        in.now = later;
        try (var server = new RoughServer(_ -> "");
                var outbox = outbox(server)) {
            outbox.sendDue();
            assertThat(server.taken()).hasSize(1);
        }
    }

    @Test
    void nobodyElseTakesAMailAsLongAsATalkMayLast() throws Exception {
        var waiting = new CountDownLatch(1);
        try (var server = new RoughServer(silentAtData(waiting));
                var outbox = outbox(server)) {
            var longest = new SmtpServer(server.url(), HandedIn.ADDRESSES).takesAtMost();
            in.sketch("SK-1");
            outbox.start();
            waiting.await();
            var soon = in.now.plus(longest).plusSeconds(1);
            assertThat(in.stores.outbox().lease(soon, TALK, "other", 1)).isEmpty();
            var later = in.now.plus(TALK);
            assertThat(in.stores.outbox().lease(later, TALK, "other", 1)).hasSize(1);
        }
    }

    private static List<String> ids(RoughServer server) {
        return server.taken().stream()
                .map(mail -> {
                    var id = ID.matcher(mail);
                    return id.find() ? id.group(1) : "none";
                })
                .toList();
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private Outbox outbox(RoughServer server) throws Exception {
        return outbox(server.url());
    }

    private Outbox outbox(SmtpUrl url) throws Exception {
        var ways =
                new Outbox.Ways(
                        new SmtpServer(url, HandedIn.ADDRESSES),
                        MailFolder.open(data.resolve("mail")));
        return new Outbox(in.stores, in.letters(), ways, in.clock);
    }

    /// Says nothing any more once a mail comes, and counts that down.
    private static RoughServer.Manners silentAtData(CountDownLatch waiting) {
        return line -> {
            if (!line.startsWith("DATA")) return "";
            waiting.countDown();
            return RoughServer.SILENCE;
        };
    }
}
