// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;

/// Makes a small way of what the solver found: only the answers are kept without which the goal
/// would not be certain.
final class Ways {
    private final Space space;
    private final Sat sat;
    private List<Integer> assumed = List.of();

    /// An answer or a fact with the literal that it is so where it is asked.
    private record Pick(@Nullable Visit visit, String fact, List<Integer> holds, int literal) {}

    Ways(Space space) {
        this.space = space;
        this.sat = space.sat();
    }

    /// From the last solving, in which the goal held.
    Way way(int goal) {
        return way(goal, Space.boxed(space.with(List.of())));
    }

    /// The same where only these are assumed.
    Way way(int goal, List<Integer> assumedAlways) {
        assumed = assumedAlways;
        var picks = picks();
        var free = space.judging().asFound();
        var counts = new Counts(space).counts();
        var needed = needed(picks, free, goal);
        var answers = new LinkedHashMap<StepId, Picked>();
        var facts = new LinkedHashMap<String, Value>();
        for (var pick : needed) {
            var values = new Values(space, counts, Set.copyOf(pick.holds()));
            if (pick.visit() == null)
                values.fact(pick.fact()).ifPresent(one -> facts.put(pick.fact(), one));
            else answers.put(pick.visit().step().id(), values.picked(pick.visit()));
        }
        return new Way(answers, facts);
    }

    private List<Pick> picks() {
        var picks = new ArrayList<Pick>();
        space.domains()
                .forEach((of, domain) -> {
                    if (of instanceof Of.AFact(var fact)) picks.add(fact(fact, domain));
                });
        for (var visit : space.visits())
            if (visit.domain() != null && sat.holds(visit.asked())) {
                var holds = holds(visit);
                picks.add(new Pick(visit, "", holds, policy(visit, holds)));
            }
        return picks;
    }

    private Pick fact(String fact, Domain domain) {
        var holds = holds(domain);
        return new Pick(null, fact, holds, sat.all(holds));
    }

    /// Where it is asked, it is answered like that.
    private int policy(Visit visit, List<Integer> holds) {
        return sat.any(-visit.asked(), sat.all(holds));
    }

    /// The literals that make its answer in the last solving.
    List<Integer> holds(Visit visit) {
        for (int one : visit.open().values()) if (sat.holds(one)) return List.of(one);
        return visit.domain() == null ? List.of() : holds(visit.domain());
    }

    /// The literals that make the value, or that there is none.
    private List<Integer> holds(Domain domain) {
        if (!sat.holds(domain.given())) return List.of(-domain.given());
        var literals =
                switch (domain) {
                    case Domain.Options(_, var options, _) -> List.copyOf(options.values());
                    case Domain.YesNo(_, var yes) -> List.of(yes);
                    case Domain.Counted(_, var axis) ->
                            axis.stretches().stream().map(Axis.Stretch::literal).toList();
                    case Domain.Words(_, var words) -> List.copyOf(words.values());
                    case Domain.Plain _ -> List.<Integer>of();
                };
        var holds = new ArrayList<Integer>();
        holds.add(domain.given());
        for (int one : literals) holds.add(sat.holds(one) ? one : -one);
        return holds;
    }

    private List<Pick> needed(List<Pick> picks, List<Integer> free, int goal) {
        var byLiteral = new LinkedHashMap<Integer, Pick>();
        for (var pick : picks) byLiteral.putIfAbsent(pick.literal(), pick);
        var kept = new LinkedHashSet<>(byLiteral.keySet());
        if (isOpen(kept, free, goal)) return picks;
        kept.retainAll(Space.boxed(sat.core()));
        var drop = new ArrayList<>(kept).reversed();
        for (int one : drop) {
            kept.remove(one);
            if (isOpen(kept, free, goal)) kept.add(one);
        }
        var chosen = new ArrayList<Pick>();
        byLiteral.forEach((literal, pick) -> {
            if (kept.contains(literal) || decides(pick, free)) chosen.add(pick);
        });
        return fewerOptions(chosen, free, goal);
    }

    /// Whether the goal can be missed in spite of these.
    private boolean isOpen(Set<Integer> kept, List<Integer> free, int goal) {
        var all = new ArrayList<>(assumed);
        all.addAll(kept);
        all.addAll(free);
        all.add(-goal);
        return sat.solve(Space.ints(all));
    }

    /// Whether it is part of a sum of several things, whose order is not told by stretches alone.
    private boolean decides(Pick pick, List<Integer> free) {
        if (free.isEmpty()) return false;
        var of =
                pick.visit() == null
                        ? new Of.AFact(pick.fact())
                        : new Of.AStep(pick.visit().step().id());
        return space.judging().sums().several().keySet().stream()
                .anyMatch(sum -> sum.factors().containsKey(of));
    }

    /// Without the options of several that do not matter.
    private List<Pick> fewerOptions(List<Pick> picks, List<Integer> free, int goal) {
        var all = new ArrayList<>(picks);
        for (int i = 0; i < all.size(); i++) {
            var visit = all.get(i).visit();
            if (visit == null
                    || !(visit.domain() instanceof Domain.Options(_, var options, var many))
                    || !many) continue;
            for (int option : options.values()) {
                var pick = all.get(i);
                if (!pick.holds().contains(option)) continue;
                var holds = new ArrayList<>(pick.holds());
                holds.set(holds.indexOf(option), -option);
                all.set(i, new Pick(visit, "", holds, policy(visit, holds)));
                if (!stillLeads(all, free, goal)) all.set(i, pick);
            }
        }
        return all;
    }

    private boolean stillLeads(List<Pick> picks, List<Integer> free, int goal) {
        var kept = new LinkedHashSet<Integer>();
        for (var pick : picks) kept.add(pick.literal());
        var all = new ArrayList<>(assumed);
        all.addAll(kept);
        all.addAll(free);
        all.add(goal);
        return sat.solve(Space.ints(all)) && !isOpen(kept, free, goal);
    }
}
