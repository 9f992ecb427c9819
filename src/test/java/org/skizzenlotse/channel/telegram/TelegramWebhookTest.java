// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skizzenlotse.channel.telegram.Talking.PATIENCE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.channel.telegram.emulator.BotServer;
import org.skizzenlotse.channel.telegram.emulator.Person;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.web.WebServer;
import org.skizzenlotse.web.WebSettings;

/// Telegram calls us: only who knows the secret is heard, and only what is durable is acknowledged.
@Timeout(120)
class TelegramWebhookTest {
    private static final String TOKEN = "123456:secret";
    private static final String SECRET = "kanarienvogel";

    private final AtomicReference<@Nullable Telegram> telegram = new AtomicReference<>();
    private BotServer bots;
    private Served served;
    private WebServer web;

    @BeforeEach
    void begin() throws IOException {
        bots = BotServer.start(TOKEN);
        served = Served.known("https://lotse.example");
        var limits = WebSettings.Limits.GENEROUS;
        var webhook = new Webhook(SECRET, () -> Optional.ofNullable(telegram.get()));
        web =
                WebServer.start(
                        new WebSettings("127.0.0.1", 0, "", Set.of(), Set.of(), limits),
                        () -> true,
                        List.of(webhook));
    }

    @AfterEach
    void end() throws IOException {
        stop();
        web.close();
        served.close();
        bots.close();
    }

    @Test
    void whoDoesNotKnowTheSecretHearsThatThereIsNothingAndLeavesNothing() throws Exception {
        var kim = bots.person("Kim");
        start(served, SECRET);
        assertThat(bring(written(1, kim), Optional.empty())).isEqualTo(404);
        assertThat(bring(written(2, kim), Optional.of("kanarienvogel2"))).isEqualTo(404);
        assertThat(bring(written(3, kim), Optional.of(""))).isEqualTo(404);
        assertThat(pending(served)).isZero();
        kim.start("vorpruefung");
        await(() -> revision(served, kim) == 1);
        assertThat(bring(written(4, kim), Optional.of(SECRET))).isEqualTo(200);
        await(() -> revision(served, kim) == 2);
        bots.awaitConfirmed(PATIENCE);
        assertThat(bring(written(4, kim), Optional.of(SECRET))).isEqualTo(200);
        await(() -> pending(served) == 0);
        assertThat(revision(served, kim)).isEqualTo(2);
    }

    @Test
    void whatIsNotDurableIsNotAcknowledgedAndComesAgain() throws Exception {
        var kim = bots.person("Kim");
        start(served, SECRET);
        kim.start("vorpruefung");
        await(() -> revision(served, kim) == 1);
        bots.awaitConfirmed(PATIENCE);
        served.breakDisk();
        assertThat(bring(written(4, kim), Optional.of(SECRET))).isEqualTo(503);
        kim.start("vorpruefung");
        await(() -> info().contains("Wrong response from the webhook: 503"));
        assertThat(bots.pending()).isEqualTo(1);
        stop();
        assertThat(bring(written(5, kim), Optional.of(SECRET))).isEqualTo(503);
        assertThat(bots.pending()).isEqualTo(1);
        try (var other = Served.known("https://lotse.example")) {
            start(other, SECRET);
            await(() -> revision(other, kim) == 1);
            bots.awaitConfirmed(PATIENCE);
            stop();
        }
    }

    @Test
    void fromAskingToBeingCalledAndBackNothingIsLost() throws Exception {
        var kim = bots.person("Kim");
        start(served, "");
        kim.start("vorpruefung");
        await(() -> revision(served, kim) == 1);
        stop();
        kim.write("1");
        start(served, SECRET);
        await(() -> revision(served, kim) == 2);
        assertThat(info()).contains(Telegram.WEBHOOK);
        stop();
        kim.write("1");
        start(served, "");
        await(() -> revision(served, kim) == 3);
        bots.awaitConfirmed(PATIENCE);
        assertThat(info()).doesNotContain(Telegram.WEBHOOK);
        await(() -> Talking.said(kim).size() == 3);
    }

    private void start(Served over, String secret) {
        var settings =
                new Telegram.Settings(
                        bots.address(),
                        TOKEN,
                        Talking.BURST,
                        "http://127.0.0.1:" + web.port(),
                        secret,
                        ZoneId.of("Europe/Berlin"));
        telegram.set(Telegram.start(settings, over.conversations(), over::dialogs));
    }

    private void stop() {
        var running = telegram.getAndSet(null);
        if (running != null) running.close();
    }

    private static String written(int number, Person person) {
        return """
        {"update_id": %d, "message": {"message_id": %d, "date": 1790000000, "text": "1",
          "chat": {"id": %d, "type": "private", "first_name": "Kim"},
          "from": {"id": %d, "is_bot": false, "first_name": "Kim"}}}
        """
                .formatted(number, 100 + number, person.chat(), person.chat());
    }

    private int bring(String update, Optional<String> secret) throws Exception {
        var place = URI.create("http://127.0.0.1:" + web.port() + Telegram.WEBHOOK);
        var request = HttpRequest.newBuilder(place).POST(BodyPublishers.ofString(update));
        secret.ifPresent(one -> request.header("X-Telegram-Bot-Api-Secret-Token", one));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private String info() {
        var place = URI.create(bots.address() + "/bot" + TOKEN + "/getWebhookInfo");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(place).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static int pending(Served over) {
        try (var postbox = over.conversations().postbox(Telegram.CHANNEL)) {
            return postbox.pending().size();
        }
    }

    /// How many turns the person's conversation has; 0 where there is none.
    private static int revision(Served over, Person person) {
        var all = over.conversations().correspondence();
        var seat = all.seat(new Address(Telegram.CHANNEL, String.valueOf(person.chat())));
        return seat.isPresent() && all.view(seat.get()) instanceof Outcome.Done(var view)
                ? view.revision()
                : 0;
    }

    private static void await(BooleanSupplier wanted) {
        var deadline = System.nanoTime() + PATIENCE.plus(Duration.ofSeconds(20)).toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > deadline) throw new AssertionError("in vain");
            Talking.pause();
        }
    }
}
