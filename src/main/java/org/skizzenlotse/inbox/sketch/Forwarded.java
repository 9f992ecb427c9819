// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.sketch;

import java.util.List;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.store.BacklogStore.Delivered;
import org.skizzenlotse.store.desk.DeskRow;

/// What was told of a sketch where, as its page shows it: `state` in words, with the attempts and
/// the last failure.
public record Forwarded(String id, String what, String when, String state) {
    /// The outbox of a sketch with many revisions is long, and the newest matter.
    private static final int SHOWN_MAX = 30;

    static List<Forwarded> of(Office office, DeskRow row, StaffTexts texts) {
        return office.backlog().deliveries(row.id()).stream()
                .limit(SHOWN_MAX)
                .map(one ->
                        new Forwarded(
                                one.id(),
                                texts.sayOr("target_" + one.target(), one.target())
                                        + ": "
                                        + texts.sayOr("told_" + one.kind(), one.kind()),
                                office.days().time(one.since(), texts),
                                state(one, texts)))
                .toList();
    }

    private static String state(Delivered one, StaffTexts texts) {
        if (one.sent().isPresent()) return texts.say("delivery_sent");
        if (one.givenUp()) return texts.say("given_up", one.attempts(), one.why());
        return one.attempts() == 0
                ? texts.say("delivery_waiting")
                : texts.say("tried", one.attempts(), one.why());
    }
}
