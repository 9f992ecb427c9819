// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Picks a number of each stretch that the solver found, so that sums of several things come out as
/// it found them.
final class Counts {
    private static final long DAY = LocalDate.of(2027, 6, 1).toEpochDay();

    /// More tries than a sum of four things with ten candidates each.
    private static final int TRIES_MAX = 20_000;

    private final Space space;
    private final Sat sat;
    private final Map<Of, Axis.Stretch> stretches = new HashMap<>();
    private final Map<Of, Long> counts = new HashMap<>();
    private final Map<Linear, Integer> signs = new HashMap<>();
    private int tries;

    Counts(Space space) {
        this.space = space;
        this.sat = space.sat();
    }

    Map<Of, Long> counts() {
        space.domains()
                .forEach((of, domain) -> {
                    if (domain instanceof Domain.Counted(_, var axis))
                        for (var stretch : axis.stretches())
                            if (sat.holds(stretch.literal())) {
                                stretches.put(of, stretch);
                                counts.put(of, plain(of, stretch));
                            }
                });
        var together = new LinkedHashSet<Of>();
        space.judging()
                .sums()
                .several()
                .forEach((sum, of) -> {
                    if (!counts.keySet().containsAll(sum.factors().keySet())) return;
                    signs.put(sum, sat.holds(of.less()) ? -1 : sat.holds(of.more()) ? 1 : 0);
                    together.addAll(sum.factors().keySet());
                });
        if (!signs.isEmpty()) fit(new ArrayList<>(together));
        return counts;
    }

    private long plain(Of of, Axis.Stretch stretch) {
        long wanted = isDay(of) ? DAY : stretch.from() > -Axis.FAR ? stretch.from() : 0;
        return Math.clamp(wanted, stretch.from(), stretch.to());
    }

    private boolean isDay(Of of) {
        return switch (of) {
            case Of.AStep(var step) ->
                    space.dialog()
                            .question(step)
                            .filter(one -> one.type().id().equals("date"))
                            .isPresent();
            case Of.AFact(var fact) -> {
                var kind = space.dialog().parts().facts().get(fact);
                yield kind != null && kind.type().equals("date");
            }
        };
    }

    private boolean fit(List<Of> rest) {
        if (rest.isEmpty()) return signs.keySet().stream().allMatch(this::fits);
        var of = rest.getFirst();
        var before = counts.getOrDefault(of, 0L);
        for (long candidate : candidates(of)) {
            if (++tries > TRIES_MAX) return false;
            counts.put(of, candidate);
            if (fit(rest.subList(1, rest.size()))) return true;
        }
        counts.put(of, before);
        return false;
    }

    private boolean fits(Linear sum) {
        return value(sum).signum() == signs.getOrDefault(sum, 0);
    }

    private BigDecimal value(Linear sum) {
        var total = sum.constant();
        for (var part : sum.factors().entrySet()) total = total.add(part(part));
        return total;
    }

    private BigDecimal part(Map.Entry<Of, BigDecimal> part) {
        return unit(part.getKey())
                .multiply(BigDecimal.valueOf(counts.getOrDefault(part.getKey(), 0L)))
                .multiply(part.getValue());
    }

    private BigDecimal unit(Of of) {
        return space.domains().get(of) instanceof Domain.Counted(_, var axis)
                ? axis.unit()
                : BigDecimal.ONE;
    }

    /// The ends of its stretch, and where a sum with the others as they are now comes to zero.
    private Iterable<Long> candidates(Of of) {
        var stretch = stretches.get(of);
        var all = new TreeSet<Long>();
        all.add(counts.getOrDefault(of, 0L));
        if (stretch == null) return all;
        all.add(stretch.from() > -Axis.FAR ? stretch.from() : Math.min(stretch.to(), -1_000));
        all.add(stretch.to() < Axis.FAR ? stretch.to() : Math.max(stretch.from(), 1_000));
        for (var sum : signs.keySet()) {
            var factor = sum.factors().get(of);
            if (factor == null) continue;
            var step = factor.multiply(unit(of));
            var others = value(sum).subtract(part(Map.entry(of, factor))).negate();
            long zero =
                    step.signum() > 0
                            ? Axis.floor(others, step)
                            : Axis.floor(others.negate(), step.negate());
            for (long near = zero - 1; near <= zero + 2; near++) all.add(near);
        }
        all.removeIf(one -> one < stretch.from() || one > stretch.to());
        return all;
    }
}
