// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Value;

/// Where a conversation came from: another one, in that dialog, and what that one had to bring
/// along then. `settled` once what it hands over was taken or left.
public record Origin(ConversationId id, String dialog, Brings brings, boolean settled) {
    /// The fact of a conversation in which dialogs read what it came with.
    public static final String FACT = "herkunft";

    /// What can come along from another conversation.
    public enum Brings {
        /// Nothing that anybody could read.
        NOTHING("nichts"),
        /// The result of a pre-screening, with its answers.
        RESULT("ergebnis"),
        /// A sketch, finished or not.
        SKETCH("skizze");

        private final String word;

        Brings(String word) {
            this.word = word;
        }

        /// As dialogs compare it.
        public String word() {
            return word;
        }
    }

    /// From a conversation that has nothing to bring.
    public Origin(ConversationId id, String dialog, boolean settled) {
        this(id, dialog, Brings.NOTHING, settled);
    }

    /// The same, with nothing more to hand over.
    public Origin asSettled() {
        return new Origin(id, dialog, brings, true);
    }

    /// The same, with everything to hand over.
    public Origin asUnsettled() {
        return new Origin(id, dialog, brings, false);
    }

    /// Facts of the installation, with that of a conversation from there (null: from nowhere, which
    /// leaves them as they are).
    public static Map<String, Value> facts(@Nullable Origin origin, Map<String, Value> facts) {
        if (origin == null) return facts;
        var all = new HashMap<>(facts);
        all.put(FACT, new Value.Text(origin.brings().word()));
        return all;
    }
}
