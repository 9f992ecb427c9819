// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skizzenlotse.channel.telegram.CallOutcome.Done;
import org.skizzenlotse.channel.telegram.CallOutcome.Gone;
import org.skizzenlotse.channel.telegram.CallOutcome.NotNow;
import org.skizzenlotse.channel.telegram.CallOutcome.Refused;

class BotApiTest {
    private static final String SENT =
            "{\"message_id\":7,\"date\":1760000000,\"chat\":{\"id\":5,\"type\":\"private\"}}";
    private static final Bubble BUBBLE =
            new Bubble(
                    "<b>Worum geht es?</b> &amp; wie",
                    "Worum geht es? & wie",
                    List.of(
                            List.of(new Button("1 Ja", "c:ja", ""), new Button("2 Nein", "n", "")),
                            List.of(new Button("Im Browser", "", "https://example.org/"))));

    private FarEnd far;
    private BotApi api;

    @BeforeEach
    void connect() throws Exception {
        far = new FarEnd();
        api = far.api();
    }

    @AfterEach
    void hangUp() {
        far.close();
    }

    @Test
    void aMessageGoesAsHtmlWithItsButtonsAndNoPreviewAndIsKnownByItsNumber() throws Exception {
        far.thenResult(SENT);
        var outcome = api.send(5, BUBBLE);
        assertThat(((Done) outcome).messageId()).isEqualTo(7);
        assertThat(far.last().path()).isEqualTo("/bot" + FarEnd.TOKEN + "/sendmessage");
        var sent = far.last().json();
        assertThat(sent.path("chat_id").asText()).isEqualTo("5");
        assertThat(sent.path("text").asText()).isEqualTo(BUBBLE.html());
        assertThat(sent.path("parse_mode").asText()).isEqualTo("HTML");
        assertThat(sent.path("link_preview_options")).hasToString("{\"is_disabled\":true}");
        assertThat(sent.path("reply_markup"))
                .hasToString(
                        "{\"inline_keyboard\":[[{\"text\":\"1 Ja\",\"callback_data\":\"c:ja\"},"
                                + "{\"text\":\"2 Nein\",\"callback_data\":\"n\"}],"
                                + "[{\"text\":\"Im Browser\",\"url\":\"https://example.org/\"}]]}");
    }

    @Test
    void marksThatAreNotUnderstoodGoOnceMoreWithoutMarks() throws Exception {
        far.thenRefusal(400, "Bad Request: can't parse entities: Unsupported start tag");
        far.thenResult(SENT);
        assertThat(api.send(5, BUBBLE)).isInstanceOf(Done.class);
        assertThat(far.asked()).hasSize(2);
        assertThat(far.last().json().path("text").asText()).isEqualTo(BUBBLE.plain());
        assertThat(far.last().json().has("parse_mode")).isFalse();
        assertThat(far.last().json().path("reply_markup").path("inline_keyboard")).hasSize(2);
    }

    @Test
    void aTextThatIsRefusedWithoutMarksTooIsNotSentAThirdTime() {
        far.thenRefusal(400, "Bad Request: can't parse entities: x");
        far.thenRefusal(400, "Bad Request: can't parse entities: x");
        assertThat(api.editText(5, 7, BUBBLE)).isEqualTo(new Refused(400, "cannot parse"));
        assertThat(far.asked()).hasSize(2);
    }

    @Test
    void theTimeThatTelegramAsksForIsTheTimeToWait() {
        far.then(
                429,
                "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after"
                        + " 17\",\"parameters\":{\"retry_after\":17}}");
        assertThat(api.send(5, BUBBLE)).isEqualTo(new NotNow(Duration.ofSeconds(17), "busy"));
        far.thenRefusal(429, "Too Many Requests");
        assertThat(api.send(5, BUBBLE)).isEqualTo(new NotNow(Answers.FIRST_PAUSE, "busy"));
    }

    @Test
    void whatIsNotOfTheBotApiMayWorkLater() {
        far.then(502, "<html><body>502 Bad Gateway</body></html>")
                .then(200, "")
                .then(200, "[]")
                .then(200, "{\"result\":{}}")
                .then(200, "{\"ok\":true}{\"ok\":true}")
                .then(200, "{\"ok\":true,\"result\":");
        for (int i = 0; i < 6; i++)
            assertThat(api.me()).isEqualTo(new NotNow(Answers.FIRST_PAUSE, "not understood"));
        far.thenRefusal(500, "Internal Server Error");
        assertThat(api.me()).isEqualTo(new NotNow(Answers.FIRST_PAUSE, "server"));
    }

    @Test
    void noAnswerIsToldApartFromNoConnection() throws Exception {
        far.thenDrop().thenSilence(Duration.ofSeconds(3));
        assertThat(api.me()).isEqualTo(new NotNow(Answers.FIRST_PAUSE, "no answer"));
        assertThat(api.me()).isEqualTo(new NotNow(Answers.FIRST_PAUSE, "no answer"));
        int closed;
        try (var door = new ServerSocket(0)) {
            closed = door.getLocalPort();
        }
        try (var nowhere =
                new BotApi(
                        BotAccess.of("http://127.0.0.1:" + closed, FarEnd.TOKEN), FarEnd.LIMITS)) {
            assertThat(nowhere.me()).isEqualTo(new NotNow(Answers.FIRST_PAUSE, "unreachable"));
        }
    }

    @Test
    void aKeptConnectionThatBreaksSendsNothingTwiceByItself() {
        far.thenResult(SENT).thenDrop().thenResult(SENT);
        assertThat(api.send(5, BUBBLE)).isInstanceOf(Done.class);
        assertThat(api.send(5, BUBBLE)).isEqualTo(new NotNow(Answers.FIRST_PAUSE, "no answer"));
        assertThat(far.asked()).hasSize(2);
    }

