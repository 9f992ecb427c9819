// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a bot gets of what a person does.
class PersonTest {
    private BotServer server;
    private Asked bot;
    private Person anna;

    @BeforeEach
    void start() throws Exception {
        server = BotServer.start(Asked.TOKEN);
        bot = new Asked(server);
        anna = server.person("Anna");
    }

    @AfterEach
    void end() {
        bot.close();
        server.close();
    }

    @Test
    void everyKindOfMessageComes() throws Exception {
        anna.write("Text");
        anna.sendVoice(new byte[] {1});
        anna.sendVideo("film.mp4", new byte[] {1});
        anna.sendSticker();
        anna.sendLocation();
        anna.sendContact();
        anna.sendPoll();
        anna.sendDice();

        var updates = updates();
        for (var kind :
                List.of("text", "voice", "video", "sticker", "location", "contact", "poll", "dice"))
            assertThat(updates).anyMatch(update -> update.path("message").has(kind));
        assertThat(updates).hasSize(8);
    }

    @Test
    void aPayloadComesOnlyWhereTelegramLetsItPass() throws Exception {
        anna.start("abc_-1");
        anna.start("a".repeat(65));
        anna.start("ä");

        assertThat(updates())
                .extracting(update -> update.at("/message/text").asText())
                .containsExactly("/start abc_-1", "/start", "/start");
        assertThat(updates().getFirst().at("/message/entities/0/type").asText())
                .isEqualTo("bot_command");
    }

    @Test
    void anEditComesAsOne() throws Exception {
        int id = anna.write("alt");
        anna.edit(id, "neu");

        var edited = updates().getLast().path("edited_message");
        assertThat(edited.path("text").asText()).isEqualTo("neu");
        assertThat(edited.has("edit_date")).isTrue();
        assertThat(anna.messages().getFirst().edits()).isEqualTo(1);
    }

    @Test
    void aBlockAndItsEndComeAsMemberships() throws Exception {
        anna.start();
        anna.block();
        assertThatThrownBy(() -> anna.write("a")).isInstanceOf(IllegalStateException.class);
        anna.start();

        assertThat(updates())
                .extracting(update -> update.at("/my_chat_member/new_chat_member/status").asText())
                .containsExactly("", "kicked", "member", "");
    }

    @Test
    void aTapComesWithItsMessageAnOldOneWithoutContent() throws Exception {
        anna.start();
        int id = question();
        anna.tap(id, "Ja");
        anna.tapData(id, "weg");
        anna.tapInaccessible(id, "a");

        var taps = updates().stream().map(update -> update.path("callback_query")).toList();
        assertThat(taps.get(1).path("data").asText()).isEqualTo("a");
        assertThat(taps.get(1).at("/message/text").asText()).isEqualTo("?");
        assertThat(taps.get(2).path("data").asText()).isEqualTo("weg");
        assertThat(taps.get(3).at("/message/date").asInt()).isZero();
        assertThat(taps.get(3).path("message")).hasSize(3);
        assertThatThrownBy(() -> anna.tap(id, "Nein"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("no button 'Nein' among [Ja]");
    }

    @Test
    void inAGroupABotHearsOnlyCommands() throws Exception {
        var group = server.group("Team", anna);
        anna.in(group).write("Was meint ihr?");
        anna.in(group).write("/start@" + BotServer.USER_NAME);

        var updates = updates();
        assertThat(updates).hasSize(3);
        assertThat(updates.get(0).at("/my_chat_member/chat/title").asText()).isEqualTo("Team");
        assertThat(updates.get(1).path("message").has("new_chat_members")).isTrue();
        assertThat(updates.get(2).at("/message/chat/type").asText()).isEqualTo("group");
        assertThat(anna.messages()).isEmpty();

        group.withoutPrivacy();
        anna.in(group).write("Und jetzt?");
        assertThat(updates()).hasSize(4);
        bot.get("leaveChat", "{\"chat_id\":%d}".formatted(group.chat()));
        assertThat(bot.refused("sendMessage", say(group.chat())))
                .isEqualTo("403 Forbidden: bot is not a member of the group chat");
    }

    @Test
    void whatABotIsDoingIsSeen() throws Exception {
        anna.start();
        bot.get("sendChatAction", "{\"chat_id\":%d,\"action\":\"typing\"}".formatted(anna.chat()));

        assertThat(anna.actions()).containsExactly("typing");
    }

    @Test
    void whoWaitsInVainFails() {
        assertThatThrownBy(() -> anna.waitFor(seen -> true, Duration.ofMillis(20)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> anna.last()).isInstanceOf(AssertionError.class);
    }

    private int question() throws Exception {
        return bot.get(
                        "sendMessage",
                        """
                        {"chat_id":%d,"text":"?","reply_markup":
                        {"inline_keyboard":[[{"text":"Ja","callback_data":"a"}]]}}
                        """
                                .formatted(anna.chat()))
                .path("message_id")
                .asInt();
    }

    private static String say(long chat) {
        return "{\"chat_id\":%d,\"text\":\"a\"}".formatted(chat);
    }

    private List<JsonNode> updates() throws Exception {
        return bot.get("getUpdates", "{}").valueStream().toList();
    }
}
