// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/// How a call of the Bot API went. Reasons are words of ours, all of them constants here, never
/// Telegram's text, which may repeat what somebody wrote.
sealed interface CallOutcome {
    /// The token is unknown or has been withdrawn; only the operator can mend it.
    String TOKEN = "token";

    /// The text's marks were not understood.
    String CANNOT_PARSE = "cannot parse";

    /// The text is too long.
    String TOO_LONG = "too long";

    /// The file is too big.
    String TOO_BIG = "too big";

    /// There is no text.
    String EMPTY = "empty";

    /// A button's data or link is none.
    String BUTTON = "button";

    /// The message or file is not there (any more).
    String NOT_FOUND = "not found";

    /// The tap is too old to be answered, or has been answered.
    String TOO_LATE = "too late";

    /// The message is too old to be changed or removed, or not ours.
    String FIXED = "fixed";

    /// Telegram's other refusals.
    String OTHER = "other";

    /// Telegram asks for a pause.
    String BUSY = "busy";

    /// Telegram has a fault of its own.
    String SERVER = "server";

    /// What came back is not the Bot API, such as the page of a gateway; the call may have worked.
    String NOT_UNDERSTOOD = "not understood";

    /// No answer came, or not in time; the call may have worked.
    String NO_ANSWER = "no answer";

    /// There was no connection; the call has not worked.
    String UNREACHABLE = "unreachable";

    /// Another poller or a webhook takes the updates.
    String CONFLICT = "conflict";

    /// The file cannot be had at the moment.
    String UNAVAILABLE = "unavailable";

    /// The thread was told to stop.
    String INTERRUPTED = "interrupted";

    /// The person has blocked the bot.
    String BLOCKED = "blocked";

    /// The person's account is gone.
    String DEACTIVATED = "deactivated";

    /// There is no such chat.
    String NO_CHAT = "no chat";

    /// The bot may not write there, for another reason.
    String FORBIDDEN = "forbidden";

    /// It worked; a message that is already as it should be counts, too.
    record Done(JsonNode result) implements CallOutcome {
        /// The number of the message that was sent or changed; 0 where the answer names none.
        int messageId() {
            return result.path("message_id").asInt(0);
        }

        @Override
        public String toString() {
            return "Done";
        }
    }

    /// What did not work.
    sealed interface Failure extends CallOutcome {
        /// One of the words above.
        String why();
    }

    /// Not now. Where Telegram names a time, `after` is it; else it is the first pause, which the
    /// caller lengthens with each attempt.
    record NotNow(Duration after, String why) implements Failure {}

    /// Never so; the code is that of the Bot API.
    record Refused(int code, String why) implements Failure {}

    /// This chat cannot be written to any more.
    record Gone(String why) implements Failure {}
}
