// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.function.Supplier;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Correspondence;
import org.skizzenlotse.conversation.Postbox;
import org.skizzenlotse.dialog.Dialog;

/// All that dealing with an update needs: conversations and the slots of this channel, what writes
/// to Telegram, and what the installation is like.
record Bot(
        Conversations conversations,
        Postbox postbox,
        Line writing,
        Edits edits,
        Offers offers,
        Manner manner) {
    /// What can be begun here, and how the bot is called, so that others find it (empty while
    /// Telegram has not told us).
    record Offers(Supplier<Collection<Dialog>> dialogs, Supplier<String> bot) {
        Collection<Dialog> all() {
            return dialogs.get();
        }

        String name() {
            return bot.get();
        }
    }

    /// How the bot behaves: for how long it waits for one more message, where the installation is
    /// in the web (empty: nobody knows), in which time zone it writes, and what time it is.
    record Manner(Duration burst, String web, ZoneId zone, InstantSource clock) {}

    Correspondence correspondence() {
        return conversations.correspondence();
    }

    BotApi api() {
        return writing.api();
    }

    Hints hints() {
        return writing.hints();
    }
}
