// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How calls are written down, what goes wrong on their way, and what is noted of them.
class WireTest {
    private BotServer server;
    private Asked bot;
    private Person anna;

    @BeforeEach
    void start() throws Exception {
        server = BotServer.start(Asked.TOKEN);
        bot = new Asked(server);
        anna = server.person("Anna");
        anna.start();
    }

    @AfterEach
    void end() {
        bot.close();
        server.close();
    }

    @Test
    void methodsAreKnownInAnyCaseAndUnknownParametersDoNoHarm() throws Exception {
        bot.get("SENDmessage", say("a").replace("{", "{\"method\":\"sendmessage\","));

        assertThat(anna.last().text()).isEqualTo("a");
    }

    @Test
    void aQueryWillDo() throws Exception {
        var answer = bot.fetch("/bot" + Asked.TOKEN + "/sendMessage?" + form("ä & b"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(anna.last().text()).isEqualTo("ä & b");
        assertThat(anna.last().buttons()).containsExactly("Ja");
    }

    @Test
    void aFormWillDo() throws Exception {
        var answer = bot.send("sendMessage", "application/x-www-form-urlencoded", form("ä & b"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(anna.last().text()).isEqualTo("ä & b");
        assertThat(anna.last().buttons()).containsExactly("Ja");
    }

    @Test
    void aFormWithPartsWillDo() throws Exception {
        var body =
                """
                --X
                Content-Disposition: form-data; name="chat_id"

                %d
                --X
                Content-Disposition: form-data; name="text"

                ä
                --X--
                """
                        .formatted(anna.chat())
                        .replace("\n", "\r\n");

        assertThat(bot.send("sendMessage", "multipart/form-data; boundary=X", body).statusCode())
                .isEqualTo(200);
        assertThat(anna.last().text()).isEqualTo("ä");
    }

    @Test
    void anotherTokenIsUnknown() throws Exception {
        assertThat(bot.fetch("/bot1:x/getMe").statusCode()).isEqualTo(401);
        assertThat(bot.fetch("/file/bot1:x/documents/file_1").statusCode()).isEqualTo(401);
        assertThat(bot.refused("sendMessage", "{"))
                .isEqualTo("400 Bad Request: can't parse JSON object");
    }

    @Test
    void tooManyCallsAreToldHowLongToWait() throws Exception {
        server.faults().next("sendMessage", Fault.tooMany(3));

        var answer = bot.send("sendMessage", "application/json", say("a"));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests:"
                                + " retry after 3\",\"parameters\":{\"retry_after\":3}}");
        bot.get("sendMessage", say("b"));
        assertThat(server.faults().open()).isZero();
    }

    @Test
    void aProxyAnswersWithAPage() throws Exception {
        server.faults().next("sendMessage", Fault.badGateway());

        var answer = bot.send("sendMessage", "application/json", say("a"));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).startsWith("<html>");
    }

    @Test
    void aFaultMayBeMeantForOneChat() throws Exception {
        var ben = server.person("Ben");
        ben.start();
        server.faults().nextTo(ben.chat(), "sendMessage", Fault.blocked());

        bot.get("sendMessage", say("a"));
        assertThat(bot.refused("sendMessage", say("a").replace("" + anna.chat(), "" + ben.chat())))
                .isEqualTo("403 Forbidden: bot was blocked by the user");
    }

    @Test
    void aConnectionEndsBeforeOrAfterItHappened() throws Exception {
        server.faults().next("sendMessage", Fault.droppedBefore());
        assertThatThrownBy(() -> bot.get("sendMessage", say("a"))).isInstanceOf(IOException.class);
        assertThat(anna.messages()).hasSize(1);

        server.faults().next("sendMessage", Fault.droppedAfter());
        assertThatThrownBy(() -> bot.get("sendMessage", say("a"))).isInstanceOf(IOException.class);
        assertThat(anna.messages()).hasSize(2);
        bot.get("sendMessage", say("a"));

        assertThat(server.calls().of("sendMessage"))
                .extracting(Call::effect)
                .containsExactly(false, true, true);
        assertThat(server.calls().doubles()).hasSize(1);
    }

    @Test
    void aSlowAnswerComesAfterItHappenedADelayedOneBefore() throws Exception {
        server.faults().next("sendMessage", Fault.slow(Duration.ofMillis(300)));
        var slow = Thread.ofVirtual().start(() -> unheard(say("a")));
        anna.waitFor(seen -> seen.text().equals("a"), Duration.ofMillis(250));
        slow.join();

        server.faults().next("sendMessage", Fault.delayed(Duration.ofMillis(300)));
        var delayed = Thread.ofVirtual().start(() -> unheard(say("b")));
        Thread.sleep(100);
        assertThat(anna.last().text()).isEqualTo("a");
        delayed.join();
        assertThat(anna.last().text()).isEqualTo("b");
    }

    @Test
    void aKilledClientLosesNothing() throws Exception {
        int last = bot.get("getUpdates", "{}").get(0).path("update_id").asInt();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(
                            "GET /bot%s/getUpdates?timeout=30&offset=%d HTTP/1.1\r\nHost: x\r\n\r\n"
                                    .formatted(Asked.TOKEN, last + 1)
                                    .getBytes(US_ASCII));
            while (server.calls().count("getUpdates") < 2) Thread.sleep(5);
        }
        anna.write("a");

        var batch = bot.get("getUpdates", "{\"timeout\":1}");

        assertThat(batch).hasSize(1);
        assertThat(batch.at("/0/message/text").asText()).isEqualTo("a");
    }

    @Test
    void ratesAreMeasured() throws Exception {
        for (int i = 0; i < 5; i++) bot.get("sendMessage", say("" + i));

        assertThat(server.calls().mostWithin(Duration.ofSeconds(60), Call::isLimited)).isEqualTo(5);
        assertThat(server.calls().mostWithin(Duration.ofNanos(1), Call::isLimited)).isEqualTo(1);
        assertThat(server.calls().to(anna.chat())).hasSize(5);
        assertThat(server.calls().doubles()).isEmpty();
    }

    @Test
    void whatDiffersFromTheSchemaIsNotedWithoutItsContents() throws Exception {
        try (var other = BotServer.start(Asked.TOKEN);
                var asked = new Asked(other)) {
            asked.ask("sendMessage", "{\"chat_id\":5,\"text\":\"geheim\",\"parse_mode\":\"html\"}");
            asked.ask("sendMessage", "{\"chat_id\":5,\"text\":\"geheim\",\"colour\":\"geheim\"}");
            asked.ask("sendMessage", "{\"chat_id\":5}");
            asked.ask("getEverything", "{}");

            assertThat(other.violations())
                    .containsExactly(
                            "no method getEverything",
                            "sendMessage / additionalProperties colour",
                            "sendMessage / required text",
                            "sendMessage /parse_mode enum");
            assertThatThrownBy(other::assertClean).isInstanceOf(AssertionError.class);
            other.forgive();
        }
    }

    private void unheard(String json) {
        try {
            bot.get("sendMessage", json);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String say(String text) {
        return "{\"chat_id\":%d,\"text\":\"%s\"}".formatted(anna.chat(), text);
    }

    private String form(String text) {
        var keyboard = "{\"inline_keyboard\":[[{\"text\":\"Ja\",\"callback_data\":\"a\"}]]}";
        return "chat_id=%d&text=%s&reply_markup=%s&protect_content=true"
                .formatted(
                        anna.chat(),
                        URLEncoder.encode(text, UTF_8),
                        URLEncoder.encode(keyboard, UTF_8));
    }
}
