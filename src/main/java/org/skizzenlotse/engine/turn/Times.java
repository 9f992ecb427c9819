// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.Instant;

/// Times among the marks of what was shown: behind a prefix, in milliseconds.
final class Times {
    private Times() {}

    /// The newest behind this prefix; long ago for none.
    static Instant newest(Draft draft, String prefix) {
        return draft.now().shown().stream()
                .filter(mark -> mark.startsWith(prefix))
                .map(mark -> read(mark.substring(prefix.length())))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /// What was written; long ago where it is no time.
    static Instant read(String millis) {
        return millis.matches("[0-9]{1,15}")
                ? Instant.ofEpochMilli(Long.parseLong(millis))
                : Instant.MIN;
    }
}
