// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.store.BacklogStore.Delivered;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.OutboxStore;
import org.skizzenlotse.store.SubmissionStore;
import org.skizzenlotse.store.TargetStore;

/// Submissions go to an address of the operator: against a real server, in every mood.
class WebhookOutboxTest {
    private static final String SECRET = "nur zwei kennen das";
    private static final Webhook.Limits SHORT =
            new Webhook.Limits(Duration.ofSeconds(2), Duration.ofMillis(300));

    @TempDir Path data;
    private HandedIn in;

    @BeforeEach
    void open() throws Exception {
        in = new HandedIn(data);
        new TargetStore(in.database).set(List.of("webhook"), in.now);
    }

    @AfterEach
    void close() throws Exception {
        in.close();
    }

    @Test
    void aSubmissionIsCalledOutSignedAndWithoutAnswers() throws Exception {
        try (var callee = Callee.on(0, Callee.Mood.WELL);
                var outbox = outbox(callee.address("http"), false)) {
            in.sketch("SK-7F3K");
            outbox.sendDue();
            assertThat(callee.taken()).hasSize(1);
            var call = callee.taken().getFirst();
            var body = json(call);
            assertThat(body.path("event").asText()).isEqualTo("submitted");
            assertThat(body.path("reference").asText()).isEqualTo("SK-7F3K");
            assertThat(body.path("revision").asInt()).isEqualTo(1);
            assertThat(body.path("link").asText())
                    .isEqualTo("https://lotse.example/staff/skizzen/SK-7F3K");
            assertThat(body.path("id").asText()).isEqualTo(call.delivery());
            assertThat(body.has("sketch")).isFalse();
            assertThat(call.body()).doesNotContain("Zu heiß");
            assertThat(isSigned(call)).isTrue();
            assertThat(isSigned(new Callee.Call("", call.signature(), call.body() + " ")))
                    .isFalse();
        }
    }

    @Test
    void withTheContentTheSketchIsThereAsItIsShippedElsewhere() throws Exception {
        try (var callee = Callee.on(0, Callee.Mood.WELL);
                var outbox = outbox(callee.address("http"), true)) {
            in.sketch("SK-7F3K");
            outbox.sendDue();
            var sketch = json(callee.taken().getFirst()).path("sketch");
            assertThat(SketchJson.read(sketch.toString()).reference()).isEqualTo("SK-7F3K");
            assertThat(sketch.toString()).contains("Zu heiß");
        }
    }

    @Test
    void whateverGoesWrongEachSubmissionArrivesUnderOneName() throws Exception {
        int port;
        try (var callee = Callee.on(0, Callee.Mood.BROKEN)) {
            port = callee.port();
        }
        try (var outbox = outbox(URI.create("http://localhost:" + port + "/skizzen"), false)) {
            in.sketch("SK-1");
            attempt(outbox, "connection");
            try (var callee = Callee.on(port, Callee.Mood.BROKEN)) {
                attempt(outbox, "http 503");
                in.sketch("SK-2");
                for (var mood : Callee.Mood.values()) {
                    if (mood == Callee.Mood.WELL || mood == Callee.Mood.GONE) continue;
                    if (mood == Callee.Mood.TALKATIVE) continue;
                    callee.is(mood);
                    attempt(outbox, "");
                }
                callee.is(Callee.Mood.WELL);
                attempt(outbox, "");
                assertThat(callee.taken()).hasSize(2);
                assertThat(callee.taken().stream().map(Callee.Call::delivery).toList())
                        .containsExactlyInAnyOrder("mail-SK-1-webhook", "mail-SK-2-webhook");
                assertThat(callee.refused()).hasSizeGreaterThan(8);
                assertThat(callee.refused().stream().map(Callee.Call::delivery).distinct())
                        .hasSize(2);
                attempt(outbox, "");
                assertThat(callee.taken()).as("once it is there, no more").hasSize(2);
            }
            assertThat(outbox.sent("webhook")).isEqualTo(2);
            assertThat(outbox.sent()).as("the mails did not wait").isEqualTo(2);
        }
    }

    @Test
    void aStallingAddressHoldsUpNoMail() throws Exception {
        try (var callee = Callee.on(0, Callee.Mood.STALLING);
                var outbox = outbox(callee.address("http"), false)) {
            for (int i = 0; i < Outbox.TALKS_MAX + 1; i++) in.sketch("SK-" + i);
            outbox.start();
            while (outbox.sent() < Outbox.TALKS_MAX + 1) Thread.onSpinWait();
            assertThat(outbox.sent("webhook")).isZero();
        }
    }

    @Test
    void anAnswerThatNeverEndsIsNotReadToItsEnd() throws Exception {
        try (var callee = Callee.on(0, Callee.Mood.TALKATIVE);
                var outbox = outbox(callee.address("http"), false)) {
            in.sketch("SK-1");
            outbox.sendDue();
            assertThat(outbox.sent("webhook")).isEqualTo(1);
        }
    }

    @Test
    void nothingGoesToWhoShowsACertificateThatNobodyKnows() throws Exception {
        try (var callee = Callee.overTls(0, Certificate.context());
                var outbox = outbox(new Webhook(patient(callee), in.clock))) {
            var id = in.sketch("SK-1");
            outbox.sendDue();
            assertThat(callee.taken()).isEmpty();
            assertThat(webhook(in.backlog().deliveries(id)).why()).isEqualTo("tls");
            // as soon as it is known
            in.now = in.now.plus(Duration.ofMinutes(1));
            var trusting = new Webhook(patient(callee), in.clock, Certificate.context());
            try (var mended = outbox(trusting)) {
                mended.sendDue();
            }
            assertThat(callee.taken()).hasSize(1);
        }
    }

