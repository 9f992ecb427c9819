// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.staff.StaffId;

/// A conversation that was handed in, as staff find it: without anything that was answered but the
/// topics that were picked, with commas between them. `around.unread` is for the member who asked,
/// `around.endAt` when something happens about its end, as far as that is known.
public record DeskRow(
        ConversationId id,
        String reference,
        String dialog,
        int revision,
        Instant firstAt,
        Instant at,
        String light,
        String topic,
        int openPoints,
        State state,
        Around around) {
    /// The topics, by the IDs of options.
    public List<String> topics() {
        return topic.isEmpty() ? List.of() : List.of(topic.split(",", -1));
    }

    /// The same as it was shown when it had that version.
    public DeskRow shown(int version) {
        return with(
                new State(
                        state.status(),
                        state.statusAt(),
                        state.promisedAt(),
                        state.remindAt(),
                        state.assigned(),
                        version,
                        state.labels()));
    }

    /// The same as staff changed it.
    DeskRow with(State next) {
        return new DeskRow(
                id,
                reference,
                dialog,
                revision,
                firstAt,
                at,
                light,
                topic,
                openPoints,
                next,
                around);
    }

    /// What staff made of it; `version` counts their changes.
    public record State(
            String status,
            Instant statusAt,
            @Nullable Instant promisedAt,
            @Nullable Instant remindAt,
            @Nullable StaffId assigned,
            int version,
            List<String> labels) {
        /// Copies the list.
        public State {
            labels = List.copyOf(labels);
        }
    }

    /// What stands beside it: the channel last used, how the conversation stands, the last thing
    /// that came from its people, and whether the member who asks has not seen that.
    public record Around(
            String channel,
            String lifecycle,
            Instant newsAt,
            boolean unread,
            @Nullable Instant endAt) {}
}
