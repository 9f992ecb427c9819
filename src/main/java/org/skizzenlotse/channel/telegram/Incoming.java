// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.List;

/// What one update is to us. All but [Group] and [Unreadable] are of a private chat, whose number
/// is that of the person; texts, captions and names are never empty unless it says so. A language
/// is that of the person's app, such as `de` or `pt-br`, or empty.
sealed interface Incoming {
    /// Reads the JSON of one update; never throws.
    static Incoming read(String json) {
        return UpdateReader.read(json);
    }

    /// A text, a command such as `/start skizze` among them.
    record Written(long chat, int messageId, String text, String language) implements Incoming {
        @Override
        public String toString() {
            return "Written[" + messageId + "]";
        }
    }

    /// A tap on a button. Its message can be edited, or it is too old (or removed), and then
    /// nothing is known of its keyboard.
    record Tapped(
            long chat, String callbackId, int messageId, String data, Shown shown, String language)
            implements Incoming {
        @Override
        public String toString() {
            return "Tapped[" + messageId + "]";
        }
    }

    /// How a message of ours stands in the chat when a button of it is tapped.
    record Shown(boolean editable, List<List<Button>> keyboard) {
        /// Copies the rows.
        public Shown {
            keyboard = keyboard.stream().map(List::copyOf).toList();
        }

        /// Whether a button with this data is below the message.
        boolean offers(String data) {
            return keyboard.stream()
                    .flatMap(List::stream)
                    .anyMatch(button -> button.data().equals(data));
        }

        @Override
        public String toString() {
            return "Shown[" + editable + "]";
        }
    }

    /// A file: document, photo (the largest), video, animation or audio; alone, or one of an album,
    /// each of whose files comes by itself. Album and caption may be empty.
    record Sent(long chat, int messageId, TelegramFile file, String albumId, String caption)
            implements Incoming {
        @Override
        public String toString() {
            return "Sent[" + messageId + "]";
        }
    }

    /// A spoken message.
    record Voice(long chat, int messageId, TelegramFile file) implements Incoming {
        @Override
        public String toString() {
            return "Voice[" + messageId + "]";
        }
    }

    /// The text of a message, or the caption of a file, is another one now.
    record Edited(long chat, int messageId, String text) implements Incoming {
        @Override
        public String toString() {
            return "Edited[" + messageId + "]";
        }
    }

    /// Something that answers no question, by Telegram's name for it (`sticker`, `location`,
    /// `contact`, `poll`, `dice`, …), or `unknown`.
    record Other(long chat, int messageId, String kind) implements Incoming {
        @Override
        public String toString() {
            return "Other[" + messageId + ", " + kind + "]";
        }
    }

    /// The person has blocked the bot.
    record Blocked(long chat) implements Incoming {
        @Override
        public String toString() {
            return "Blocked";
        }
    }

    /// The person lets the bot write again.
    record Unblocked(long chat) implements Incoming {
        @Override
        public String toString() {
            return "Unblocked";
        }
    }

    /// Something from a group: spoken to us (a command, a tap, that the bot was let in) or only
    /// said among people there. The title may be empty.
    record Group(long chat, String title, boolean toUs) implements Incoming {
        @Override
        public String toString() {
            return "Group[" + toUs + "]";
        }
    }

    /// It cannot be read, or is of a kind that needs nothing: what Telegram says of itself, what
    /// bots and channels say.
    record Unreadable() implements Incoming {}
}
