// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Journey;

/// What comes along from the conversation that this one came from: only with a consent of its own,
/// and only while it is still there.
final class Attaching {
    private final Draft draft;

    Attaching(Draft draft) {
        this.draft = draft;
    }

    /// What is to be known before handing in; empty where there is nothing to say.
    String review() {
        return isWanted() && !isThere() ? draft.phrase(Phrase.ATTACHED_GONE) : "";
    }

    /// Handed in: it comes along, or is said to be gone.
    void handedIn() {
        var origin = draft.now().origin();
        if (origin == null || !isWanted()) return;
        draft.effect(new Effect.Attach(origin));
        draft.noted(isThere() ? Phrase.ATTACHED : Phrase.ATTACHED_GONE);
    }

    private boolean isThere() {
        return draft.given().elsewhere().attachable();
    }

    private boolean isWanted() {
        return draft.now().origin() != null
                && draft.dialog().head().attach().stream()
                        .flatMap(step -> draft.journey().stop(step).stream())
                        .anyMatch(Attaching::isYes);
    }

    private static boolean isYes(Journey.Stop stop) {
        var answer = stop.answer();
        return stop.isDealtWith()
                && answer != null
                && new Value.Decision(true).equals(answer.value());
    }
}
