// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/// One of the library's requests whose answer stays text. The library would refuse an answer in
/// which one field is unlike what it knows, and then a message that was sent would look as if it
/// was not.
final class AsText extends BotApiMethod<String> {
    private final PartialBotApiMethod<?> request;

    AsText(PartialBotApiMethod<?> request) {
        this.request = request;
    }

    /// What is written to the wire.
    @JsonValue
    PartialBotApiMethod<?> request() {
        return request;
    }

    @Override
    public String getMethod() {
        return request.getMethod();
    }

    @Override
    public void validate() throws TelegramApiValidationException {
        request.validate();
    }

    @Override
    public String deserializeResponse(String answer) {
        return answer;
    }
}
