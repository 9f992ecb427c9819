// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.source.Part;

/// Values for the facts of an installation that nobody has set up.
final class SampleFacts {
    private SampleFacts() {}

    static Map<String, Value> of(Dialog dialog) {
        return dialog.parts().facts().entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, fact -> value(fact.getValue())));
    }

    /// The same, with the texts that a talk gives itself.
    static Map<String, Value> of(Dialog dialog, Part given) {
        var facts = new HashMap<>(of(dialog));
        given.entries()
                .forEach((id, text) -> {
                    if (facts.get(id) instanceof Value.Text)
                        facts.put(id, new Value.Text(text.text()));
                    else
                        text.wrong(
                                "'" + id + "' ist hier keine Vorgabe vom type: text.",
                                "Im Kopf des Dialogs stehen sie unter facts.");
                });
        return facts;
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
