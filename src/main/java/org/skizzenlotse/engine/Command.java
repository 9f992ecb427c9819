// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.Locale;
import java.util.Optional;

/// What can be asked for at any time, in every state and on every channel, by word or button
/// (DESIGN section 6).
public enum Command {
    HELP,
    WHY,
    BACK,
    CHANGE,
    /// Don't know yet.
    OPEN,
    OVERVIEW,
    PAUSE,
    /// Goes on after a pause, or leaves a change without changing.
    CONTINUE,
    PERSON,
    FULL,
    DEEPEN,
    /// Takes back the consent.
    WITHDRAW,
    /// Takes the sketch back; the consent stays.
    RETRACT,
    ERASE,
    START_OVER,
    /// Takes a single answer or file out for good, wherever it stands.
    REDACT,
    LANGUAGE,
    UNDO,
    MORE,
    /// One door with four explained choices.
    STOP,
    MY_DATA,
    /// Attaches files, or takes them away.
    FILES,
    /// A new key by which one comes back from any device.
    KEY,
    /// A code by which another device takes the conversation over, for a quarter of an hour.
    MOVE,
    /// Nothing reminds of this conversation any more; it stays.
    NO_REMINDERS,
    /// Reminders come again.
    REMINDERS,
    /// Asks somebody else to work along.
    INVITE,
    /// Who works along, and how that ends.
    PEOPLE,
    /// How one is called beside one's answers.
    NAME,
    /// Offers the responsibility, or takes it over.
    HAND_OVER;

    /// The name on the wire.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The command of that name.
    public static Optional<Command> of(String id) {
        for (var command : values()) if (command.id().equals(id)) return Optional.of(command);
        return Optional.empty();
    }

    /// Whether it destroys something: then it needs its exact word and a confirmation.
    public boolean destroys() {
        return switch (this) {
            case WITHDRAW, RETRACT, ERASE, START_OVER, REDACT -> true;
            case HELP, WHY, BACK, CHANGE, OPEN, OVERVIEW, PAUSE, CONTINUE, PERSON, FULL -> false;
            case DEEPEN, LANGUAGE, UNDO, MORE, STOP, MY_DATA, FILES, KEY, MOVE -> false;
            case NO_REMINDERS, REMINDERS, INVITE, PEOPLE, NAME, HAND_OVER -> false;
        };
    }
}
