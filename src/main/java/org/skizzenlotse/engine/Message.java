// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;

/// Something to say, neutral of the channel: a Markdown subset in which only dialog texts carry
/// marks (answers in it are escaped). `quotes` marks texts that repeat answers, so that they can be
/// wiped with them; `step` is what it is about, if anything; `lang` is the variant in which it is
/// said, empty where nobody knows (what a person wrote).
public record Message(Kind kind, String text, boolean quotes, @Nullable StepId step, String lang) {
    /// Stands where a secret is filled in at sending. Nobody can type it.
    public static final String SECRET = "\uE000secret\uE001";

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

    /// The same with these words for its secret.
    public Message telling(String words) {
        return new Message(kind, text.replace(SECRET, words), quotes, step, lang);
    }

    @Override
    public String toString() {
        return "Message[" + kind + "]";
    }
}
