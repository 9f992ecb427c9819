// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;

/// A conversation that is left alone: its wake-ups run when they are due, and what it says by
/// itself is written down with its time.
final class Left {
    private final Map<String, Instant> due = new HashMap<>();
    private final List<Said> said = new ArrayList<>();
    private final Scenario scenario;

    /// Something said by itself.
    record Said(Instant at, String text) {}

    Left(Scenario scenario) {
        this.scenario = scenario;
        note(Instant.MIN);
    }

    /// Time goes on until then; what fell due in between comes at its time.
    Left until(Instant end) {
        while (true) {
            var next = due.values().stream().sorted().findFirst().filter(at -> !at.isAfter(end));
            if (next.isEmpty() || isErased()) break;
            runAt(next.get());
        }
        scenario.at(end);
        return this;
    }

    /// The service stands still until then, and finds what fell due in between.
    Left stoodStillUntil(Instant end) {
        runAt(end);
        return this;
    }

    private void runAt(Instant now) {
        var kinds =
                due.entrySet().stream()
                        .filter(one -> !one.getValue().isAfter(now))
                        .sorted(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .toList();
        for (var kind : kinds) {
            // one that a turn in between has put off is not run
            if (due.getOrDefault(kind, Instant.MAX).isAfter(now) || isErased()) continue;
            due.remove(kind);
            scenario.at(now).wakes(kind);
            note(now);
        }
    }

    /// The person is here and says something.
    Left says(Instant at, String text) {
        until(at);
        scenario.says(text);
        note(Instant.MIN);
        return this;
    }

    /// Staff closes what was handed in.
    Left closed(Instant at) {
        until(at);
        scenario.goes(new Lifecycle.Closed(1)).wakes("kept");
        note(at);
        return this;
    }

    private void note(Instant now) {
        for (var effect : scenario.last().effects())
            if (effect instanceof Effect.WakeAt(var kind, var at)) due.put(kind, at);
        for (var message : scenario.last().messages())
            if (message.kind() == Message.Kind.REMINDER) said.add(new Said(now, message.text()));
    }

    List<Said> said() {
        return List.copyOf(said);
    }

    /// When something was said by itself.
    List<Instant> times() {
        return said.stream().map(Said::at).toList();
    }

    boolean isErased() {
        return scenario.state().lifecycle() instanceof Lifecycle.Erased;
    }

    /// When it woke last and was erased.
    Instant erasedWithin(Instant from, Duration step) {
        for (var now = from; ; now = now.plus(step)) {
            until(now);
            if (isErased()) return now;
        }
    }
}
