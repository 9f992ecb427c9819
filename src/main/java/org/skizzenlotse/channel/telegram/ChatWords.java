// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Progress;

/// The words of this channel in one language, from `texts/telegram/<language>.properties`. What a
/// dialog says comes from its files.
final class ChatWords {
    private static final String GERMAN = "de";
    private static final Map<String, ChatWords> ALL =
            List.of(GERMAN, "en").stream().collect(Collectors.toMap(one -> one, ChatWords::new));

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

    private final String language;
    private final Properties texts = new Properties();

    private ChatWords(String language) {
        this.language = language;
        var resource = "/texts/telegram/" + language + ".properties";
        try (var in = Objects.requireNonNull(ChatWords.class.getResourceAsStream(resource));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// An entry of the bot's menu: its word without a slash, and what it does.
    record BotCommand(String word, String description) {}

    /// The words for a variant of a dialog or the language of somebody's phone: those of its
    /// language, else German ones.
    static ChatWords in(String variant) {
        var own = variant.split("-", 2)[0];
        return Objects.requireNonNull(ALL.getOrDefault(own, ALL.get(GERMAN)));
    }

    /// All languages that there are words in.
    static List<String> languages() {
        return ALL.keySet().stream().sorted().toList();
    }

    /// The language, as Telegram names it.
    String language() {
        return language;
    }

    /// The words under a key, with `{0}`, `{1}` replaced by the details.
    ///
    /// @throws IllegalArgumentException when there are none
    String say(String key, Object... details) {
        var text = texts.getProperty(key);
        if (text == null) throw new IllegalArgumentException("no words for " + key);
        for (int i = 0; i < details.length; i++)
            text = text.replace("{" + i + "}", String.valueOf(details[i]));
        return text;
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

    /// What is said to what we cannot take (`sticker`, `location` …).
    String kind(String kind) {
        var key = "kind_" + kind;
        return texts.containsKey(key) ? say(key) : say("kind_other");
    }

    /// How to type an answer of this type; empty where nothing needs to be said.
    String format(String type) {
        return texts.getProperty("format_" + type, "");
    }

    /// An honest range of what is to come; empty when nothing is.
    String progress(Progress progress) {
        var inGroup = !progress.group().isEmpty() && progress.groupMost() > 0;
        if (inGroup) return left("left_group", progress.groupLeast(), progress.groupMost());
        return progress.most() == 0 ? "" : left("left", progress.least(), progress.most());
    }

    private String left(String key, int least, int most) {
        var form = least == most ? (most == 1 ? "_one" : "") : "_range";
        return say(key + form, least, most);
    }
}
