// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static java.util.Locale.ROOT;

import java.util.Optional;

/// The methods that are understood, with the schemas of what they take and give; an empty name
/// where there is none.
enum Method {
    GET_ME("getMe", "", "TelegramUser"),
    GET_UPDATES("getUpdates", "GetUpdatesParams", ""),
    SET_WEBHOOK("setWebhook", "SetWebhookParams", ""),
    DELETE_WEBHOOK("deleteWebhook", "DeleteWebhookParams", ""),
    GET_WEBHOOK_INFO("getWebhookInfo", "", ""),
    SEND_MESSAGE("sendMessage", "SendMessageParams", "TelegramMessage"),
    SEND_DOCUMENT("sendDocument", "SendDocumentParams", "TelegramMessage"),
    EDIT_MESSAGE_TEXT("editMessageText", "EditMessageTextParams", "TelegramMessage"),
    EDIT_MESSAGE_REPLY_MARKUP(
            "editMessageReplyMarkup", "EditMessageReplyMarkupParams", "TelegramMessage"),
    DELETE_MESSAGE("deleteMessage", "DeleteMessageParams", ""),
    SEND_CHAT_ACTION("sendChatAction", "SendChatActionParams", ""),
    ANSWER_CALLBACK_QUERY("answerCallbackQuery", "AnswerCallbackQueryParams", ""),
    GET_FILE("getFile", "GetFileParams", "TelegramFile"),
    SET_MY_COMMANDS("setMyCommands", "SetMyCommandsParams", ""),
    GET_MY_COMMANDS("getMyCommands", "GetMyCommandsParams", "TelegramBotCommand"),
    DELETE_MY_COMMANDS("deleteMyCommands", "GetMyCommandsParams", ""),
    LEAVE_CHAT("leaveChat", "", "");

    private final String words;
    private final String parameters;
    private final String result;

    Method(String words, String parameters, String result) {
        this.words = words;
        this.parameters = parameters;
        this.result = result;
    }

    /// As the real server does, whatever the case of its letters.
    static Optional<Method> of(String written) {
        var lower = written.toLowerCase(ROOT);
        for (var method : values()) {
            if (method.words.toLowerCase(ROOT).equals(lower)) return Optional.of(method);
        }
        return Optional.empty();
    }

    /// As the documentation writes it.
    String words() {
        return words;
    }

    String parameters() {
        return parameters;
    }

    /// Of the result, or of each of its elements.
    String result() {
        return result;
    }
}
