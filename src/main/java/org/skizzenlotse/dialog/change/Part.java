// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.util.Locale;
import java.util.Optional;

/// The parts of a dialog that are no steps, by the names that migrations use.
public enum Part {
    HEAD("Kopf"),
    VARIANTS("Sprachfassungen"),
    GROUPS("Abschnitte"),
    FACTS("Angaben der Einrichtung"),
    COMPUTE("Berechnetes"),
    OUTCOMES("Einschätzung"),
    SKETCH("Aufbau der Skizze"),
    OTHER("Sonstiges");

    private final String german;

    Part(String german) {
        this.german = german;
    }

    /// The name in migrations.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What authors call it.
    public String german() {
        return german;
    }

    /// The part of that name.
    public static Optional<Part> of(String id) {
        for (var part : values()) if (part.id().equals(id)) return Optional.of(part);
        return Optional.empty();
    }
}
