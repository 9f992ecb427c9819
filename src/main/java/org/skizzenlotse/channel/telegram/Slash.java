// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.Optional;
import java.util.regex.Pattern;

/// A message that begins with a slash: the word, and what stands behind it. Telegram puts the bot's
/// name behind the word in groups and in its menus.
record Slash(String word, String rest) {
    private static final Pattern FORM =
            Pattern.compile("/([\\p{L}\\p{N}_]{1,32})(?:@\\w{1,64})?(?:\\s+(.*))?", Pattern.DOTALL);

    /// The command that a message is, if any.
    static Optional<Slash> read(String text) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) return Optional.empty();
        var rest = matcher.group(2);
        return Optional.of(new Slash(matcher.group(1), rest == null ? "" : rest.strip()));
    }

    /// The message as the engine understands it: without the bot's name.
    static String plain(String text) {
        return read(text).map(Slash::text).orElse(text);
    }

    /// Whether it is that word, whatever its case.
    boolean isCalled(String other) {
        return word.equalsIgnoreCase(other);
    }

    private String text() {
        return "/" + (rest.isEmpty() ? word : word + " " + rest);
    }

    @Override
    public String toString() {
        return "Slash[" + word + "]";
    }
}
