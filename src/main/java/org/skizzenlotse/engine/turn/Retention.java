// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;
import java.util.Set;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Effect.Write.About;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;

/// How long what was handed in is kept: after closing as long as its dialog or the installation
/// says, after taking it back for thirty days, and never beyond the maximum after the last
/// submission. So what staff has asked back is not erased before that either.
final class Retention {
    static final String KIND = "kept";

    /// The kind of a wake-up for what was handed in before wake-ups of this were set; behind it
    /// stands when that was.
    static final String FROM = "kept_from:";

    /// Long enough to change one's mind, short for something that nobody may work on.
    static final Period WITHDRAWN = Period.ofDays(30);

    private static final Period EARLY = Period.ofDays(30);

    /// Where no installation says otherwise.
    private static final int MONTHS = 12;

    /// Whatever an installation says, and whoever could be told.
    private static final int MONTHS_MAX = 24;

    private static final String MONTHS_FACT = "aufbewahrung_monate";
    private static final String MONTHS_MAX_FACT = "aufbewahrung_hoechstens";

    /// Before times in the set of what was shown.
    private static final String HANDED_IN_AT = "handed_in:";

    private static final String CLOSED_AT = "closed:";
    private static final String WITHDRAWN_AT = "withdrawn:";

    private final Draft draft;
    private final ByItself byItself;

    Retention(Draft draft) {
        this.draft = draft;
        this.byItself = new ByItself(draft);
    }

    /// Notes the time when a turn handed in, closed or took back, and waits from then on.
    void follow(Lifecycle before) {
        var now = draft.now().lifecycle();
        var changed = !now.equals(before);
        switch (now) {
            case Lifecycle.Submitted _ when changed -> begin(HANDED_IN_AT);
            case Lifecycle.Closed _ when changed || !isClosingNoted() -> begin(CLOSED_AT);
            case Lifecycle.Withdrawn _ when changed -> begin(WITHDRAWN_AT);
            case Lifecycle.Draft _, Lifecycle.Submitted _, Lifecycle.Reopened _ -> {}
            case Lifecycle.Closed _, Lifecycle.Withdrawn _, Lifecycle.Erased _ -> {}
        }
    }

    private boolean isClosingNoted() {
        return Times.newest(draft, CLOSED_AT).isAfter(Times.newest(draft, HANDED_IN_AT));
    }

    private void begin(String mark) {
        draft.shown(Set.of(mark + draft.given().now().toEpochMilli()));
        announcing().begin();
    }

    /// For what was handed in then and has no wake-up of this yet.
    void follow(String handedInMillis) {
        if (!isKept()) return;
        if (Times.newest(draft, HANDED_IN_AT).equals(Instant.MIN)
                && !Times.read(handedInMillis).equals(Instant.MIN))
            draft.shown(Set.of(HANDED_IN_AT + handedInMillis));
        announcing().begin();
    }

    /// The wake-up came: waits, announces, or forgets.
    void fired() {
        if (!isKept()) return;
        // a closing that no turn noted counts from now on
        follow(draft.now().lifecycle());
        if (announcing().isOver(this::announce)) forget();
    }

    private boolean isKept() {
        return switch (draft.now().lifecycle()) {
            case Lifecycle.Submitted _, Lifecycle.Reopened _, Lifecycle.Closed _ -> true;
            case Lifecycle.Withdrawn _ -> true;
            case Lifecycle.Draft _, Lifecycle.Erased _ -> false;
        };
    }

    private Announcing announcing() {
        var end =
                switch (draft.now().lifecycle()) {
                    case Lifecycle.Closed _ -> {
                        var closed = at(CLOSED_AT);
                        yield end(closed, byItself.after(closed, kept()));
                    }
                    case Lifecycle.Withdrawn _ -> {
                        var withdrawn = at(WITHDRAWN_AT);
                        yield end(withdrawn, withdrawn(withdrawn));
                    }
                    case Lifecycle.Draft _, Lifecycle.Submitted _, Lifecycle.Reopened _ ->
                            end(at(HANDED_IN_AT), latest());
                    case Lifecycle.Erased _ -> end(at(HANDED_IN_AT), latest());
                };
        return new Announcing(draft, end);
    }

    private Announcing.End end(Instant begun, Instant at) {
        var hard = byItself.after(at(HANDED_IN_AT), Period.ofMonths(MONTHS_MAX));
        return new Announcing.End(KIND, begun, EARLY, earlier(at, latest()), hard);
    }

    /// When something is erased that is taken back at that time.
    Instant withdrawn(Instant at) {
        return earlier(byItself.after(at, WITHDRAWN), latest());
    }

    /// As late as the installation allows, which may be less than the maximum of all.
    private Instant latest() {
        return byItself.after(at(HANDED_IN_AT), months(MONTHS_MAX_FACT, MONTHS_MAX));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /// How long after closing: what a question promises to keep shorter counts for the whole, since
    /// all of it goes at once.
    private Period kept() {
        var timing = draft.dialog().head().timing();
        var told = timing.submitted().orElse(months(MONTHS_FACT, MONTHS));
        return draft.dialog().questions().stream()
                .map(question -> question.rules().privacy().keep())
                .filter(Objects::nonNull)
                .reduce(told, Retention::shorter);
    }

    private static Period shorter(Period one, Period other) {
        return LocalDate.EPOCH.plus(other).isBefore(LocalDate.EPOCH.plus(one)) ? other : one;
    }

    private Period months(String fact, int standard) {
        return draft.given().facts().get(fact) instanceof Value.Quantity(var months)
                ? Period.ofMonths(months.intValue())
                : Period.ofMonths(standard);
    }

    /// What has no time noted was there at the last sign of life.
    private Instant at(String mark) {
        var noted = Times.newest(draft, mark);
        return noted.equals(Instant.MIN) ? draft.given().lastSign() : noted;
    }

    private void announce(Instant end) {
        var withdrawn = draft.now().lifecycle() instanceof Lifecycle.Withdrawn;
        var words = withdrawn ? Phrase.WITHDRAWN_ENDS : Phrase.SUBMITTED_ENDS;
        byItself.say(draft.phrase(words, byItself.day(end), draft.now().reference()));
        new Addressing(draft).write(About.SUBMITTED_ENDS, byItself.day(end));
    }

    /// Staff have mails of it, which only they can delete; of what was taken back they know.
    private void forget() {
        var lifecycle = draft.now().lifecycle();
        var why =
                lifecycle instanceof Lifecycle.Closed || lifecycle instanceof Lifecycle.Withdrawn
                        ? lifecycle.id()
                        : "maximum";
        if (!(lifecycle instanceof Lifecycle.Withdrawn))
            draft.effect(new Effect.TellExpired(draft.now().reference()));
        draft.note(new Happened.Went(new Lifecycle.Erased(lifecycle.revision()), ""));
        draft.effect(new Effect.Forget(why));
    }
}
