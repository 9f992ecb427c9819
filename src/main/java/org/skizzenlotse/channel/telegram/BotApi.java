// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.telegram.CallOutcome.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/// Telegram's Bot API, called on the caller's thread, each call within the time of its limits. It
/// never tries again by itself, except for a text whose marks are not understood: that goes once
/// more without marks.
final class BotApi implements AutoCloseable {
    /// The longest that Telegram lets anybody wait.
    static final Duration POLL_MAX = Duration.ofSeconds(50);

    /// The most that Telegram gives at once.
    static final int UPDATES_MAX = 100;

    /// As the documentation writes it; the library's constant is in small letters.
    private static final String HTML = "HTML";

    private static final Logger LOG = LoggerFactory.getLogger(BotApi.class);

    private final BotAccess access;
    private final BotWire wire;
    private final BotFiles files;

    BotApi(BotAccess access, BotClients.Limits limits) {
        this.access = access;
        wire = new BotWire(access, limits);
        files = new BotFiles(access, wire);
    }

    /// Waits for updates from this number on, at most [#UPDATES_MAX] and [#POLL_MAX]; those below
    /// it are confirmed and never come again.
    Polled getUpdates(long offset, int limit, Duration timeout) {
        if (limit < 1 || limit > UPDATES_MAX || timeout.compareTo(POLL_MAX) > 0)
            throw new IllegalArgumentException("more than Telegram gives");
        return wire.poll(new RawGetUpdates(offset, limit, timeout.toSeconds()));
    }

    /// Sends a message, without previews of its links; done with its number.
    CallOutcome send(long chat, Bubble bubble) {
        var markup = markup(bubble.keyboard());
        return marked(
                bubble,
                text ->
                        SendMessage.builder()
                                .chatId(chat)
                                .text(text.text())
                                .parseMode(text.mode())
                                .linkPreviewOptions(noPreview())
                                .replyMarkup(markup)
                                .build());
    }

    /// Gives a message of ours another text and other buttons.
    CallOutcome editText(long chat, int messageId, Bubble bubble) {
        var markup = markup(bubble.keyboard());
        return marked(
                bubble,
                text ->
                        EditMessageText.builder()
                                .chatId(chat)
                                .messageId(messageId)
                                .text(text.text())
                                .parseMode(text.mode())
                                .linkPreviewOptions(noPreview())
                                .replyMarkup(markup)
                                .build());
    }

    /// Gives a message of ours other buttons; no rows remove them.
    CallOutcome editKeyboard(long chat, int messageId, List<List<Button>> keyboard) {
        var edit = new EditMessageReplyMarkup();
        edit.setChatId(chat);
        edit.setMessageId(messageId);
        edit.setReplyMarkup(markup(keyboard));
        return wire.call(edit);
    }

    /// Ends the waiting sign of a tapped button, with a short note (at most 200 characters) or,
    /// where it is empty, without.
    CallOutcome answerTap(String callbackId, String note) {
        return wire.call(
                AnswerCallbackQuery.builder()
                        .callbackQueryId(callbackId)
                        .text(note.isEmpty() ? null : note)
                        .build());
    }

    /// Shows for five seconds that an answer is being written.
    CallOutcome typing(long chat) {
        return wire.call(SendChatAction.builder().chatId(chat).action("typing").build());
    }

    /// Sends a file with a plain caption (at most 1024 characters), or none where it is empty.
    CallOutcome sendDocument(long chat, Upload file, String caption) {
        return files.send(chat, file, caption);
    }

    /// Removes a message.
    CallOutcome delete(long chat, int messageId) {
        return wire.call(DeleteMessage.builder().chatId(chat).messageId(messageId).build());
    }

    /// Who the bot is; this tries the token, too.
    CallOutcome me() {
        return wire.call(new GetMe());
    }

    /// Says which commands there are, by name (without slash) and description in their order, to
    /// people of this language; an empty one is for all others.
    CallOutcome commands(String language, Map<String, String> descriptions) {
        var commands =
                descriptions.entrySet().stream()
                        .map(one -> new BotCommand(one.getKey(), one.getValue()))
                        .toList();
        return wire.call(
                SetMyCommands.builder()
                        .commands(commands)
                        .languageCode(language.isEmpty() ? null : language)
                        .build());
    }

    /// Lets Telegram bring updates to this address, with this secret (letters, digits, `_`, `-`);
    /// those that wait come, too.
    CallOutcome setWebhook(String url, String secret) {
        return wire.call(
                SetWebhook.builder()
                        .url(url)
                        .secretToken(secret)
                        .allowedUpdates(RawGetUpdates.KINDS)
                        .build());
    }

    /// Updates are asked for again; those that wait are kept.
    CallOutcome deleteWebhook() {
        return wire.call(DeleteWebhook.builder().dropPendingUpdates(false).build());
    }

    /// Fetches a file of at most so many bytes.
    Download download(String fileId, long bytesMax) {
        return files.fetch(fileId, bytesMax);
    }

    /// Ends what is under way.
    @Override
    public void close() {
        wire.close();
    }

    @Override
    public String toString() {
        return "BotApi[" + access + "]";
    }

    /// A text, and how its marks are to be read; not at all where there is no mode.
    private record Marked(String text, @Nullable String mode) {}

    private CallOutcome marked(Bubble bubble, Function<Marked, PartialBotApiMethod<?>> request) {
        var outcome = wire.call(request.apply(new Marked(bubble.html(), HTML)));
        if (!(outcome instanceof Refused refused)
                || !refused.why().equals(CallOutcome.CANNOT_PARSE)) return outcome;
        LOG.atWarn().addKeyValue("chars", bubble.html().length()).log("marks were not understood");
        return wire.call(request.apply(new Marked(bubble.plain(), null)));
    }

    private static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }

    private static @Nullable InlineKeyboardMarkup markup(List<List<Button>> keyboard) {
        if (keyboard.isEmpty()) return null;
        return new InlineKeyboardMarkup(
                keyboard.stream()
                        .map(row -> new InlineKeyboardRow(row.stream().map(BotApi::key).toList()))
                        .toList());
    }

    private static InlineKeyboardButton key(Button button) {
        var key = new InlineKeyboardButton(button.text());
        if (button.url().isEmpty()) key.setCallbackData(button.data());
        else key.setUrl(button.url());
        return key;
    }
}
