// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.skizzenlotse.dialog.talk.Coverage.Point;

/// Greedy set cover: always the talk that touches most of what is left, the earlier one of two.
/// That is at most ln(n) times the smallest set, and in practice the smallest or one more.
final class Cover {
    private Cover() {}

    static List<Exploration.Talk> of(List<Exploration.Talk> talks) {
        var left = new HashSet<Point>();
        talks.forEach(talk -> left.addAll(talk.touched()));
        var kept = new ArrayList<Exploration.Talk>();
        while (!left.isEmpty()) {
            var best = talks.getFirst();
            for (var talk : talks) if (news(talk, left) > news(best, left)) best = talk;
            kept.add(best);
            left.removeAll(best.touched());
        }
        return kept;
    }

    private static long news(Exploration.Talk talk, Set<Point> left) {
        return talk.touched().stream().filter(left::contains).count();
    }
}
