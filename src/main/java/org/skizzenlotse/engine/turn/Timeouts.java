// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Effect;

import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import org.skizzenlotse.dialog.Value;

/// What happens by itself: reminders at the pace of the dialog and never at night, the end of a
/// draft that nobody came back to, and the sweep of a conversation without consent.
final class Timeouts {
    /// Without consent nothing is kept longer (DESIGN section 6).
    private static final Period NO_CONSENT = Period.ofDays(1);

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final String SWEEP = "no_consent";

    /// The fact in which the installation says how many days a draft is kept.
    private static final String DRAFT_DAYS = "entwurf_tage";

    private static final String EXPIRE = "draft";
    private static final String REMIND = "remind_";

    private final Draft draft;

    Timeouts(Draft draft) {
        this.draft = draft;
    }

    /// Set when a conversation begins.
    void beforeConsent() {
        draft.wake(SWEEP, plus(draft.given().now(), NO_CONSENT));
    }

    /// Set when the required consent is given.
    void begin() {
        draft.wake(EXPIRE, plus(draft.given().now(), draftPeriod()));
        remind(0, draft.given().now());
    }

    /// How long a draft is kept: as the installation says in the notice that people agreed to, else
    /// as the dialog says.
    private Period draftPeriod() {
        return draft.given().facts().get(DRAFT_DAYS) instanceof Value.Quantity(var days)
                ? Period.ofDays(days.intValue())
                : draft.dialog().head().timing().draft();
    }

    private List<Period> paces() {
        return draft.dialog().head().timing().remind();
    }

    private void remind(int index, Instant since) {
        if (index < paces().size())
            draft.wake(REMIND + index, byDay(plus(since, paces().get(index))));
    }

    /// A wake-up came.
    void fired(String kind) {
        if (kind.equals(SWEEP)) sweep();
        else if (kind.equals(EXPIRE)) expire();
        else if (kind.startsWith(REMIND)) reminder(kind);
    }

    /// Forgets a conversation in which no consent was given, unless its dialog asks for none and
    /// something was answered.
    private void sweep() {
        if (!(draft.now().lifecycle() instanceof Lifecycle.Draft)) return;
        var asks = draft.journey().asksConsent();
        if (asks && draft.journey().isConsented()) return;
        if (!asks && !draft.now().answers().isEmpty()) begin();
        else forget();
    }

    private void expire() {
        if (!(draft.now().lifecycle() instanceof Lifecycle.Draft)) return;
        var due = plus(draft.given().lastSign(), draftPeriod());
        if (draft.given().now().isBefore(due)) draft.wake(EXPIRE, due);
        else forget();
    }

    private void forget() {
        draft.note(new Happened.Went(new Lifecycle.Erased(0), ""));
        draft.effect(new Effect.Forget());
    }

    private void reminder(String kind) {
        var index = index(kind.substring(REMIND.length()));
        if (!(draft.now().lifecycle() instanceof Lifecycle.Draft) || index < 0) return;
        if (!draft.journey().isConsented()) return;
        var now = draft.given().now();
        var due = byDay(plus(draft.given().lastSign(), paces().get(index)));
        var next = due.isAfter(now) ? due : byDay(now);
        if (next.isAfter(now)) {
            draft.wake(kind, next);
            return;
        }
        draft.say(Message.Kind.REMINDER, new Calling(draft).reminder());
        remindAgain(index + 1);
    }

    /// The reminder of this number, -1 for none.
    private int index(String number) {
        for (int i = 0; i < paces().size(); i++) if (String.valueOf(i).equals(number)) return i;
        return -1;
    }

    /// The next one, a day from now at the earliest: a service that stood still does not catch up.
    private void remindAgain(int index) {
        if (index >= paces().size()) return;
        var due = plus(draft.given().lastSign(), paces().get(index));
        var tomorrow = plus(draft.given().now(), Period.ofDays(1));
        draft.wake(REMIND + index, byDay(due.isAfter(tomorrow) ? due : tomorrow));
    }

    private Instant plus(Instant from, Period period) {
        return from.atZone(draft.given().zone()).plus(period).toInstant();
    }

    /// The same time, or nine in the morning if it falls into the night.
    private Instant byDay(Instant at) {
        ZonedDateTime local = at.atZone(draft.given().zone());
        if (local.toLocalTime().isBefore(MORNING)) return local.with(MORNING).toInstant();
        if (local.toLocalTime().isBefore(EVENING)) return at;
        return local.plusDays(1).with(MORNING).toInstant();
    }
}
