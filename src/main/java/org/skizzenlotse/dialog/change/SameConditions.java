// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.util.List;
import java.util.Objects;
import org.skizzenlotse.dialog.Condition;

/// Whether two conditions are equal but for the words by which named ones are explained; patterns
/// by their text.
final class SameConditions {
    private SameConditions() {}

    static boolean same(Condition old, Condition now) {
        return switch (old) {
            case Condition.And(var all) ->
                    now instanceof Condition.And(var also) && same(all, also);
            case Condition.Or(var any) -> now instanceof Condition.Or(var also) && same(any, also);
            case Condition.Not(var of) -> now instanceof Condition.Not(var also) && same(of, also);
            case Condition.Named(var name, _, var is) ->
                    now instanceof Condition.Named(var other, _, var also)
                            && name.equals(other)
                            && same(is, also);
            case Condition.Matches(var text, var pattern) ->
                    now instanceof Condition.Matches(var other, var also)
                            && text.equals(other)
                            && pattern.pattern().equals(also.pattern());
            case Condition.Equals _, Condition.In _, Condition.Contains _ ->
                    Objects.equals(old, now);
            case Condition.Compare _, Condition.Answered _, Condition.Open _ ->
                    Objects.equals(old, now);
            case Condition.Holds _ -> Objects.equals(old, now);
        };
    }

    private static boolean same(List<Condition> old, List<Condition> now) {
        if (old.size() != now.size()) return false;
        for (int i = 0; i < old.size(); i++) if (!same(old.get(i), now.get(i))) return false;
        return true;
    }
}
