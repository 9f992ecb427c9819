// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Message;

/// Texts that were known before anybody said anything. Only these are stored without consent; of
/// every other message there is only that it was.
public final class KnownTexts {
    /// Stands where words stood.
    public static final String WIPED = "\\[…\\]";

    private final Set<String> texts;

    /// These, and whatever marks that something was there.
    public KnownTexts(Set<String> texts) {
        var all = new HashSet<>(texts);
        all.add(WIPED);
        this.texts = Set.copyOf(all);
    }

    /// What may be kept of a message.
    public Telling tell(Message message) {
        var known = texts.contains(message.text()) && message.kind() != Message.Kind.SAID;
        return new Telling(message, known ? message.text() : WIPED);
    }

    /// A message in a text that was known before. Only [KnownTexts] makes one.
    public static final class Telling {
        private final Message.Kind kind;
        private final String text;
        private final @Nullable StepId step;
        private final String lang;

        private Telling(Message message, String known) {
            this.kind = message.kind();
            this.text = known;
            this.step = message.step();
            this.lang = message.lang();
        }

        Message message() {
            return new Message(kind, text, false, step, lang);
        }
    }
}
