// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Elsewhere;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Turn;
import org.skizzenlotse.engine.turn.Engine;

/// An engine, a dialog, and what there is around a conversation in it: other dialogs, and facts
/// that an installation gives beside those of the dialog. The clock stands still.
public record World(
        Engine engine, Dialog dialog, Elsewhere elsewhere, Map<String, Value> installation) {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /// What every installation in public has.
    public static final Map<String, Value> CONTACT =
            Map.of("kontakt", new Value.Text("hallo@team.example"));

    static final Instant NOW = LocalDateTime.of(2026, 11, 23, 10, 0).atZone(ZONE).toInstant();

    /// Copies the map.
    public World {
        installation = Map.copyOf(installation);
    }

    Given given(Map<String, Value> declared) {
        var facts = new HashMap<>(installation);
        facts.putAll(declared);
        return new Given(NOW, ZONE, "terminal", facts, "PROBE-2345", "applicant", NOW, null)
                .beside(elsewhere);
    }

    Expects expects(Visited at) {
        return engine.expects(dialog, at.conversation(), given(at.facts()));
    }

    Turn turn(Visited at, Input input) {
        return engine.turn(dialog, at.conversation(), input, given(at.facts()));
    }

    /// The same heard from another person, who has not seen that step.
    Turn turn(Visited at, Input input, int person, Set<StepId> unseen) {
        var given = given(at.facts()).spokenBy(person, unseen);
        return engine.turn(dialog, at.conversation(), input, given);
    }

    Visited after(Visited at, Conversation next) {
        return new Visited(next, at.facts());
    }
}
