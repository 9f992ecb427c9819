// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

/// A chat of several people into which the bot was taken.
public final class Group {
    private final Room room;

    Group(Room room) {
        this.room = room;
    }

    public long chat() {
        return room.id;
    }

    /// The bot's owner let it read everything, not only commands.
    public Group withoutPrivacy() {
        room.hearsEverything = true;
        return this;
    }

    Room room() {
        return room;
    }
}
