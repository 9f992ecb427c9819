// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.util.List;
import java.util.Set;
import org.skizzenlotse.dialog.talk.Coverage;
import org.skizzenlotse.dialog.talk.Coverage.Point;

/// What was found in a dialog: a small set of talks, how many ways were played for it, what the
/// talks touch together, what no combination of answers leads to, what needs a talk by hand, and
/// every state on the ways.
public record Exploration(
        List<Talk> talks,
        int played,
        Coverage coverage,
        List<Point> unreachable,
        List<Point> byHand,
        List<Visited> visited) {
    /// Copies the lists.
    public Exploration {
        talks = List.copyOf(talks);
        unreachable = List.copyOf(unreachable);
        byHand = List.copyOf(byHand);
        visited = List.copyOf(visited);
    }

    /// A talk that was played: its text in YAML without its name, and what it touches.
    public record Talk(String name, String yaml, Set<Point> touched) {
        /// Copies the set.
        public Talk {
            touched = Set.copyOf(touched);
        }
    }
}
