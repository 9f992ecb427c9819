// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Language;

/// What stands in the controls of a question before somebody types: what was just sent and could
/// not be used, or the answer that is being changed.
record Kept(
        String text,
        Set<String> chosen,
        Map<String, String> notes,
        Map<String, String> fields,
        List<Map<String, String>> rows,
        List<Value.File> files) {
    static final Kept NOTHING = new Kept("", Set.of(), Map.of(), Map.of(), List.of(), List.of());

    /// The present answer in the form in which it can be typed again in that language. Consents and
    /// confirmations are never preselected.
    static Kept of(@Nullable Value value, Language language) {
        return switch (value) {
            case null -> NOTHING;
            case Value.Text(var text) -> typed(text);
            case Value.Chosen(var option, var note) ->
                    new Kept(
                            "",
                            Set.of(option),
                            Map.of(option, note),
                            Map.of(),
                            List.of(),
                            List.of());
            case Value.ChosenMany(var options, var notes) ->
                    new Kept("", Set.copyOf(options), notes, Map.of(), List.of(), List.of());
            case Value.Quantity(var number) -> typed(language.typed(number));
            case Value.Money(var amount, var currency) ->
                    typed(language.typed(amount) + (currency.equals("EUR") ? "" : " " + currency));
            case Value.Day(var date) -> typed(language.typed(date));
            case Value.Between(var from, var to) ->
                    members(Map.of("from", language.typed(from), "to", language.typed(to)));
            case Value.Lasting(var length, var unit) ->
                    members(Map.of("length", String.valueOf(length), "unit", unit.id()));
            case Value.Contact(var name, var role, var email, var phone) ->
                    members(Map.of("name", name, "role", role, "email", email, "phone", phone));
            case Value.Table(var rows) ->
                    new Kept("", Set.of(), Map.of(), Map.of(), rows, List.of());
            case Value.Files(var files) ->
                    new Kept("", Set.of(), Map.of(), Map.of(), List.of(), files);
            case Value.Decision _ -> NOTHING;
        };
    }

    private static Kept typed(String text) {
        return new Kept(text, Set.of(), Map.of(), Map.of(), List.of(), List.of());
    }

    private static Kept members(Map<String, String> members) {
        return new Kept("", Set.of(), Map.of(), members, List.of(), List.of());
    }
}
