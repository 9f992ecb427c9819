// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.Instant;
import java.time.Period;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Effect.Write.About;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;

/// The end of a draft that nobody came back to.
final class Ending {
    static final String KIND = "draft";

    private static final Period EARLY = Period.ofDays(14);

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
        announcing(draft.given().now()).begin();
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

    private Announcing announcing(Instant lastSign) {
        var end = new Announcing.End(KIND, lastSign, EARLY, end(lastSign), Instant.MAX);
        return new Announcing(draft, end);
    }

    /// The wake-up came: waits, announces, or forgets.
    void fired() {
        if (draft.now().lifecycle() instanceof Lifecycle.Draft
                && announcing(draft.given().lastSign()).isOver(this::announce)) forget(KIND);
    }

    private void announce(Instant end) {
        byItself.say(draft.phrase(Phrase.DRAFT_ENDS, byItself.day(end)));
        new Addressing(draft).write(About.DRAFT_ENDS, byItself.day(end));
    }

    /// Erases, because this is over.
    void forget(String why) {
        draft.note(new Happened.Went(new Lifecycle.Erased(0), ""));
        draft.effect(new Effect.Forget(why));
    }
}
