// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;

/// One call of the bot. `at` is when it came by the clock of the server, `nanos` by that of the
/// machine; `chat` is empty where it names none. `code` is the answer's, [#OPEN] while there is
/// none, and [#DROPPED] where there never was one; `effect` says whether it happened.
public record Call(
        int number,
        String method,
        String chat,
        Instant at,
        long nanos,
        int code,
        boolean effect,
        JsonNode parameters) {
    public static final int OPEN = -1;
    public static final int DROPPED = 0;

    private static final Set<String> LIMITED =
            Set.of("sendMessage", "sendDocument", "editMessageText", "editMessageReplyMarkup");

    /// Whether Telegram's limits of messages per chat and second count it.
    public boolean isLimited() {
        return LIMITED.contains(method);
    }

    /// Empty where the parameter was not given.
    public String parameter(String name) {
        var value = parameters.path(name);
        return value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : value.toString();
    }

    Call answered(int newCode, boolean happened) {
        return new Call(number, method, chat, at, nanos, newCode, happened, parameters);
    }

    /// Without contents.
    @Override
    public String toString() {
        return number + " " + method + " " + code + (effect ? "" : " without effect");
    }
}
