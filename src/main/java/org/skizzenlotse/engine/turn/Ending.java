// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.Instant;
import java.time.Period;
import java.util.Set;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;

/// The end of a draft that nobody came back to. It is announced twice, and comes three days after
/// the second announcement at the earliest, however long the service stood still.
final class Ending {
    static final String KIND = "draft";

    private static final Period EARLY = Period.ofDays(14);
    private static final Period LATE = Period.ofDays(3);

    /// Before the last sign of life in the set of what was shown: the announcements after it.
    private static final String EARLY_SAID = "end_early:";

    private static final String LATE_SAID = "end_late:";

    /// The fact in which the installation says how many days a draft is kept.
    private static final String DRAFT_DAYS = "entwurf_tage";

    private final Draft draft;
    private final ByItself byItself;

    Ending(Draft draft) {
        this.draft = draft;
        this.byItself = new ByItself(draft);
    }

    /// Set when the required consent is given.
    void begin() {
        draft.wake(KIND, first(draft.given().now()));
    }

    /// The end of a draft whose last sign of life was then.
    Instant end(Instant lastSign) {
        return byItself.after(lastSign, kept());
    }

    /// How long a draft is kept: as the installation says where the dialog tells people so in its
    /// notice, else as the dialog says.
    private Period kept() {
        return draft.dialog().parts().facts().containsKey(DRAFT_DAYS)
                        && draft.given().facts().get(DRAFT_DAYS) instanceof Value.Quantity(var days)
                ? Period.ofDays(days.intValue())
                : draft.dialog().head().timing().draft();
    }

    /// Days are those of the calendar, so that an announcement comes at the hour of the end, and
    /// that is by day.
    private Instant before(Instant end, Period period) {
        return end.atZone(draft.given().zone()).minus(period).toInstant();
    }

    /// When the end is announced first. A draft that is kept for a fortnight or less has no
    /// announcement a fortnight before.
    private Instant first(Instant lastSign) {
        var early = before(end(lastSign), EARLY);
        return early.isAfter(lastSign) ? early : before(end(lastSign), LATE);
    }

    /// The wake-up came: waits, announces, or forgets.
    void fired() {
        if (!(draft.now().lifecycle() instanceof Lifecycle.Draft)) return;
        var now = draft.given().now();
        var first = first(draft.given().lastSign());
        var end = end(draft.given().lastSign());
        if (now.isBefore(first)) draft.wake(KIND, first);
        else if (now.isBefore(before(end, LATE))) announceEarly(end);
        else if (!isSaid(LATE_SAID)) announceLate(end);
        else if (now.isBefore(end)) draft.wake(KIND, end);
        else forget(KIND);
    }

    private void announceEarly(Instant end) {
        if (!isSaid(EARLY_SAID)) {
            if (!byItself.mayNow(KIND)) return;
            announce(end, EARLY_SAID);
        }
        draft.wake(KIND, before(end, LATE));
    }

    private void announceLate(Instant end) {
        if (!byItself.mayNow(KIND)) return;
        var promised = byItself.after(draft.given().now(), LATE);
        var later = promised.isAfter(end) ? promised : end;
        announce(later, LATE_SAID);
        draft.wake(KIND, later);
    }

    private void announce(Instant end, String mark) {
        byItself.say(draft.phrase(Phrase.DRAFT_ENDS, byItself.day(end)));
        draft.shown(Set.of(mark + draft.given().lastSign().toEpochMilli()));
    }

    private boolean isSaid(String mark) {
        return draft.now().shown().contains(mark + draft.given().lastSign().toEpochMilli());
    }

    /// Erases, because this is over.
    void forget(String why) {
        draft.note(new Happened.Went(new Lifecycle.Erased(0), ""));
        draft.effect(new Effect.Forget(why));
    }
}
