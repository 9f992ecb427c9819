// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;

/// What to answer, in the order of asking, where each step is asked, and which facts the
/// installation gives. Whatever is answered at steps that are not named leads there, too.
public record Way(SequencedMap<StepId, Picked> answers, Map<String, Value> facts) {
    /// Copies the maps and keeps their order.
    public Way {
        answers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(answers));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
