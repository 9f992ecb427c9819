// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What every way keeps to. Checks have a literal of their own, so that one can be left out. Where
/// it is to be explained, each reason has one, so that the solver can name those that cannot hold
/// together.
final class Guards {
    private final Sat sat;
    private final boolean explaining;
    private final Map<Reason, Integer> literals = new LinkedHashMap<>();

    Guards(Sat sat, boolean explaining) {
        this.sat = sat;
        this.explaining = explaining;
    }

    int of(Reason reason) {
        return explaining || reason instanceof Reason.OfCheck
                ? literals.computeIfAbsent(reason, _ -> sat.fresh())
                : sat.yes();
    }

    List<Integer> all() {
        return new ArrayList<>(literals.values());
    }

    /// All but one.
    List<Integer> without(Reason reason) {
        var all = new ArrayList<Integer>();
        literals.forEach((other, literal) -> {
            if (!other.equals(reason)) all.add(literal);
        });
        return all;
    }

    /// The reasons of these literals.
    List<Reason> reasons(List<Integer> of) {
        var reasons = new ArrayList<Reason>();
        literals.forEach((reason, literal) -> {
            if (of.contains(literal)) reasons.add(reason);
        });
        return reasons;
    }
}