    @Test
    void anAddressThatIsGoneIsGivenUpAndCalledAgainWhenSomebodyWishes() throws Exception {
        try (var callee = Callee.on(0, Callee.Mood.GONE);
                var outbox = outbox(callee.address("http"), false)) {
            var id = in.sketch("SK-1");
            outbox.sendDue();
            var given = webhook(in.backlog().deliveries(id));
            assertThat(given.givenUp()).isTrue();
            assertThat(given.why()).isEqualTo("http 410");
            callee.is(Callee.Mood.WELL);
            in.backlog().resend(given.id(), in.now);
            outbox.sendDue();
            assertThat(callee.taken()).hasSize(1);
            in.backlog().resend("SK-1", "webhook", in.now);
            outbox.sendDue();
            assertThat(callee.taken()).hasSize(2);
            assertThat(callee.taken().getFirst().delivery())
                    .isEqualTo(callee.taken().getLast().delivery());
            assertThat(outbox.sent()).as("mails are not sent again").isEqualTo(1);
        }
    }

    @Test
    void whatWasTakenBackIsToldAlsoAfterTheErasure() throws Exception {
        try (var callee = Callee.on(0, Callee.Mood.WELL);
                var outbox = outbox(callee.address("http"), true)) {
            var errand = new Change.Errand("o1", "withdrawn", 1, Optional.of("SK-7F3K"));
            var id = in.sketch("SK-7F3K", errand);
            in.stores.erasures().erase(id, in.now);
            outbox.sendDue();
            var body = json(callee.taken().getFirst());
            assertThat(body.path("event").asText()).isEqualTo("withdrawn");
            assertThat(body.path("reference").asText()).isEqualTo("SK-7F3K");
            assertThat(body.has("sketch")).isFalse();
        }
    }

    @Test
    void whoDiesBetweenCallingAndMarkingCallsAgainUnderTheSameName() throws Exception {
        try (var callee = Callee.on(0, Callee.Mood.WELL)) {
            in.sketch("SK-1");
            var taking = new OutboxStore.Taking("webhook", "dead", Duration.ofMinutes(1), 9);
            var leased = in.stores.outbox().lease(in.now, taking).getFirst();
            var settings = new Webhook.Settings(callee.address("http"), SECRET, false, SHORT);
            var notices = new Notices(new SubmissionStore(in.database), _ -> "");
            notices.on(new Webhook(settings, in.clock), Duration.ZERO).send(leased);
            try (var outbox = outbox(callee.address("http"), false)) {
                outbox.sendDue();
                assertThat(callee.taken()).as("somebody is at it").hasSize(1);
                in.now = in.now.plus(Duration.ofMinutes(2));
                outbox.sendDue();
            }
            assertThat(callee.taken().stream().map(Callee.Call::delivery))
                    .containsExactly("mail-SK-1-webhook", "mail-SK-1-webhook");
        }
    }

    @Test
    void aTargetThatIsNoneAnyMoreIsGivenUpVisibly() throws Exception {
        var id = in.sketch("SK-1");
        new TargetStore(in.database).set(List.of(), in.now);
        assertThat(webhook(in.backlog().deliveries(id)).why()).isEqualTo("unset");
        in.sketch("SK-2");
        assertThat(in.backlog().look(in.now, Duration.ofHours(1)).givenUp()).isEqualTo(1);
    }

    private static Delivered webhook(List<Delivered> all) {
        return all.stream().filter(one -> one.target().equals("webhook")).findFirst().orElseThrow();
    }

    /// Everything that is due is tried once; then it is an hour later.
    private void attempt(Outbox outbox, String why) {
        outbox.sendDue();
        if (!why.isEmpty())
            assertThat(in.backlog().unsent(9)).allMatch(one -> one.why().equals(why));
        in.now = in.now.plus(Outbox.PAUSE_MAX);
    }

    /// Making a secure connection takes its time on a busy machine.
    private static Webhook.Settings patient(Callee callee) {
        var limits = new Webhook.Limits(Duration.ofSeconds(20), Duration.ofSeconds(20));
        return new Webhook.Settings(callee.address("https"), SECRET, false, limits);
    }

    private Outbox outbox(URI address, boolean content) throws Exception {
        return outbox(new Webhook(new Webhook.Settings(address, SECRET, content, SHORT), in.clock));
    }

    private Outbox outbox(Webhook webhook) throws Exception {
        var mails = MailFolder.open(data.resolve("mail"));
        var ways = new Outbox.Ways(mails, mails);
        var outbox = new Outbox(in.stores, in.letters(), ways, in.clock);
        var notices =
                new Notices(
                        new SubmissionStore(in.database),
                        reference -> "https://lotse.example/staff/skizzen/" + reference);
        outbox.to("webhook", notices.on(webhook, Webhook.TAKES_AT_MOST));
        return outbox;
    }

    private static JsonNode json(Callee.Call call) throws Exception {
        return new ObjectMapper().readTree(call.body());
    }

    /// As docs/betrieb.md tells the other side to check it.
    private static boolean isSigned(Callee.Call call) throws Exception {
        var parts = Pattern.compile("t=(\\d+),v1=([0-9a-f]{64})").matcher(call.signature());
        assertThat(parts.matches()).isTrue();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        var expected = mac.doFinal((parts.group(1) + "." + call.body()).getBytes(UTF_8));
        return HexFormat.of().formatHex(expected).equals(parts.group(2));
    }
}
