// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.Condition.Comparison;

/// Compares sums with zero. A sum of one thing is decided by the stretches of it. A sum of several
/// is decided where their stretches decide it, and free where they do not: then every order counts
/// as possible, so that nothing is said to be impossible that is not.
final class Sums {
    /// More combinations of stretches than this are not looked at one by one.
    private static final int COMBINATIONS_MAX = 4_096;

    private final Sat sat;
    private final Map<Of, Domain> domains;
    private final Map<Linear, Signs> several = new LinkedHashMap<>();
    private final Map<Linear, Signs> single = new HashMap<>();

    Sums(Sat sat, Map<Of, Domain> domains) {
        this.sat = sat;
        this.domains = domains;
    }

    /// The literals that a sum is less than, equal to, more than zero.
    record Signs(int less, int equal, int more) {}

    /// The sums of several things, with their signs.
    Map<Linear, Signs> several() {
        return several;
    }

    /// As the last solving has them: where all of a sum are known, it has this sign.
    Collection<Integer> asFound() {
        var all = new ArrayList<Integer>();
        for (var one : several.values())
            for (int sign : List.of(one.less(), one.equal(), one.more()))
                if (sat.holds(sign))
                    all.add(sat.any(sign, sat.all(-one.less(), -one.equal(), -one.more())));
        return all;
    }

    Judgement compared(Linear sum, Comparison comparison) {
        var signs = signs(sum);
        return switch (comparison) {
            case LESS -> of(signs.less(), sat.any(signs.equal(), signs.more()));
            case LESS_OR_EQUAL -> of(sat.any(signs.less(), signs.equal()), signs.more());
            case GREATER -> of(signs.more(), sat.any(signs.equal(), signs.less()));
            case GREATER_OR_EQUAL -> of(sat.any(signs.more(), signs.equal()), signs.less());
            case EQUAL -> of(signs.equal(), sat.any(signs.less(), signs.more()));
            case DIFFERENT -> of(sat.any(signs.less(), signs.more()), signs.equal());
        };
    }

    private static Judgement of(int yes, int no) {
        return new Judgement(yes, no);
    }

    private Signs signs(Linear sum) {
        var axes = new LinkedHashMap<Of, Axis>();
        for (var of : sum.factors().keySet()) {
            if (!(domains.get(of) instanceof Domain.Counted(_, var axis)))
                return new Signs(-sat.yes(), -sat.yes(), -sat.yes());
            axes.put(of, axis);
        }
        return switch (axes.size()) {
            case 0 -> constant(sum.constant().signum());
            case 1 -> single.computeIfAbsent(sum, one -> single(one, axes));
            default -> several.computeIfAbsent(sum, one -> several(one, axes));
        };
    }

    private Signs constant(int sign) {
        int yes = sat.yes();
        return new Signs(sign < 0 ? yes : -yes, sign == 0 ? yes : -yes, sign > 0 ? yes : -yes);
    }

    private Signs single(Linear sum, Map<Of, Axis> axes) {
        var axis = axes.values().iterator().next();
        var factor = sum.factors().values().iterator().next();
        var less = new ArrayList<Integer>();
        var equal = new ArrayList<Integer>();
        var more = new ArrayList<Integer>();
        for (var stretch : axis.stretches()) {
            var size = Judging.size(axis, stretch.from()).multiply(factor).add(sum.constant());
            (size.signum() < 0 ? less : size.signum() > 0 ? more : equal).add(stretch.literal());
        }
        return new Signs(sat.any(less), sat.any(equal), sat.any(more));
    }

    private Signs several(Linear sum, Map<Of, Axis> axes) {
        var signs = new Signs(sat.fresh(), sat.fresh(), sat.fresh());
        var given = new ArrayList<Integer>();
        for (var of : axes.keySet())
            if (domains.get(of) instanceof Domain.Counted(var one, _)) given.add(one);
        int known = sat.all(given);
        for (int one : List.of(signs.less(), signs.equal(), signs.more())) sat.clause(-one, known);
        sat.clause(-known, signs.less(), signs.equal(), signs.more());
        sat.clause(-signs.less(), -signs.equal());
        sat.clause(-signs.less(), -signs.more());
        sat.clause(-signs.equal(), -signs.more());
        long combinations = 1;
        for (var axis : axes.values()) combinations *= axis.stretches().size();
        if (combinations <= COMBINATIONS_MAX)
            bound(new ArrayList<>(axes.keySet()), axes, new Bound(sum, signs));
        return signs;
    }

    /// The least and the most that a sum can be, with the stretches so far.
    private static final class Bound {
        private final Linear sum;
        private final Signs signs;
        private final List<Integer> where;
        private final BigDecimal least;
        private final BigDecimal most;

        Bound(Linear sum, Signs signs) {
            this(sum, signs, List.of(), new BigDecimal[] {sum.constant(), sum.constant()});
        }

        private Bound(Linear sum, Signs signs, List<Integer> where, BigDecimal[] ends) {
            this.sum = sum;
            this.signs = signs;
            this.where = where;
            this.least = ends[0];
            this.most = ends[1];
        }

        Bound and(Of of, Axis axis, Axis.Stretch stretch) {
            var factor = sum.factors().getOrDefault(of, BigDecimal.ZERO);
            var from = Judging.size(axis, stretch.from()).multiply(factor);
            var to = Judging.size(axis, stretch.to()).multiply(factor);
            var all = new ArrayList<>(where);
            all.add(-stretch.literal());
            return new Bound(
                    sum,
                    signs,
                    all,
                    new BigDecimal[] {least.add(from.min(to)), most.add(from.max(to))});
        }
    }

    private void bound(List<Of> rest, Map<Of, Axis> axes, Bound bound) {
        if (rest.isEmpty()) {
            if (bound.least.signum() >= 0) exclude(bound, bound.signs.less());
            if (bound.most.signum() <= 0) exclude(bound, bound.signs.more());
            if (bound.least.signum() > 0 || bound.most.signum() < 0)
                exclude(bound, bound.signs.equal());
            return;
        }
        var axis = axes.get(rest.getFirst());
        if (axis == null) return;
        for (var stretch : axis.stretches())
            bound(rest.subList(1, rest.size()), axes, bound.and(rest.getFirst(), axis, stretch));
    }

    private void exclude(Bound bound, int literal) {
        var clause = new int[bound.where.size() + 1];
        for (int i = 0; i < bound.where.size(); i++) clause[i] = bound.where.get(i);
        clause[bound.where.size()] = -literal;
        sat.clause(clause);
    }
}
