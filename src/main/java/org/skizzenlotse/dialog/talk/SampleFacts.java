// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.source.Part;

/// Values for the facts of an installation that nobody has set up.
public final class SampleFacts {
    private SampleFacts() {}

    /// A value for each fact that the dialog knows.
    public static Map<String, Value> of(Dialog dialog) {
        return dialog.parts().facts().entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, fact -> value(fact.getValue())));
    }

    /// The same, with the values that a talk gives itself.
    static Map<String, Value> of(Dialog dialog, Part given) {
        var facts = new HashMap<>(of(dialog));
        given.entries()
                .forEach((id, text) -> {
                    var kind = dialog.parts().facts().get(id);
                    if (kind == null)
                        text.wrong(
                                "'" + id + "' ist hier keine Vorgabe.",
                                "Im Kopf des Dialogs stehen sie unter facts.");
                    else
                        read(kind, text.text())
                                .ifPresentOrElse(
                                        value -> facts.put(id, value),
                                        () ->
                                                text.wrong(
                                                        "Das ist kein Wert vom type: "
                                                                + kind.type()
                                                                + ".",
                                                        "Schreibt etwa 30, 2027-06-30 oder ja."));
                });
        return facts;
    }

    private static Optional<Value> read(Dialog.FactKind kind, String text) {
        try {
            return switch (kind.type()) {
                case "number" -> Optional.of(new Value.Quantity(new BigDecimal(text)));
                case "money" -> Optional.of(new Value.Money(new BigDecimal(text), "EUR"));
                case "date" -> Optional.of(new Value.Day(LocalDate.parse(text)));
                case "confirm" -> decision(text);
                default -> Optional.of(new Value.Text(text));
            };
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Value> decision(String text) {
        return switch (text) {
            case "ja", "true" -> Optional.of(new Value.Decision(true));
            case "nein", "false" -> Optional.of(new Value.Decision(false));
            default -> Optional.empty();
        };
    }

    private static Value value(Dialog.FactKind kind) {
        return switch (kind.type()) {
            case "number" -> new Value.Quantity(BigDecimal.valueOf(30));
            case "money" -> new Value.Money(BigDecimal.valueOf(1_000), "EUR");
            case "date" -> new Value.Day(LocalDate.of(2027, 6, 30));
            case "confirm" -> new Value.Decision(true);
            default -> new Value.Text(kind.label());
        };
    }
}
