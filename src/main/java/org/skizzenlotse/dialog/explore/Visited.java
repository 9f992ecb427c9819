// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.util.Map;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Conversation;

/// A conversation as it stood on some way, and the facts of the installation that it had.
public record Visited(Conversation conversation, Map<String, Value> facts) {
    /// Copies the map.
    public Visited {
        facts = Map.copyOf(facts);
    }
}
