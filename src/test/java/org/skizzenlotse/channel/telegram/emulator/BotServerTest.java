// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// The server with a client that we did not write.
class BotServerTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private BotServer server;
    private OkHttpClient http;
    private OkHttpTelegramClient bot;
    private Person anna;

    @BeforeEach
    void start() throws Exception {
        server = BotServer.start(Asked.TOKEN);
        http = new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(60)).build();
        var place =
                TelegramUrl.builder().schema("http").host("127.0.0.1").port(server.port()).build();
        bot = new OkHttpTelegramClient(http, Asked.TOKEN, place);
        anna = server.person("Anna");
    }

    @AfterEach
    void end() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        server.close();
    }

    @Test
    void theBotKnowsItself() throws Exception {
        var me = bot.execute(new GetMe());

        assertThat(me.getId()).isEqualTo(123456L);
        assertThat(me.getIsBot()).isTrue();
        assertThat(me.getUserName()).isEqualTo(BotServer.USER_NAME);
    }

    @Test
    void aConversationGoesOn() throws Exception {
        anna.start();
        var sent = bot.execute(question("<b>Wer?</b>"));
        var tap = anna.tap(sent.getMessageId(), "Ich");
        var updates = bot.execute(GetUpdates.builder().timeout(5).build());

        assertThat(updates).hasSize(2);
        assertThat(updates.getLast().getCallbackQuery().getData()).isEqualTo("a");
        bot.execute(AnswerCallbackQuery.builder().callbackQueryId(tap).build());
        bot.execute(
                EditMessageText.builder()
                        .chatId(anna.chat())
                        .messageId(sent.getMessageId())
                        .text("Wer? Ich.")
                        .build());
        var seen = anna.waitForAnswer(message -> message.edits() == 1, SOON);
        assertThat(seen.text()).isEqualTo("Wer? Ich.");
        assertThat(seen.keyboard()).isEmpty();
        bot.execute(new DeleteMessage(Long.toString(anna.chat()), sent.getMessageId()));
        assertThat(anna.messages().getLast().deleted()).isTrue();
    }

    @Test
    void anUnchangedEditIsRefused() throws Exception {
        anna.start();
        var sent = bot.execute(new SendMessage(Long.toString(anna.chat()), "a"));
        var edit =
                EditMessageText.builder()
                        .chatId(anna.chat())
                        .messageId(sent.getMessageId())
                        .text("a")
                        .build();

        assertThatThrownBy(() -> bot.execute(edit))
                .asInstanceOf(InstanceOfAssertFactories.type(TelegramApiRequestException.class))
                .satisfies(refused -> {
                    assertThat(refused.getErrorCode()).isEqualTo(400);
                    assertThat(refused.getApiResponse())
                            .startsWith("Bad Request: message is not modified");
                });
    }

    @Test
    void anOffsetConfirmsAndAnotherPollConflicts() throws Exception {
        anna.write("1");
        anna.write("2");
        var first = bot.execute(GetUpdates.builder().limit(1).build());
        assertThat(first).hasSize(1);
        assertThat(bot.execute(GetUpdates.builder().limit(1).build())).isEqualTo(first);
        int next = first.getFirst().getUpdateId() + 1;
        assertThat(bot.execute(GetUpdates.builder().offset(next).build())).hasSize(1);
        assertThat(server.pending()).isEqualTo(1);

        bot.execute(SetWebhook.builder().url("https://bot.example.org/x").build());
        assertThatThrownBy(() -> bot.execute(new GetUpdates())).hasMessageContaining("[409]");
        assertThat(bot.execute(new GetWebhookInfo()).getUrl()).startsWith("https://bot.");
        bot.execute(new DeleteWebhook());
        assertThat(bot.execute(new GetUpdates())).hasSize(1);
    }

    @Test
    void filesGoBothWays() throws Exception {
        anna.start();
        var bytes = "%PDF".getBytes(UTF_8);
        bot.execute(
                SendDocument.builder()
                        .chatId(anna.chat())
                        .caption("<i>Skizze</i>")
                        .parseMode("HTML")
                        .document(new InputFile(new ByteArrayInputStream(bytes), "Skizze.pdf"))
                        .build());
        var file = anna.last().files().getFirst();
        assertThat(file.bytes()).isEqualTo(bytes);
        assertThat(file.name()).isEqualTo("Skizze.pdf");

        anna.sendDocument("Brief.pdf", bytes, "application/pdf");
        var document =
                bot.execute(GetUpdates.builder().offset(-1).build())
                        .getFirst()
                        .getMessage()
                        .getDocument();
        var found = bot.execute(new GetFile(document.getFileId()));
        assertThat(found.getFilePath()).startsWith("documents/");
        assertThat(found.getFileSize()).isEqualTo(4L);
    }

    @Test
    void everyUpdateIsUnderstood() throws Exception {
        anna.start();
        anna.sendPhoto(new byte[30]);
        anna.sendVoice(new byte[30]);
        anna.sendVideo("a.mp4", new byte[30]);
        anna.sendSticker();
        anna.sendLocation();
        anna.sendContact();
        anna.sendPoll();
        anna.sendDice();
        anna.tapInaccessible(1, "a");
        anna.edit(anna.write("a"), "b");
        anna.block();
        server.group("Team", anna);

        assertThat(bot.execute(new GetUpdates())).hasSize(15);
        anna.unblock();
        anna.sendBroken(Broken.SENDER_WITHOUT_IS_BOT);
        assertThatThrownBy(() -> bot.execute(new GetUpdates()))
                .as("the library does not understand any of a batch with a broken one")
                .isInstanceOf(TelegramApiRequestException.class);
    }

    @Test
    void tooManyCallsAreToldHowLongToWait() {
        anna.start();
        server.faults().next("sendMessage", Fault.tooMany(2));

        assertThatThrownBy(() -> bot.execute(question("a")))
                .asInstanceOf(InstanceOfAssertFactories.type(TelegramApiRequestException.class))
                .satisfies(refused -> {
                    assertThat(refused.getErrorCode()).isEqualTo(429);
                    assertThat(refused.getParameters().getRetryAfter()).isEqualTo(2);
                });
    }

    @Test
    void commandsAreKept() throws Exception {
        bot.execute(
                SetMyCommands.builder()
                        .command(new BotCommand("hilfe", "Hilfe"))
                        .languageCode("de")
                        .build());

        assertThat(bot.execute(GetMyCommands.builder().languageCode("de").build())).hasSize(1);
        assertThat(anna.commands()).hasSize(1);
    }

    private SendMessage question(String html) {
        return SendMessage.builder()
                .chatId(anna.chat())
                .text(html)
                .parseMode("HTML")
                .replyMarkup(
                        InlineKeyboardMarkup.builder()
                                .keyboard(
                                        List.of(
                                                new InlineKeyboardRow(
                                                        InlineKeyboardButton.builder()
                                                                .text("Ich")
                                                                .callbackData("a")
                                                                .build())))
                                .build())
                .build();
    }
}
