// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How updates are brought to a bot that has a web address.
class WebhookTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<String> brought = new CopyOnWriteArrayList<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private final AtomicInteger code = new AtomicInteger(200);
    private BotServer server;
    private Asked bot;
    private Person anna;
    private HttpServer hook;

    @BeforeEach
    void start() throws Exception {
        server = BotServer.start(Asked.TOKEN);
        bot = new Asked(server);
        anna = server.person("Anna");
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", this::take);
        hook.start();
    }

    @AfterEach
    void end() {
        bot.close();
        hook.stop(0);
        server.close();
    }

    @Test
    void updatesAreBroughtInOrderWithTheSecret() throws Exception {
        anna.write("vorher");
        bot.get("setWebhook", webhook("\"secret_token\":\"s-1\""));
        anna.write("nachher");
        server.awaitConfirmed(SOON);

        assertThat(brought).containsExactly("vorher", "nachher");
        assertThat(secrets).containsOnly("s-1");
        assertThat(bot.get("getWebhookInfo", "{}").path("pending_update_count").asInt()).isZero();
    }

    @Test
    void whatIsNotTakenComesAgain() throws Exception {
        code.set(503);
        bot.get("setWebhook", webhook("\"max_connections\":1"));
        anna.write("a");
        anna.write("b");
        while (brought.size() < 3) Thread.sleep(5);

        var info = bot.get("getWebhookInfo", "{}");
        assertThat(info.path("pending_update_count").asInt()).isEqualTo(2);
        assertThat(info.path("last_error_message").asText())
                .isEqualTo("Wrong response from the webhook: 503");
        code.set(204);
        server.awaitConfirmed(SOON);
        assertThat(brought).endsWith("a", "b").startsWith("a", "a", "a");
    }

    @Test
    void aWebhookAndAPollExcludeEachOther() throws Exception {
        bot.get("setWebhook", webhook("\"drop_pending_updates\":true"));
        assertThat(bot.refused("getUpdates", "{}"))
                .isEqualTo(
                        "409 Conflict: can't use getUpdates method while webhook is active; use"
                                + " deleteWebhook to delete the webhook first");

        bot.get("deleteWebhook", "{}");
        anna.write("a");
        assertThat(bot.get("getUpdates", "{}")).hasSize(1);
        assertThat(brought).isEmpty();
        assertThat(bot.get("getWebhookInfo", "{}").path("url").asText()).isEmpty();
    }

    @Test
    void settingAWebhookEndsAPoll() throws Exception {
        var poll = new FutureTask<>(() -> bot.refused("getUpdates", "{\"timeout\":20}"));
        Thread.ofVirtual().start(poll);
        while (server.calls().count("getUpdates") < 1) Thread.sleep(5);
        Thread.sleep(50);

        bot.get("setWebhook", webhook("\"secret_token\":\"s\""));

        assertThat(poll.get()).isEqualTo("409 Conflict: terminated by setWebhook request");
    }

    @Test
    void aPlainAddressElsewhereIsRefused() throws Exception {
        assertThat(bot.refused("setWebhook", "{\"url\":\"http://example.org/x\"}"))
                .isEqualTo(
                        "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        assertThat(bot.refused("setWebhook", webhook("\"secret_token\":\"ä\"")))
                .isEqualTo("400 Bad Request: secret token contains unallowed characters");
    }

    private String webhook(String more) {
        return "{\"url\":\"http://127.0.0.1:%d/hook\",%s}"
                .formatted(hook.getAddress().getPort(), more);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var update = Json.read(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            brought.add(update.orElseThrow().path("message").path("text").asText());
            var secret = exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token");
            secrets.add(secret == null ? "" : secret);
            exchange.sendResponseHeaders(code.get(), -1);
        }
    }
}
