// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;

/// Something to say, neutral of the channel: a Markdown subset in which only dialog texts carry
/// marks (answers in it are escaped). `quotes` marks texts that repeat answers, so that they can be
/// wiped with them; `step` is what it is about, if anything; `lang` is the variant in which it is
/// said, empty where nobody knows (what a person wrote).
public record Message(Kind kind, String text, boolean quotes, @Nullable StepId step, String lang) {
    /// Stands where a secret is filled in at sending. Nobody can type it.
    public static final String SECRET = "\uE000secret\uE001";

    private static final String NAME = "\uE000person ";
    private static final String NAME_END = "\uE001";
    private static final Pattern NAMES = Pattern.compile(NAME + "([0-9]{1,3})" + NAME_END);

    /// Stands where somebody is named. Names are filled in when a message is shown, so that none is
    /// stored in it, and whoever has gone is named nowhere.
    public static String name(int person) {
        return NAME + person + NAME_END;
    }

    /// The text with the names of the people in it.
    public static String filled(String text, IntFunction<String> names) {
        if (text.indexOf(NAME) < 0) return text;
        return NAMES.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(names.apply(Integer.parseInt(found.group(1)))));
    }

    /// What a message is for.
    public enum Kind {
        /// A text of the dialog.
        NOTICE,
        /// The question now asked; channels that show the question from `expects` leave it out.
        QUESTION,
        /// Help, why, examples, overview: an answer to a command.
        REPLY,
        /// Something was taken note of.
        NOTED,
        /// An answer could not be used.
        ERROR,
        /// A reminder.
        REMINDER,
        /// The key by which one comes back; in what is stored [Message#SECRET] stands for it.
        KEY,
        /// The link by which somebody comes in; stored like a key.
        LINK,
        /// The code by which another device comes in; stored like a key.
        MOVE,
        /// What the person said, kept for the transcript.
        SAID;

        /// The name on the wire.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Words in a language that nobody knows.
    public Message(Kind kind, String text, boolean quotes, @Nullable StepId step) {
        this(kind, text, quotes, step, "");
    }

    /// The same with the names of the people in it.
    public Message naming(IntFunction<String> names) {
        var named = filled(text, names);
        return named.equals(text) ? this : new Message(kind, named, quotes, step, lang);
    }

    /// The same with these words for its secret.
    public Message telling(String words) {
        return new Message(kind, text.replace(SECRET, words), quotes, step, lang);
    }

    @Override
    public String toString() {
        return "Message[" + kind + "]";
    }
}
