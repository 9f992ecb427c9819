// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.skizzenlotse.engine.Lifecycle;

/// Reminders at the pace of the dialog, counted from the last sign of life: to whoever agreed and
/// has not handed in.
final class Reminding {
    static final String KIND = "remind_";

    private final Draft draft;
    private final ByItself byItself;

    Reminding(Draft draft) {
        this.draft = draft;
        this.byItself = new ByItself(draft);
    }

    /// Sets the first one.
    void begin() {
        set(0, draft.given().now());
    }

    private void set(int index, Instant since) {
        if (index < paces().size())
            draft.wake(KIND + index, byItself.after(since, paces().get(index)));
    }

    private List<Period> paces() {
        return draft.dialog().head().timing().remind();
    }

    /// A wake-up of this number came.
    void fired(String number) {
        int index = index(number);
        if (index < 0 || !isWanted()) return;
        var kind = KIND + number;
        var due = byItself.after(draft.given().lastSign(), paces().get(index));
        if (due.isAfter(draft.given().now())) draft.wake(kind, due);
        else if (byItself.mayNow(kind)) {
            byItself.say(new Calling(draft).reminder());
            following(index + 1);
        }
    }

    /// The reminder of this number, -1 for none.
    private int index(String number) {
        for (int i = 0; i < paces().size(); i++) if (String.valueOf(i).equals(number)) return i;
        return -1;
    }

    private boolean isWanted() {
        return draft.now().lifecycle() instanceof Lifecycle.Draft
                && draft.journey().isConsented()
                && !isAnswered();
    }

    /// Where nothing is handed in, all is done once nothing is left to ask.
    private boolean isAnswered() {
        return !draft.journey().asksConsent() && draft.journey().next().isEmpty();
    }

    /// The next one, a day from now at the earliest: a service that stood still does not catch up.
    private void following(int index) {
        if (index >= paces().size()) return;
        var due = byItself.after(draft.given().lastSign(), paces().get(index));
        var tomorrow = byItself.after(draft.given().now(), Period.ofDays(1));
        draft.wake(KIND + index, due.isAfter(tomorrow) ? due : tomorrow);
    }
}
