// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.sat4j.core.LiteralsUtils;
import org.sat4j.core.VecInt;
import org.sat4j.minisat.SolverFactory;
import org.sat4j.minisat.core.IPhaseSelectionStrategy;
import org.sat4j.minisat.core.Solver;
import org.sat4j.minisat.orders.NegativeLiteralSelectionStrategy;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.TimeoutException;

/// The solver: literals are numbers, and a negative one is the contrary. Formulas are shared.
final class Sat {
    /// A dialog of 1,000 steps needs some dozens in a question; this many mean that something is
    /// wrong with the formulas.
    private static final int CONFLICTS_MAX = 1_000_000;

    private final Solver<?> solver = SolverFactory.newMiniLearningHeap();
    private final Map<String, Integer> shared = new HashMap<>();
    private final int yes;
    private int last;
    private boolean broken;
    private BitSet model = new BitSet();

    Sat() {
        solver.setTimeoutOnConflicts(CONFLICTS_MAX);
        yes = fresh();
        clause(new VecInt(new int[] {yes}));
    }

    /// The literal that always holds.
    int yes() {
        return yes;
    }

    /// From now on each way that is found is another one as far as possible, or a plain one.
    void wander(boolean on) {
        IPhaseSelectionStrategy strategy =
                on ? new Wandering() : new NegativeLiteralSelectionStrategy();
        solver.getOrder().setPhaseSelectionStrategy(strategy);
    }

    /// The library's own shares its chance between solvers, so that no run would be like another.
    private static final class Wandering implements IPhaseSelectionStrategy {
        private static final long serialVersionUID = 1L;

        private final Random chance = new Random(1);

        @Override
        public void init(int variables) {}

        @Override
        public void init(int variable, int literal) {}

        @Override
        public void updateVar(int literal) {}

        @Override
        public void assignLiteral(int literal) {}

        @Override
        public void updateVarAtDecisionLevel(int literal) {}

        @Override
        public int select(int variable) {
            return chance.nextBoolean()
                    ? LiteralsUtils.posLit(variable)
                    : LiteralsUtils.negLit(variable);
        }
    }

    int fresh() {
        return ++last;
    }

    /// At least one of these holds.
    void clause(int... literals) {
        for (int one : literals) if (one == yes) return;
        clause(new VecInt(Arrays.stream(literals).filter(one -> one != -yes).toArray()));
    }

    private void clause(VecInt literals) {
        try {
            solver.addClause(literals);
        } catch (ContradictionException _) {
            broken = true;
        }
    }

    /// At least so many of these hold.
    void atLeast(int[] literals, int least) {
        try {
            solver.addAtLeast(new VecInt(literals.clone()), least);
        } catch (ContradictionException _) {
            broken = true;
        }
    }

    int all(Collection<Integer> literals) {
        return all(literals.stream().mapToInt(Integer::intValue).toArray());
    }

    int any(Collection<Integer> literals) {
        return any(literals.stream().mapToInt(Integer::intValue).toArray());
    }

    int any(int... literals) {
        return -all(Arrays.stream(literals).map(one -> -one).toArray());
    }

    /// A literal that holds exactly where all of these do.
    int all(int... literals) {
        var parts = Arrays.stream(literals).filter(one -> one != yes).sorted().distinct().toArray();
        if (parts.length == 0) return yes;
        if (parts.length == 1) return parts[0];
        for (int one : parts) if (one == -yes || Arrays.binarySearch(parts, -one) >= 0) return -yes;
        return shared.computeIfAbsent(Arrays.toString(parts), _ -> conjunction(parts));
    }

    private int conjunction(int[] parts) {
        int whole = fresh();
        var back = new int[parts.length + 1];
        for (int i = 0; i < parts.length; i++) {
            clause(-whole, parts[i]);
            back[i] = -parts[i];
        }
        back[parts.length] = whole;
        clause(back);
        return whole;
    }

    /// Whether everything can hold together with these; if so, one way of it is kept.
    boolean solve(int... assumed) {
        if (broken) return false;
        try {
            if (!solver.isSatisfiable(new VecInt(assumed))) return false;
        } catch (TimeoutException tooLong) {
            throw new IllegalStateException("not decided within the limit", tooLong);
        }
        model = new BitSet(last + 1);
        for (int one : solver.model()) if (one > 0) model.set(one);
        return true;
    }

    /// Whether a literal holds in what the last solving found.
    boolean holds(int literal) {
        return literal > 0 ? model.get(literal) : !model.get(-literal);
    }

    /// Those of what was assumed that cannot hold together; empty where nothing can.
    int[] core() {
        var core = broken ? null : solver.unsatExplanation();
        if (core == null) return new int[0];
        var literals = new int[core.size()];
        for (int i = 0; i < literals.length; i++) literals[i] = core.get(i);
        return literals;
    }
}
