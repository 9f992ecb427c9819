// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.statistics;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Hides small numbers, and as many others that nobody computes them from a total that is known
/// elsewhere: what is hidden is never one cell alone, and never less than [#SMALL] together.
final class Hidden {
    /// Fewer than that could be found again by those who know them.
    static final int SMALL = 5;

    private Hidden() {}

    /// What is shown of a count.
    enum Shown {
        NUMBER,
        /// Fewer than [#SMALL].
        FEW,
        /// More, hidden so that the few cannot be computed.
        NOT
    }

    /// A count and what is shown of it.
    record Cell(int count, Shown shown) {}

    static Map<String, Cell> of(Map<String, Integer> counts) {
        var hidden = new HashSet<String>();
        counts.forEach((name, count) -> {
            if (count < SMALL) hidden.add(name);
        });
        while (!hidden.isEmpty() && isComputable(counts, hidden)) {
            var next =
                    counts.keySet().stream()
                            .filter(name -> !hidden.contains(name))
                            .min(Comparator.comparing(counts::get));
            if (next.isEmpty()) break;
            hidden.add(next.get());
        }
        var cells = new LinkedHashMap<String, Cell>();
        counts.forEach((name, count) -> {
            var shown =
                    !hidden.contains(name) ? Shown.NUMBER : count < SMALL ? Shown.FEW : Shown.NOT;
            cells.put(name, new Cell(count, shown));
        });
        return cells;
    }

    private static boolean isComputable(Map<String, Integer> counts, Set<String> hidden) {
        int together = hidden.stream().mapToInt(counts::get).sum();
        return hidden.size() == 1 || together < SMALL;
    }
}
