// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.reach;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Outcomes;
import org.skizzenlotse.dialog.Outcomes.Rule;
import org.skizzenlotse.dialog.Truth;
import org.skizzenlotse.dialog.proof.space.Goal;
import org.skizzenlotse.dialog.proof.space.Space;

/// Rules of different lights that can hold together. That is no fault, because the worst light
/// wins; authors see it in reports.
public final class Overlaps {
    private Overlaps() {}

    /// Two rules, the worse light first, and who gets both: the beginning of a sentence.
    public record Overlap(Rule worse, Rule better, String who) {
        /// A sentence for authors.
        public String toText() {
            return who
                    + ", bekommt '"
                    + worse.id()
                    + "' ("
                    + Table.words(worse.light())
                    + ") und '"
                    + better.id()
                    + "' ("
                    + Table.words(better.light())
                    + "): Es zählt "
                    + Table.words(worse.light())
                    + ".";
        }
    }

    /// All of one table, in its order.
    public static List<Overlap> of(Dialog dialog, Outcomes outcomes) {
        var space = Space.of(dialog);
        var words = new AnswerWords(dialog);
        var overlaps = new ArrayList<Overlap>();
        for (var worse : outcomes.rules())
            for (var better : outcomes.rules())
                if (worse.light().compareTo(better.light()) > 0)
                    space.find(both(worse, better))
                            .ifPresent(way ->
                                    overlaps.add(new Overlap(worse, better, words.way(way))));
        return overlaps;
    }

    private static Goal both(Rule one, Rule other) {
        return new Goal.Both(
                List.of(
                        new Goal.Judged(one.when(), Truth.TRUE),
                        new Goal.Judged(other.when(), Truth.TRUE)));
    }
}
