// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.Reads;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;

/// Looks for answers with which a question takes none any more: combinations of what its checks
/// read, one after the other.
final class DeadEnd {
    /// Checks read few steps with few options; where they have more combinations, the rest is not
    /// looked at.
    private static final int COMBINATIONS_MAX = 500;

    private final Space space;
    private final Sat sat;
    private final Visit visit;
    private final Domain domain;

    DeadEnd(Space space, Visit visit, Domain domain) {
        this.space = space;
        this.sat = space.sat();
        this.visit = visit;
        this.domain = domain;
    }

    Optional<Way> find() {
        int looking = sat.fresh();
        var reads = reads();
        for (int i = 0; i < COMBINATIONS_MAX; i++) {
            if (!solve(List.of(looking, visit.asked()))) return Optional.empty();
            int combination = sat.all(combination(reads));
            if (!solve(List.of(combination, visit.asked(), domain.given()))) {
                int goal = sat.all(combination, visit.asked());
                if (!solve(List.of(goal))) return Optional.empty();
                return Optional.of(new Ways(space).way(goal, space.before(visit.step().id())));
            }
            sat.clause(-looking, -combination);
        }
        return Optional.empty();
    }

    private boolean solve(List<Integer> literals) {
        var assumed = space.before(visit.step().id());
        assumed.addAll(literals);
        return sat.solve(Space.ints(assumed));
    }

    /// What the checks read beside the answer itself.
    private Set<StepId> reads() {
        var reads = new LinkedHashSet<StepId>();
        if (visit.step() instanceof Question question)
            for (var check : question.rules().checks()) reads.addAll(Reads.of(check.holds()));
        reads.remove(visit.step().id());
        return reads;
    }

    private List<Integer> combination(Set<StepId> reads) {
        var all = new ArrayList<Integer>();
        for (var one : space.visits())
            if (reads.contains(one.step().id()))
                all.addAll(
                        sat.holds(one.asked())
                                ? new Ways(space).holds(one)
                                : List.of(-one.asked()));
        return all;
    }
}
