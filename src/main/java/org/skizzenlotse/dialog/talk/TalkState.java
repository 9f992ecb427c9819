// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import java.util.List;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Message;

/// Where a talk stands.
record TalkState(Engine engine, Dialog dialog, Conversation conversation, Given given) {
    /// Enough of the last words to see what happened.
    private static final int TAIL_LENGTH = 200;

    Expects expects() {
        return engine.expects(dialog, conversation, given);
    }

    Journey journey() {
        return Journey.of(dialog, conversation.answers(), conversation.scope(), given.facts());
    }

    boolean hasError(List<Message> said) {
        return said.stream().anyMatch(message -> message.kind() == Message.Kind.ERROR);
    }

    /// All that was said, and the question now asked.
    String words(List<Message> said) {
        return said.stream().map(Message::text).collect(Collectors.joining("\n"))
                + "\n"
                + expects().text();
    }

    /// The end of what was said, for whoever looks for the reason.
    String tail(List<Message> said) {
        var words = words(said).replaceAll("\\s+", " ").strip();
        var from = Math.max(0, words.length() - TAIL_LENGTH);
        return "Zuletzt gesagt: " + (from > 0 ? "… " : "") + words.substring(from);
    }
}
