// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.Set;
import java.util.TreeSet;

/// Which groups are asked in full; core steps always are. State of the engine, never an answer:
/// conditions cannot read it.
public record Scope(boolean chosen, boolean full, Set<String> groups) {
    /// Nothing chosen yet.
    public static final Scope OPEN = new Scope(false, false, Set.of());

    /// Core steps only.
    public static final Scope SHORT = new Scope(true, false, Set.of());

    /// All steps.
    public static final Scope FULL = new Scope(true, true, Set.of());

    /// Copies the set.
    public Scope {
        groups = Set.copyOf(groups);
    }

    /// The same with one group more in full.
    public Scope with(String group) {
        var more = new TreeSet<>(groups);
        more.add(group);
        return new Scope(true, full, more);
    }

    /// Whether a step of this group is asked.
    public boolean asks(String group, boolean core) {
        return core || full || groups.contains(group);
    }
}
