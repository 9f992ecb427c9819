// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.util.List;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Choice;
import org.skizzenlotse.dialog.AnswerType.Column;
import org.skizzenlotse.dialog.AnswerType.Multi;
import org.skizzenlotse.dialog.AnswerType.Range;

/// Whether every value of an old type is one of the new type of the same kind, and means the same;
/// options are looked at one by one elsewhere.
final class Types {
    private Types() {}

    static boolean accepts(AnswerType old, AnswerType now) {
        return switch (old) {
            case AnswerType.Text(var length) ->
                    now instanceof AnswerType.Text(var longer) && longer >= length;
            case AnswerType.LongText(var length) ->
                    now instanceof AnswerType.LongText(var longer) && longer >= length;
            case Choice _ -> now instanceof Choice;
            case Multi(_, var min, var max) ->
                    now instanceof Multi(_, var less, var most) && less <= min && most >= max;
            case AnswerType.Numeric(var range, var decimals, var unit) ->
                    now instanceof AnswerType.Numeric(var wider, var finer, var same)
                            && wider(wider, range)
                            && finer >= decimals
                            && same.equals(unit);
            case AnswerType.Money(var range) ->
                    now instanceof AnswerType.Money(var wider) && wider(wider, range);
            case AnswerType.Table(var columns, var min, var max) ->
                    now instanceof AnswerType.Table(var same, var less, var most)
                            && sameColumns(columns, same)
                            && less <= min
                            && most >= max;
            case AnswerType.File(var accept, var size, var files) ->
                    now instanceof AnswerType.File(var more, var bigger, var most)
                            && more.containsAll(accept)
                            && bigger >= size
                            && most >= files;
            case AnswerType.Date _, AnswerType.Period _, AnswerType.Contact _ -> old.equals(now);
            case AnswerType.Email _, AnswerType.Url _, AnswerType.Confirm _ -> old.equals(now);
            case AnswerType.Consent _ -> old.equals(now);
        };
    }

    private static boolean wider(Range wider, Range range) {
        return (wider.min() == null || (range.min() != null && wider.holds(range.min())))
                && (wider.max() == null || (range.max() != null && wider.holds(range.max())));
    }

    private static boolean sameColumns(List<Column> old, List<Column> now) {
        if (old.size() != now.size()) return false;
        for (int i = 0; i < old.size(); i++) {
            var one = old.get(i);
            var other = now.get(i);
            if (!one.id().equals(other.id())
                    || one.kind() != other.kind()
                    || other.maxLength() < one.maxLength()) return false;
        }
        return true;
    }
}
