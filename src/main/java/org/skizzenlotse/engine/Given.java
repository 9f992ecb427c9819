// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Value;

/// All that a turn may know of the world: now, the time zone, the channel, the facts of the
/// installation, a fresh reference to use on submitting, who speaks, the last sign of life, and the
/// call for sketches, if one is announced.
public record Given(
        Instant now,
        ZoneId zone,
        String channel,
        Map<String, Value> facts,
        String freshReference,
        String by,
        Instant lastSign,
        @Nullable Call call) {
    /// Copies the facts.
    public Given {
        facts = Map.copyOf(facts);
    }
}
