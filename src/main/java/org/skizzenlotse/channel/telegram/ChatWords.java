// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.List;
import java.util.Map;
import org.skizzenlotse.channel.messenger.Words;
import org.skizzenlotse.engine.Command;

/// The words of this channel in one language, from `texts/telegram/<language>.properties`. What a
/// dialog says comes from its files.
final class ChatWords extends Words {
    private static final Map<String, ChatWords> ALL = all(ChatWords::new);

    /// In the bot's menu, in its order.
    private static final List<String> MENU =
            List.of(
                    "start",
                    "help",
                    "why",
                    "back",
                    "continue",
                    "overview",
                    "change",
                    "pause",
                    "person",
                    "my_data",
                    "language",
                    "withdraw",
                    "erase");

    private ChatWords(String language) {
        super(Telegram.CHANNEL, language);
    }

    /// An entry of the bot's menu: its word without a slash, and what it does.
    record BotCommand(String word, String description) {}

    /// The words for a variant of a dialog or the language of somebody's phone: those of its
    /// language, else German ones.
    static ChatWords in(String variant) {
        return in(ALL, variant);
    }

    /// All languages that there are words in.
    static List<String> languages() {
        return ALL.keySet().stream().sorted().toList();
    }

    /// The bot's menu.
    List<BotCommand> menu() {
        return MENU.stream()
                .map(id -> say("menu_" + id).split("\\|", 2))
                .map(parts -> new BotCommand(parts[0], parts[1]))
                .toList();
    }

    /// A command as a button says it.
    String command(Command command) {
        return say("command_" + command.id());
    }
}
