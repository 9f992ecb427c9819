// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// One message of a chat as it stands now. Guarded by its [Chats].
final class Post {
    final ObjectNode message;
    final boolean fromBot;
    boolean deleted;
    int edits;
    long changed;

    Post(ObjectNode message, boolean fromBot) {
        this.message = message;
        this.fromBot = fromBot;
    }

    int id() {
        return message.path("message_id").asInt();
    }

    long dateSeconds() {
        return message.path("date").asLong();
    }
}
