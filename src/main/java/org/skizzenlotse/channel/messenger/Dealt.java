// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.messenger;

import java.time.Instant;

/// How many of those that wait were dealt with; where it is none, when to look again.
public record Dealt(int many, Instant again) {
    /// So many.
    public static Dealt with(int many) {
        return new Dealt(many, Instant.MIN);
    }

    /// None for now.
    public static Dealt notBefore(Instant again) {
        return new Dealt(0, again);
    }
}
