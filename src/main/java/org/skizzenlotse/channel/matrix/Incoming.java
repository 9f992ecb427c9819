// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

/// Something that came from Matrix, as far as the bot cares; never the raw event.
sealed interface Incoming {
    /// Where it happened; empty where that is not known.
    String room();

    /// Who did it.
    String sender();

    /// The bot is invited.
    record Invited(String room, String sender) implements Incoming {}

    /// The bot is in that room no more.
    record Out(String room, String sender) implements Incoming {}

    /// Somebody is in the room now.
    record Joined(String room, String sender) implements Incoming {}

    /// Somebody is there no more.
    record Left(String room, String sender) implements Incoming {}

    /// A text; `thread` is the root of the thread that it stands in, else empty.
    record Written(String room, String sender, String event, String text, String thread)
            implements Incoming {}

    /// The text of an earlier message is another one now.
    record Edited(String room, String sender, String target, String text) implements Incoming {}

    /// A sign below a message.
    record Reacted(String room, String sender, String target, String sign) implements Incoming {}

    /// A file, with words beside it or without.
    record Sent(
            String room,
            String sender,
            String event,
            MatrixFile file,
            String caption,
            String thread)
            implements Incoming {}

    /// A spoken message.
    record Voice(String room, String sender, String event, MatrixFile file) implements Incoming {}

    /// A message was taken back.
    record TakenBack(String room, String sender, String target) implements Incoming {}

    /// Something that answers no question: `sticker`, `location`, `poll` or `other`.
    record Other(String room, String sender, String kind) implements Incoming {}

    /// Nothing that needs anything.
    record Ignored(String room, String sender) implements Incoming {}

    /// The message that somebody sees as read; empty for what is none.
    default String read() {
        return this instanceof Edited ? "" : message();
    }

    /// The event by which it can be found again; empty for what answers nothing.
    default String message() {
        return switch (this) {
            case Written one -> one.event();
            case Sent one -> one.event();
            case Voice one -> one.event();
            case Edited one -> one.target();
            case Invited _, Out _, Joined _, Left _, Reacted _ -> "";
            case TakenBack _, Other _, Ignored _ -> "";
        };
    }
}
