// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;

/// All parts of one emulated Telegram that share a clock. `bot` is the bot as a user.
record World(
        Clock clock,
        ObjectNode bot,
        SchemaCheck check,
        UpdateQueue updates,
        Webhook webhook,
        Chats chats,
        Taps taps,
        FileStore files,
        CommandLists commands) {

    static World of(long botId, Clock clock) {
        var check = new SchemaCheck();
        var updates = new UpdateQueue(clock, check);
        var bot =
                Json.object()
                        .put("id", botId)
                        .put("is_bot", true)
                        .put("first_name", "Skizzenlotse")
                        .put("username", BotServer.USER_NAME);
        return new World(
                clock,
                bot,
                check,
                updates,
                new Webhook(clock, updates),
                new Chats(clock),
                new Taps(clock),
                new FileStore(),
                new CommandLists());
    }
}
