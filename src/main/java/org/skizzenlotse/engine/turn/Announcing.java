// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.Instant;
import java.time.Period;
import java.util.Set;
import java.util.function.Consumer;

/// An end that is announced twice before it comes: early, and three days before. However long the
/// service stood still, it comes three days after the second announcement at the earliest, and
/// never before a day that was told; except that nothing is kept beyond its latest time.
final class Announcing {
    private static final Period LATE = Period.ofDays(3);

    /// Before the kind and the end in the set of what was shown: that end was told.
    private static final String EARLY_SAID = "end_early:";

    private static final String LATE_SAID = "end_late:";

    private final Draft draft;
    private final ByItself byItself;
    private final End planned;
    private final Instant end;

    /// What ends when, as the periods in force say: the kind of its wake-up, since when it goes on,
    /// how long before it is announced first, and the latest time, at which it ends unannounced.
    record End(String kind, Instant begun, Period early, Instant at, Instant latest) {}

    Announcing(Draft draft, End planned) {
        this.draft = draft;
        this.byItself = new ByItself(draft);
        this.planned = planned;
        this.end = earlier(later(planned.at(), told()), planned.latest());
    }

    /// Sets the first wake-up.
    void begin() {
        draft.wake(planned.kind(), first());
    }

    /// The wake-up came: waits, or announces by saying the day. True when it is over.
    boolean isOver(Consumer<Instant> saying) {
        var now = draft.given().now();
        if (!now.isBefore(planned.latest())) return true;
        if (now.isBefore(first())) draft.wake(planned.kind(), first());
        else if (now.isBefore(before(LATE))) announceEarly(saying);
        else if (!isSaid(LATE_SAID)) announceLate(saying);
        else if (now.isBefore(end)) draft.wake(planned.kind(), end);
        else return true;
        return false;
    }

    /// When it is announced first. What ends soon after it began has one announcement only.
    private Instant first() {
        var early = before(planned.early());
        return early.isAfter(planned.begun()) ? early : before(LATE);
    }

    /// Days are those of the calendar, so that an announcement comes at the hour of the end, and
    /// that is by day.
    private Instant before(Period period) {
        return end.atZone(draft.given().zone()).minus(period).toInstant();
    }

    private void announceEarly(Consumer<Instant> saying) {
        if (!isSaid(EARLY_SAID)) {
            if (!byItself.mayNow(planned.kind())) return;
            say(saying, end, EARLY_SAID);
        }
        draft.wake(planned.kind(), before(LATE));
    }

    private void announceLate(Consumer<Instant> saying) {
        if (!byItself.mayNow(planned.kind())) return;
        var promised = byItself.after(draft.given().now(), LATE);
        var then = earlier(later(promised, end), planned.latest());
        say(saying, then, LATE_SAID);
        draft.wake(planned.kind(), then);
    }

    private void say(Consumer<Instant> saying, Instant then, String mark) {
        saying.accept(then);
        draft.shown(Set.of(mark(mark) + then.toEpochMilli()));
    }

    private boolean isSaid(String mark) {
        return draft.now().shown().contains(mark(mark) + end.toEpochMilli());
    }

    /// The last end that was told; long ago for none.
    private Instant told() {
        return later(Times.newest(draft, mark(EARLY_SAID)), Times.newest(draft, mark(LATE_SAID)));
    }

    private String mark(String mark) {
        return mark + planned.kind() + ":";
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