    @Test
    void anAnswerThatTheLibraryCouldNotReadIsDoneAllTheSame() {
        far.thenResult("{\"message_id\":9,\"date\":1760000000000,\"chat\":{},\"from\":\"who\"}");
        assertThat(((Done) api.send(5, BUBBLE)).messageId()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "403, 'Forbidden: bot was blocked by the user', blocked",
        "403, 'Forbidden: user is deactivated', deactivated",
        "403, 'Forbidden: bot can''t initiate conversation with a user', forbidden",
        "400, 'Bad Request: chat not found', no chat"
    })
    void aChatThatCannotBeWrittenToIsGone(int code, String description, String why) {
        far.thenRefusal(code, description);
        assertThat(api.send(5, BUBBLE)).isEqualTo(new Gone(why));
    }

    @ParameterizedTest
    @CsvSource({
        "400, 'Bad Request: message is too long', too long",
        "400, 'Bad Request: text is too long', too long",
        "400, 'Bad Request: message text is empty', empty",
        "400, 'Bad Request: BUTTON_DATA_INVALID', button",
        "400, 'Bad Request: message to edit not found', not found",
        "400, 'Bad Request: message to delete not found', not found",
        "400, 'Bad Request: message can''t be edited', fixed",
        "400, 'Bad Request: query is too old and response timeout expired or query ID is"
                + " invalid', too late",
        "400, 'Bad Request: PEER_ID_INVALID', other",
        "413, 'Request Entity Too Large', too big",
        "401, 'Unauthorized', token",
        "404, 'Not Found', token",
        "405, 'Method Not Allowed', other"
    })
    void aRefusalIsGivenInWordsOfOurs(int code, String description, String why) {
        far.thenRefusal(code, description);
        assertThat(api.editKeyboard(5, 7, List.of())).isEqualTo(new Refused(code, why));
    }

    @Test
    void aMessageThatIsAlreadyAsItShouldBeIsDone() {
        far.thenRefusal(
                400,
                "Bad Request: message is not modified: specified new message content and reply"
                        + " markup are exactly the same as a current content and reply markup of"
                        + " the message");
        assertThat(api.editText(5, 7, BUBBLE)).isInstanceOf(Done.class);
        assertThat(far.asked()).hasSize(1);
    }

    @Test
    void theSmallCallsSayWhatTheyShould() throws Exception {
        for (int i = 0; i < 10; i++) far.thenResult("true");
        api.editKeyboard(5, 7, BUBBLE.keyboard());
        assertThat(far.last().json().path("message_id").asInt()).isEqualTo(7);
        api.editKeyboard(5, 7, List.of());
        assertThat(far.last().json().has("reply_markup")).isFalse();
        api.answerTap("q1", "");
        assertThat(far.last().json().has("text")).isFalse();
        api.answerTap("q1", "Notiert");
        assertThat(far.last().json().path("text").asText()).isEqualTo("Notiert");
        api.typing(5);
        assertThat(far.last().json().path("action").asText()).isEqualTo("typing");
        api.delete(5, 7);
        assertThat(far.last().method()).isEqualTo("deletemessage");
        var words = new LinkedHashMap<String, String>();
        words.put("hilfe", "Was geht");
        words.put("pause", "Später weiter");
        api.commands("de", words);
        assertThat(far.last().json().path("language_code").asText()).isEqualTo("de");
        assertThat(far.last().json().path("commands").path(1).path("command").asText())
                .isEqualTo("pause");
        api.commands("", Map.of("help", "What you can do"));
        assertThat(far.last().json().has("language_code")).isFalse();
        api.setWebhook("https://example.org/telegram", "secret_1");
        assertThat(far.last().json().path("secret_token").asText()).isEqualTo("secret_1");
        assertThat(far.last().json().path("allowed_updates")).hasSize(4);
        api.deleteWebhook();
        assertThat(far.last().json().path("drop_pending_updates").asBoolean(true)).isFalse();
    }

    @Test
    void whatTheLibraryWouldNotSendIsRefused() {
        assertThat(api.send(5, new Bubble("", "", List.of()))).isEqualTo(new Refused(400, "other"));
        assertThat(far.asked()).isEmpty();
    }

    @Test
    void manyCallsGoAtOnce() throws Exception {
        for (int i = 0; i < 40; i++)
            far.then(exchange -> {
                Thread.sleep(400);
                FarEnd.whole(exchange, 200, "{\"ok\":true,\"result\":true}".getBytes(UTF_8));
            });
        var begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<CallOutcome>>();
            for (int i = 0; i < 40; i++) calls.add(threads.submit(() -> api.typing(5)));
            for (var call : calls) assertThat(call.get()).isInstanceOf(Done.class);
        }
        // five at once would take 3.2 seconds, and most would have run out of time
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void nothingShowsTheTokenOrWhatSomebodyWrote() {
        far.thenResult("{\"text\":\"Geheimes\"}");
        assertThat(api.me()).hasToString("Done");
        assertThat(api).hasToString("BotApi[" + far.address() + "]");
        assertThat(BUBBLE.toString() + BUBBLE.keyboard()).doesNotContain("Worum", "Ja");
    }

    @Test
    void noTextOfTelegramsIsPassedOn() {
        far.thenRefusal(400, "Bad Request: somebody wrote this");
        assertThat(api.send(5, BUBBLE).toString()).doesNotContain("somebody");
    }

    @Test
    void morePollingThanTelegramAllowsIsAMistakeOfOurs() {
        assertThatThrownBy(() -> api.getUpdates(0, 101, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> api.getUpdates(0, 1, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
