// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Mails by SMTP to a real server, and to one that misbehaves.
class SmtpServerTest {
    private static final Addresses ADDRESSES =
            Addresses.of("Lotse <lotse@verein.example>", "eins@example.org, zwei@example.org");
    private static final SmtpServer.Limits PATIENT =
            new SmtpServer.Limits(
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20));
    private static final GreenMail REAL =
            new GreenMail(new ServerSetup[] {setup("smtp"), setup("smtps")});
    private static final Letter LETTER =
            new StaffMail(ADDRESSES, ZoneId.of("Europe/Berlin"))
                    .sketch(
                            StaffMailTest.saying("Zu heiß.\n.\nUnd zu trocken."),
                            Instant.parse("2026-11-23T13:05:00Z"));

    @BeforeAll
    static void start() {
        Certificate.install();
        REAL.start();
        REAL.setUser("lotse@verein.example", "lotse", "p@ss:wort");
    }

    @AfterAll
    static void stop() {
        REAL.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        REAL.purgeEmailFromAllMailboxes();
    }

    @Test
    void onLoopbackAMailArrivesAsItWasWritten() throws Exception {
        var server = server("smtp://localhost:" + REAL.getSmtp().getPort());

        assertThat(server.send(LETTER)).isEqualTo(new SendOutcome.Sent());

        assertArrived();
    }

    @Test
    void tlsFromTheFirstByteOn() throws Exception {
        var server = server("smtps://localhost:" + REAL.getSmtps().getPort());

        assertThat(server.send(LETTER)).isEqualTo(new SendOutcome.Sent());

        assertArrived();
    }

    @Test
    void tlsAfterStarttlsAndNothingToReadBefore() throws Exception {
        try (var door = new StartTlsDoor(REAL.getSmtp().getPort())) {
            var url = "smtp://lotse:p%40ss%3Awort@localhost:" + door.port() + "?tls=starttls";

            assertThat(server(url).send(LETTER)).isEqualTo(new SendOutcome.Sent());

            assertThat(door.inTheClear()).containsExactly("EHLO", "STARTTLS");
        }
        assertArrived();
    }

    @Test
    void withoutStarttlsNothingIsSaid() throws Exception {
        try (var rough = new RoughServer(_ -> "")) {
            var server = server("smtp://localhost:" + rough.port() + "?tls=starttls");

            assertThat(server.send(LETTER)).isInstanceOf(SendOutcome.Later.class);

            assertThat(rough.heard()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void aCertificateThatNobodyKnowsOrForAnotherNameIsNotTrusted() throws Exception {
        var port = REAL.getSmtps().getPort();
        var known = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var url = SmtpUrl.of("smtps://localhost:" + port);

        assertThat(new SmtpServer(url, ADDRESSES, PATIENT, known).send(LETTER))
                .isEqualTo(new SendOutcome.Later("certificate"));
        assertThat(server("smtps://127.0.0.1:" + port).send(LETTER))
                .isEqualTo(new SendOutcome.Later("certificate"));

        assertThat(REAL.getReceivedMessages()).isEmpty();
    }

    @Test
    void whoMayNotComeInIsToldLaterForASettingCanBeMended() throws Exception {
        var at = "@localhost:" + REAL.getSmtp().getPort();

        assertThat(server("smtp://lotse:falsch" + at).send(LETTER))
                .isEqualTo(new SendOutcome.Later("login"));
        assertThat(server("smtp://lotse:p%40ss%3Awort" + at).send(LETTER))
                .isEqualTo(new SendOutcome.Sent());
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 busy, server 421",
        "MAIL, 550 not you, sender 550",
        "MAIL, 451 not now, sender 451",
        "RCPT, 451 not now, recipient 451",
        "RCPT, 421 not now, recipient 421",
        "DATA, 451 not now, mail 451",
        "., 452 full, mail 452",
        "GREETING, drop, dropped",
        "RCPT, drop, dropped",
        "., drop, dropped",
        "CONTENT, drop, dropped",
    })
    void whatMayStillBecomeGoodIsTriedLater(String command, String answer, String why)
            throws Exception {
        try (var rough = new RoughServer(line -> line.startsWith(command) ? answer : "")) {
            assertThat(server(rough).send(LETTER)).isEqualTo(new SendOutcome.Later(why));
            assertThat(rough.taken()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 unknown, recipient 550",
        "RCPT, 554 no, recipient 554",
        "DATA, 554 no, mail 554",
        "., 554 looks bad, mail 554",
    })
    void whatIsRefusedForGoodIsNotTriedAgain(String command, String answer, String why)
            throws Exception {
        try (var rough = new RoughServer(line -> line.startsWith(command) ? answer : "")) {
            assertThat(server(rough).send(LETTER))
                    .isEqualTo(new SendOutcome.Refused(why, List.of()));
            assertThat(rough.taken()).isEmpty();
        }
    }

    @Test
    void oneRecipientDoesNotHoldUpTheOther() throws Exception {
        try (var rough = new RoughServer(line -> line.contains("eins@") ? "550 gone" : "")) {
            assertThat(server(rough).send(LETTER))
                    .isEqualTo(
                            new SendOutcome.Refused("recipient 550", List.of("zwei@example.org")));
            assertThat(rough.taken()).hasSize(1);
        }
        try (var rough = new RoughServer(line -> line.contains("zwei@") ? "451 later" : "")) {
            assertThat(server(rough).send(LETTER))
                    .isEqualTo(new SendOutcome.Later("recipient 451", List.of("eins@example.org")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "DATA", "."})
    void whoSaysNothingIsAskedAgainLater(String command) throws Exception {
        var soon = Duration.ofMillis(300);
        var limits = new SmtpServer.Limits(soon, soon, soon, Duration.ofSeconds(20));
        try (var rough = new RoughServer(said(command, RoughServer.SILENCE))) {
            assertThat(server(rough, limits).send(LETTER))
                    .isEqualTo(new SendOutcome.Later("silence"));
        }
    }

    @Test
    void whoDribblesIsLeft() throws Exception {
        var limits =
                new SmtpServer.Limits(
                        PATIENT.connect(), PATIENT.read(), PATIENT.write(), Duration.ofMillis(500));
        try (var rough = new RoughServer(said("MAIL", RoughServer.DRIBBLE))) {
            assertThat(server(rough, limits).send(LETTER)).isEqualTo(new SendOutcome.Later("slow"));
        }
    }

    @Test
    void whereNobodyListensIsAskedAgainLater() throws Exception {
        SmtpUrl url;
        try (var rough = new RoughServer(_ -> "")) {
            url = rough.url();
        }
        assertThat(new SmtpServer(url, ADDRESSES, PATIENT, Certificate.trusting()).send(LETTER))
                .isEqualTo(new SendOutcome.Later("connection"));
    }

    @Test
    void whatWasTakenOverIsSentHoweverTheyPart() throws Exception {
        try (var rough = new RoughServer(said("QUIT", RoughServer.DROP))) {
            assertThat(server(rough).send(LETTER)).isEqualTo(new SendOutcome.Sent());
        }
    }

    @Test
    void endingBreaksTheTalkOff() throws Exception {
        var waiting = new CountDownLatch(1);
        RoughServer.Manners manners =
                line -> {
                    if (!line.startsWith("MAIL")) return "";
                    waiting.countDown();
                    return RoughServer.SILENCE;
                };
        try (var rough = new RoughServer(manners)) {
            var server = server(rough);
            var said = new java.util.concurrent.atomic.AtomicReference<SendOutcome>();
            var sending = Thread.ofVirtual().start(() -> said.set(server.send(LETTER)));
            waiting.await();
            sending.interrupt();
            sending.join();
            assertThat(said.get()).isEqualTo(new SendOutcome.Later("ended"));
        }
    }

    @Test
    void noOutcomeShowsAnAddress() {
        var address = List.of("eins@example.org");
        assertThat(new SendOutcome.Later("x", address).toString()).doesNotContain("@");
        assertThat(new SendOutcome.Refused("x", address).toString()).doesNotContain("@");
        assertThat(LETTER.toString()).doesNotContain("@");
    }

    /// On a busy machine it takes more than the usual two seconds.
    private static ServerSetup setup(String protocol) {
        var setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    private static RoughServer.Manners said(String command, String answer) {
        return line -> line.startsWith(command) ? answer : "";
    }

    private static void assertArrived() throws Exception {
        var arrived = REAL.getReceivedMessages();
        assertThat(arrived).hasSize(2);
        assertThat(arrived[0].getMessageID()).isEqualTo("<SK-7F3K-r1@verein.example>");
        var head = new String(LETTER.bytes(), UTF_8).split("\r\n\r\n", 2)[0];
        var bytes = new java.io.ByteArrayOutputStream();
        arrived[0].writeTo(bytes);
        var whole = bytes.toString(UTF_8);
        assertThat(whole).contains(head);
        assertThat(whole.strip()).endsWith(new String(LETTER.bytes(), UTF_8).strip());
    }

    private static SmtpServer server(String url) throws Exception {
        return new SmtpServer(SmtpUrl.of(url), ADDRESSES, PATIENT, Certificate.trusting());
    }

    private static SmtpServer server(RoughServer rough) throws Exception {
        return server(rough, PATIENT);
    }

    private static SmtpServer server(RoughServer rough, SmtpServer.Limits limits) throws Exception {
        return new SmtpServer(rough.url(), ADDRESSES, limits, Certificate.trusting());
    }
}
