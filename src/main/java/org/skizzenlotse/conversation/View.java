// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Progress;

/// What a surface shows after a turn or on coming back: the messages of that turn (or all, on
/// coming back), what is waited for, and where the conversation stands. `revision` counts turns.
/// `next` is the dialog in which the person has just chosen to go on: begin it with this one's
/// token. `key` is the one by which people come back, in the answer to the turn that gave it, else
/// empty; `link` the same for one by which somebody comes in. `redacted` when the turn took
/// something out of what was said before: surfaces that show it read it anew. `person` is for whom
/// it is; `meets` once a time to meet is agreed.
public record View(
        ConversationId id,
        String dialog,
        String variant,
        Lifecycle lifecycle,
        String reference,
        int revision,
        List<Numbered> messages,
        Expects expects,
        Progress progress,
        Optional<Next> next,
        Once once,
        boolean redacted,
        int person,
        boolean meets) {
    /// Copies the list.
    public View {
        messages = List.copyOf(messages);
    }

    /// The same after a turn that took something out, or not.
    View redacted(boolean now) {
        return new View(
                id, dialog, variant, lifecycle, reference, revision, messages, expects, progress,
                next, once, now, person, meets);
    }

    /// What is told only this once, each empty where there is none: the return key, the link by
    /// which somebody comes in or another device shows up, and the code that is typed there.
    public record Once(String key, String link, String code) {
        /// Nothing of that.
        public static final Once NOTHING = new Once("", "", "");

        @Override
        public String toString() {
            return "Once";
        }
    }

    /// The return key, where it is told now.
    public String key() {
        return once.key();
    }

    /// A link, where it is told now.
    public String link() {
        return once.link();
    }

    /// A dialog in force, with its title.
    public record Next(String dialog, String title) {}

    /// What was said in the last turn: its messages share one time. What was wiped is left out.
    public List<Numbered> lastTurn() {
        if (messages.isEmpty()) return List.of();
        var last = messages.getLast().at();
        return messages.stream()
                .filter(one -> one.at().equals(last))
                .filter(one -> !one.message().text().equals(Redactions.MARKER))
                .toList();
    }

    /// A message with its number within the conversation, which is its ID and its SSE event ID.
    public record Numbered(int number, Instant at, Message message) {}

    @Override
    public String toString() {
        return "View[" + id + " " + revision + "]";
    }
}
