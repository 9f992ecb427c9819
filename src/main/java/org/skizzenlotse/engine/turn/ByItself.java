// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.skizzenlotse.engine.Message;

/// When something may be said without being asked: never in the quiet hours of the dialog, and once
/// a day at most. What may not be said now is put off, never left out.
final class ByItself {
    /// Before a day in the set of what was shown: on it something was said by itself.
    private static final String SAID = "by_itself:";

    private final Draft draft;

    ByItself(Draft draft) {
        this.draft = draft;
    }

    /// So much later by the calendar of the place, or at the end of the quiet hours behind it.
    Instant after(Instant from, Period period) {
        return byDay(from.atZone(draft.given().zone()).plus(period).toInstant());
    }

    /// The same moment, or the end of the quiet hours that it falls into.
    Instant byDay(Instant at) {
        return draft.dialog().head().timing().quiet().after(at, draft.given().zone());
    }

    /// Whether something may be said now; if not, it is waited for a better time.
    boolean mayNow(String kind) {
        var now = draft.given().now();
        var then = wasSaidToday() ? after(now, Period.ofDays(1)) : byDay(now);
        if (then.isAfter(now)) draft.wake(kind, then);
        return !then.isAfter(now);
    }

    void say(String text) {
        draft.say(Message.Kind.REMINDER, text);
        draft.shown(Set.of(SAID + today()));
    }

    private boolean wasSaidToday() {
        return draft.now().shown().contains(SAID + today());
    }

    private LocalDate today() {
        return draft.given().now().atZone(draft.given().zone()).toLocalDate();
    }

    /// The day of a moment, in the words of the conversation.
    String day(Instant at) {
        return draft.language().day(at.atZone(draft.given().zone()).toLocalDate());
    }
}
