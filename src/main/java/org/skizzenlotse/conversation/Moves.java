// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.skizzenlotse.engine.Arrival;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.database.StoreUnavailable;

/// Another device shows a moving code and waits until the one that made it says yes (DESIGN section
/// 6). Its token is worth nothing before that.
final class Moves {
    /// For a code, and for the answer that follows on it.
    static final Duration GOOD = Duration.ofMinutes(15);

    private static final int TRIES_MAX = 3;

    private final Installation installation;
    private final Turns turns;
    private final Taking taking;
    private final Views views;

    Moves(Installation installation, Turns turns, Taking taking, Views views) {
        this.installation = installation;
        this.turns = turns;
        this.taking = taking;
        this.views = views;
    }

    /// Whether a link leads to a conversation now; nothing is used up by that.
    boolean isGood(String secret) {
        return turns.findByMove(secret, installation.now()) instanceof Found.Known;
    }

    /// Uses a code up and waits with another one's number.
    ComingBack show(MovingCode code) {
        return show(code, Beginnings.From.NOWHERE);
    }

    /// The same at a place on a messenger.
    ComingBack show(MovingCode code, Beginnings.From from) {
        try {
            for (int i = 0; i < TRIES_MAX; i++) {
                var found = turns.findByMove(code.shown(), installation.now());
                if (!(found instanceof Found.Known(var stored, _))) return notThere(found);
                var until = installation.now().plus(GOOD);
                var input = new Input.Arrived(Secrets.twoDigits(), until);
                var token = Secrets.token();
                var arrive = new Change.Access.Arrive(stored.person(), code.shown(), token, until);
                var outcome = taking.arrive(stored, arrive, input, from.heard(token, true));
                if (outcome.isPresent())
                    return outcome.get() instanceof Outcome.Done
                            ? new ComingBack.Waiting(token, input.number(), until)
                            : new ComingBack.Unavailable();
            }
        } catch (StoreUnavailable later) {
            return new ComingBack.Unavailable();
        }
        return new ComingBack.Unavailable();
    }

    /// How it is with a device that waits: still so, in, or not let in.
    ComingBack arrival(String token) {
        try {
            var now = installation.now();
            var found = turns.find(token, "", now);
            if (found instanceof Found.Known(var stored, _))
                return new ComingBack.Here(token, views.whole(stored));
            if (!(turns.findArriving(token, now) instanceof Found.Known(var waiting, _)))
                return notThere(found);
            return awaited(waiting, now)
                    .<ComingBack>map(
                            one -> new ComingBack.Waiting(token, one.number(), one.until()))
                    .orElseGet(ComingBack.Unknown::new);
        } catch (StoreUnavailable later) {
            return new ComingBack.Unavailable();
        }
    }

    private static Optional<Arrival> awaited(Stored stored, Instant now) {
        return Optional.ofNullable(stored.conversation().arrival())
                .filter(one -> one.person() == stored.person() && now.isBefore(one.until()));
    }

    private static ComingBack notThere(Found found) {
        return switch (found) {
            case Found.Gone _ -> new ComingBack.Gone();
            case Found.Revoked _ -> new ComingBack.Revoked();
            case Found.Known _, Found.Unknown _ -> new ComingBack.Unknown();
        };
    }
}
