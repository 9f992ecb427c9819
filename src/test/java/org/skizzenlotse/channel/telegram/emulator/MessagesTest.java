// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a bot says, changes and takes back, and what it may not.
class MessagesTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Hours clock = new Hours();
    private BotServer server;
    private Asked bot;
    private Person anna;

    @BeforeEach
    void start() throws Exception {
        server = BotServer.start(Asked.TOKEN, clock);
        bot = new Asked(server);
        anna = server.person("Anna");
    }

    @AfterEach
    void end() {
        bot.close();
        server.close();
    }

    @Test
    void aBotMayNotBegin() throws Exception {
        assertThat(bot.refused("sendMessage", say("Hallo")))
                .isEqualTo("400 Bad Request: chat not found");
        assertThat(bot.refused("sendMessage", "{\"chat_id\":999,\"text\":\"Hallo\"}"))
                .isEqualTo("400 Bad Request: chat not found");
    }

    @Test
    void aPersonSeesTextsMarksAndButtons() throws Exception {
        anna.start();

        bot.get(
                "sendMessage",
                """
                {"chat_id":"%d","parse_mode":"HTML","text":"<b>Wer</b> fragt?","reply_markup":
                {"inline_keyboard":[[{"text":"Ich","callback_data":"a"}],
                [{"text":"Mehr","url":"https://example.org/mehr"}]]}}
                """
                        .formatted(anna.chat()));

        var seen = anna.last();
        assertThat(seen.text()).isEqualTo("Wer fragt?");
        assertThat(seen.marks()).containsExactly(new Seen.Mark("bold", "Wer", ""));
        assertThat(seen.keyboard())
                .containsExactly(
                        List.of(new Seen.Button("Ich", "a", "")),
                        List.of(new Seen.Button("Mehr", "", "https://example.org/mehr")));
        assertThat(anna.messages()).extracting(Seen::text).containsExactly("/start", "Wer fragt?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "<b> </b>"})
    void nothingIsNoMessage(String text) throws Exception {
        anna.start();

        assertThat(bot.refused("sendMessage", html(text)))
                .isEqualTo("400 Bad Request: message text is empty");
    }

    @Test
    void lengthsAreCountedAfterTheMarksAreRead() throws Exception {
        anna.start();

        bot.get("sendMessage", html("<b>" + "😀".repeat(2048) + "</b>"));
        assertThat(bot.refused("sendMessage", html("😀".repeat(2048) + "a")))
                .isEqualTo("400 Bad Request: message is too long");
        assertThat(bot.refused("sendMessage", html("<b></b>".repeat(4700))))
                .isEqualTo("400 Bad Request: text is too long");
    }

    @Test
    void dataOfAButtonHas64Bytes() throws Exception {
        anna.start();

        bot.get("sendMessage", button("x".repeat(64)));
        assertThat(bot.refused("sendMessage", button("ä".repeat(33))))
                .isEqualTo("400 Bad Request: BUTTON_DATA_INVALID");
    }

    @Test
    void anEditWithoutDifferenceIsRefused() throws Exception {
        anna.start();
        int id = bot.get("sendMessage", button("a")).path("message_id").asInt();
        var same = button("a").replaceFirst("\\{", "{\"message_id\":" + id + ",");

        assertThat(bot.refused("editMessageText", same))
                .startsWith("400 Bad Request: message is not modified: specified new message");
        assertThat(bot.refused("editMessageReplyMarkup", same.replace("\"text\":\"x\",", "")))
                .startsWith("400 Bad Request: message is not modified");

        bot.get("editMessageReplyMarkup", message(id));
        assertThat(anna.last().keyboard()).isEmpty();
        assertThat(anna.last().edits()).isEqualTo(1);
        bot.get("editMessageText", same);
        assertThat(anna.last().buttons()).containsExactly("Ja");
    }

    @Test
    void whatIsNotThereIsNeitherEditedNorDeleted() throws Exception {
        int own = anna.start();
        int id = bot.get("sendMessage", say("a")).path("message_id").asInt();

        assertThat(bot.refused("editMessageText", say(999, "b")))
                .isEqualTo("400 Bad Request: message to edit not found");
        assertThat(bot.refused("editMessageText", say(own, "b")))
                .isEqualTo("400 Bad Request: message can't be edited");
        bot.get("deleteMessage", message(id));
        assertThat(bot.refused("deleteMessage", message(id)))
                .isEqualTo("400 Bad Request: message to delete not found");
        assertThat(bot.refused("editMessageText", say(id, "b")))
                .isEqualTo("400 Bad Request: message to edit not found");
        assertThat(anna.messages()).extracting(Seen::deleted).containsExactly(false, true);
    }

    @Test
    void afterTwoDaysNothingIsDeleted() throws Exception {
        anna.start();
        int id = bot.get("sendMessage", say("a")).path("message_id").asInt();
        clock.pass(Duration.ofHours(49));

        assertThat(bot.refused("deleteMessage", message(id)))
                .isEqualTo("400 Bad Request: message can't be deleted for everyone");
    }

    @Test
    void aTapIsAnsweredOnceAndNotTooLate() throws Exception {
        anna.start();
        int id = bot.get("sendMessage", button("a")).path("message_id").asInt();
        var taps = anna.tapTwice(id, "Ja");
        var tooOld =
                "400 Bad Request: query is too old and response timeout expired or query ID is"
                        + " invalid";

        bot.get("answerCallbackQuery", tap(taps.getFirst()));
        assertThat(bot.refused("answerCallbackQuery", tap(taps.getFirst()))).isEqualTo(tooOld);
        assertThat(bot.refused("answerCallbackQuery", tap("17"))).isEqualTo(tooOld);
        assertThat(anna.unanswered()).isEqualTo(1);
        clock.pass(Duration.ofHours(1));
        assertThat(bot.refused("answerCallbackQuery", tap(taps.getLast()))).isEqualTo(tooOld);
        assertThat(anna.toasts()).containsExactly(new Toast(taps.getFirst(), "Gut", false));
        anna.waitForRest(SOON);
    }

    @Test
    void whoBlockedTheBotGetsNothingUntilTheyComeBack() throws Exception {
        anna.start();
        anna.block();
        assertThat(bot.refused("sendMessage", say("a")))
                .isEqualTo("403 Forbidden: bot was blocked by the user");
        assertThat(
                        bot.refused(
                                "sendChatAction",
                                "{\"chat_id\":%d,\"action\":\"typing\"}".formatted(anna.chat())))
                .startsWith("403");

        anna.start();
        bot.get("sendMessage", say("a"));
        anna.deactivate();
        assertThat(bot.refused("sendMessage", say("b")))
                .isEqualTo("403 Forbidden: user is deactivated");
    }

    @Test
    void whoWaitsSeesWhatCameAfterTheirLastAct() throws Exception {
        anna.start();
        int first = bot.get("sendMessage", say("Frage 1")).path("message_id").asInt();
        anna.write("Antwort");
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        bot.get("editMessageText", say(first, "Frage 1, beantwortet"));
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                });

        var seen = anna.waitForAnswer(message -> message.text().startsWith("Frage"), SOON);

        assertThat(seen.text()).isEqualTo("Frage 1, beantwortet");
    }

    @Test
    void commandsAreKeptByScopeAndLanguage() throws Exception {
        var set = "{\"commands\":[{\"command\":\"%s\",\"description\":\"x\"}]%s}";
        bot.get("setMyCommands", set.formatted("help", ""));
        bot.get("setMyCommands", set.formatted("hilfe", ",\"language_code\":\"de\""));
        bot.get(
                "setMyCommands",
                set.formatted("weiter", ",\"scope\":{\"type\":\"all_private_chats\"}"));

        assertThat(bot.get("getMyCommands", "{\"language_code\":\"de\"}").toString())
                .isEqualTo("[{\"command\":\"hilfe\",\"description\":\"x\"}]");
        assertThat(bot.get("getMyCommands", "{\"language_code\":\"fr\"}")).isEmpty();
        assertThat(anna.commands()).containsExactly(new BotCommand("weiter", "x"));
        bot.get("deleteMyCommands", "{\"scope\":{\"type\":\"all_private_chats\"}}");
        assertThat(anna.commands()).containsExactly(new BotCommand("hilfe", "x"));
        assertThat(server.person("Ben", "en").commands())
                .containsExactly(new BotCommand("help", "x"));
        assertThat(bot.refused("setMyCommands", set.formatted("Ü", "")))
                .isEqualTo("400 Bad Request: BOT_COMMAND_INVALID");
    }

    private String say(String text) {
        return "{\"chat_id\":%d,\"text\":\"%s\"}".formatted(anna.chat(), text);
    }

    private String say(int message, String text) {
        return "{\"chat_id\":%d,\"message_id\":%d,\"text\":\"%s\"}"
                .formatted(anna.chat(), message, text);
    }

    private String html(String text) {
        return Json.object()
                .put("chat_id", anna.chat())
                .put("text", text)
                .put("parse_mode", "HTML")
                .toString();
    }

    private String button(String data) {
        return """
        {"chat_id":%d,"text":"x","reply_markup":
        {"inline_keyboard":[[{"text":"Ja","callback_data":"%s"}]]}}
        """
                .formatted(anna.chat(), data);
    }

    private String message(int id) {
        return "{\"chat_id\":%d,\"message_id\":%d}".formatted(anna.chat(), id);
    }

    private static String tap(String id) {
        return "{\"callback_query_id\":\"%s\",\"text\":\"Gut\"}".formatted(id);
    }
}
