// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What the bot is in a chat.
enum Membership {
    MEMBER,
    KICKED,
    LEFT;

    ObjectNode of(ObjectNode bot) {
        var node = Json.object();
        node.set("user", bot);
        return switch (this) {
            case MEMBER -> node.put("status", "member");
            case KICKED -> node.put("status", "kicked").put("until_date", 0);
            case LEFT -> node.put("status", "left");
        };
    }
}
