// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Lights;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Answer;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.StepId;

/// What a new answer would do, found by a dry run: which answers are parked, which parked ones
/// count again, what is asked additionally, and how the light changes (both empty where there is
/// none).
public record Impact(
        List<StepId> park,
        List<StepId> restore,
        List<StepId> ask,
        Optional<Light> before,
        Optional<Light> after) {
    /// Copies the lists.
    public Impact {
        park = List.copyOf(park);
        restore = List.copyOf(restore);
        ask = List.copyOf(ask);
    }

    /// The impact of giving this answer to a step.
    static Impact of(Draft draft, StepId step, Answer proposed) {
        var now = draft.journey();
        var answers = new HashMap<>(draft.inForce());
        answers.put(step, proposed);
        var then = Journey.of(draft.dialog(), answers, draft.now().scope(), draft.given().facts());
        return new Impact(
                changed(then, now, Journey.Stop::isDealtWith, true),
                changed(now, then, Journey.Stop::isDealtWith, false),
                changed(now, then, Journey.Stop::isDue, false),
                Lights.light(draft.dialog(), now, draft.now().shown()),
                Lights.light(draft.dialog(), then, draft.now().shown()));
    }

    /// The steps of the second journey that are so there, but do not apply in the first; `parked`
    /// keeps those only that have an answer in it.
    private static List<StepId> changed(
            Journey without,
            Journey with,
            java.util.function.Predicate<Journey.Stop> so,
            boolean parked) {
        return with.questions()
                .filter(so)
                .map(Journey.Stop::id)
                .filter(id -> without.stop(id).filter(stop -> !stop.applies()).isPresent())
                .filter(id -> !parked || without.stop(id).orElseThrow().isParked())
                .toList();
    }

    /// Whether there is anything to preview.
    public boolean isNothing() {
        return park.isEmpty() && restore.isEmpty() && ask.isEmpty() && before.equals(after);
    }
}
