// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// One chat and all that was said in it. Guarded by its [Chats].
final class Room {
    final long id;
    final ObjectNode chat;
    final NavigableMap<Integer, Post> posts = new TreeMap<>();
    final List<String> actions = new ArrayList<>();

    /// A bot may not begin: somebody must have written to it, or taken it into the group.
    boolean open;

    boolean blocked;
    boolean deactivated;
    boolean left;

    /// In groups a bot gets only commands, unless it may read everything.
    boolean hearsEverything;

    Room(ObjectNode chat) {
        this.id = chat.path("id").asLong();
        this.chat = chat;
        this.hearsEverything = isPrivate();
    }

    boolean isPrivate() {
        return chat.path("type").asText().equals("private");
    }

    /// Refused in the words of the real server where the bot may not write here.
    void mustTake() {
        if (!open) throw Refusal.badRequest("chat not found");
        if (deactivated) throw Refusal.forbidden("user is deactivated");
        if (blocked) throw Refusal.forbidden("bot was blocked by the user");
        if (left) throw Refusal.forbidden("bot is not a member of the group chat");
    }
}
