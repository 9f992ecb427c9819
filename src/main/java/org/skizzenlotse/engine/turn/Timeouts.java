// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.Duration;
import org.skizzenlotse.engine.Lifecycle;

/// What happens by itself: reminders, the end of a draft that nobody came back to and of what was
/// handed in long ago, the sweep of a conversation without consent, and that somebody else becomes
/// responsible.
final class Timeouts {
    /// Without consent nothing is kept longer (DESIGN section 6).
    private static final Duration NO_CONSENT = Duration.ofDays(1);

    static final String SWEEP = "no_consent";

    private final Draft draft;

    Timeouts(Draft draft) {
        this.draft = draft;
    }

    /// Set when a conversation begins.
    void beforeConsent() {
        draft.wake(SWEEP, draft.given().now().plus(NO_CONSENT));
    }

    /// Set when the required consent is given.
    void begin() {
        new Ending(draft).begin();
        new Reminding(draft).begin();
    }

    /// A wake-up came.
    void fired(String kind) {
        if (kind.equals(SWEEP)) sweep();
        else if (kind.equals(Ending.KIND)) new Ending(draft).fired();
        else if (kind.equals(Succession.KIND)) new Succession(draft).fired();
        else if (kind.equals(Retention.KIND)) new Retention(draft).fired();
        else if (kind.startsWith(Retention.FROM))
            new Retention(draft).follow(kind.substring(Retention.FROM.length()));
        else if (kind.startsWith(Reminding.KIND))
            new Reminding(draft).fired(kind.substring(Reminding.KIND.length()));
    }

    /// Forgets a conversation in which no consent was given. Where its dialog asks for none, what
    /// was answered holds nothing personal and stays as long as the dialog says, unannounced.
    private void sweep() {
        if (!(draft.now().lifecycle() instanceof Lifecycle.Draft)) return;
        var asks = draft.journey().asksConsent();
        if (asks && (draft.journey().isConsented() || !draft.outdated().isEmpty())) return;
        if (asks || draft.now().answers().isEmpty()) {
            new Ending(draft).forget(asks ? SWEEP : Ending.KIND);
            return;
        }
        var end = draft.given().lastSign().atZone(draft.given().zone());
        var kept = end.plus(draft.dialog().head().timing().draft()).toInstant();
        if (draft.given().now().isBefore(kept)) draft.wake(SWEEP, kept);
        else new Ending(draft).forget(Ending.KIND);
    }
}
