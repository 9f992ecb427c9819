// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Value;

/// Whether a value that was given elsewhere is one that a question here could have got.
final class Fitting {
    private Fitting() {}

    static boolean fits(AnswerType type, Value value) {
        return switch (type) {
            case AnswerType.Text(var max) -> isText(value, max);
            case AnswerType.LongText(var max) -> isText(value, max);
            case AnswerType.Choice(var options) ->
                    value instanceof Value.Chosen(var id, var note)
                            && areOptions(options, List.of(id), Map.of(id, note));
            case AnswerType.Multi(var options, int min, int max) ->
                    value instanceof Value.ChosenMany(var ids, var notes)
                            && ids.size() >= min
                            && ids.size() <= max
                            && areOptions(options, ids, notes);
            case AnswerType.Numeric(var range, int decimals, _) ->
                    value instanceof Value.Quantity(var number)
                            && range.holds(number)
                            && number.stripTrailingZeros().scale() <= decimals;
            case AnswerType.Money(var range) ->
                    value instanceof Value.Money(var amount, _) && range.holds(amount);
            case AnswerType.Date _ -> value instanceof Value.Day;
            case AnswerType.Period _ ->
                    value instanceof Value.Between || value instanceof Value.Lasting;
            case AnswerType.Contact _ -> value instanceof Value.Contact;
            case AnswerType.Email _, AnswerType.Url _ -> value instanceof Value.Text;
            case AnswerType.Confirm _ -> value instanceof Value.Decision;
            case AnswerType.Consent _, AnswerType.File _, AnswerType.Table _ -> false;
        };
    }

    private static boolean isText(Value value, int lengthMax) {
        return value instanceof Value.Text(var text)
                && text.codePointCount(0, text.length()) <= lengthMax;
    }

    private static boolean areOptions(
            List<AnswerType.Option> options, List<String> ids, Map<String, String> notes) {
        return ids.stream()
                .allMatch(id ->
                        options.stream()
                                .filter(one -> one.id().equals(id))
                                .anyMatch(one -> isNoted(one, notes)));
    }

    /// Words beside an option are there where they must be, and nowhere else.
    private static boolean isNoted(AnswerType.Option option, Map<String, String> notes) {
        boolean noted = !notes.getOrDefault(option.id(), "").isEmpty();
        return switch (option.note()) {
            case NONE -> !noted;
            case OPTIONAL -> true;
            case REQUIRED -> noted;
        };
    }
}
