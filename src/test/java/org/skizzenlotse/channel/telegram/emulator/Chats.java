// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// All chats of the bot. Whoever reads or changes one holds the lock of this object; whoever waits
/// for a change waits here.
final class Chats {
    private final Clock clock;
    private final Map<Long, Room> rooms = new HashMap<>();
    private int lastMessage;
    private long changes;

    Chats(Clock clock) {
        this.clock = clock;
    }

    synchronized Room add(ObjectNode chat) {
        var room = new Room(chat);
        rooms.put(room.id, room);
        return room;
    }

    synchronized Room of(long id) {
        var room = rooms.get(id);
        if (room == null) throw Refusal.badRequest("chat not found");
        return room;
    }

    /// A message without content; its id is the next one of the bot, whatever the chat.
    synchronized ObjectNode message(Room room, ObjectNode from) {
        var message =
                Json.object()
                        .put("message_id", ++lastMessage)
                        .put("date", clock.instant().getEpochSecond());
        message.set("from", from);
        message.set("chat", room.chat);
        return message;
    }

    synchronized Post keep(Room room, ObjectNode message, boolean fromBot) {
        var post = new Post(message, fromBot);
        room.posts.put(post.id(), post);
        changed(post);
        return post;
    }

    synchronized void changed(Post post) {
        post.changed = ++changes;
        notifyAll();
    }

    /// Something else than a message changed.
    synchronized void changed() {
        changes++;
        notifyAll();
    }

    /// Grows with each change.
    synchronized long changes() {
        return changes;
    }

    long seconds() {
        return clock.instant().getEpochSecond();
    }

    /// What was found at last; nothing where patience ended. Looks only when something changed.
    synchronized <T> Optional<T> await(Supplier<Optional<T>> found, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var now = found.get();
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (now.isPresent() || millis <= 0) return now;
            try {
                wait(millis);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }
}
