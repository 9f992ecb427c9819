// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/// Asks for updates as they are. The library's own request fails for a whole batch when it cannot
/// read one update of it, and would get the same batch for ever.
final class RawGetUpdates extends BotApiMethod<String> {
    /// What the bot reads; all else stays with Telegram.
    static final List<String> KINDS =
            List.of("message", "edited_message", "callback_query", "my_chat_member");

    private final long offset;
    private final int limit;
    private final long timeoutSeconds;

    RawGetUpdates(long offset, int limit, long timeoutSeconds) {
        this.offset = offset;
        this.limit = limit;
        this.timeoutSeconds = timeoutSeconds;
    }

    @JsonProperty("offset")
    long offset() {
        return offset;
    }

    @JsonProperty("limit")
    int limit() {
        return limit;
    }

    @JsonProperty("timeout")
    long timeout() {
        return timeoutSeconds;
    }

    @JsonProperty("allowed_updates")
    List<String> kinds() {
        return KINDS;
    }

    @Override
    public String getMethod() {
        return "getUpdates";
    }

    @Override
    public void validate() {
        // BotApi has checked the numbers
    }

    @Override
    public String deserializeResponse(String answer) {
        return answer;
    }
}
