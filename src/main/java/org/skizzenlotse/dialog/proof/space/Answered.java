// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.math.BigDecimal;
import java.util.ArrayList;
import org.skizzenlotse.dialog.Value;

/// The literal that a step was answered in a certain way.
final class Answered {
    private Answered() {}

    static int literal(Sat sat, Visit visit, Picked picked) {
        return switch (picked) {
            case Picked.Left(var status) -> visit.open().getOrDefault(status, -sat.yes());
            case Picked.Given(var value) ->
                    visit.domain() == null ? -sat.yes() : literal(sat, visit.domain(), value);
        };
    }

    private static int literal(Sat sat, Domain domain, Value value) {
        return switch (domain) {
            case Domain.Options(var given, var literals, var many) ->
                    switch (value) {
                        case Value.Chosen(var id, _) -> literals.getOrDefault(id, -sat.yes());
                        case Value.ChosenMany(var ids, _) when many -> {
                            var all = new ArrayList<Integer>();
                            all.add(given);
                            literals.forEach((id, one) -> all.add(ids.contains(id) ? one : -one));
                            yield sat.all(all);
                        }
                        default -> -sat.yes();
                    };
            case Domain.YesNo(var given, var yes) ->
                    value.equals(new Value.Decision(true)) ? yes : sat.all(given, -yes);
            case Domain.Counted(_, var axis) -> lies(sat, axis, value.size());
            case Domain.Words(_, var literals) ->
                    value instanceof Value.Text(var text)
                            ? literals.getOrDefault(text, -sat.yes())
                            : -sat.yes();
            case Domain.Plain(var given) -> given;
        };
    }

    private static int lies(Sat sat, Axis axis, BigDecimal size) {
        long count = Axis.floor(size, axis.unit());
        for (var stretch : axis.stretches())
            if (stretch.from() <= count && count <= stretch.to()) return stretch.literal();
        return -sat.yes();
    }
}
