// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.upkeep;

import org.skizzenlotse.store.backup.BackupFault;

/// What went wrong with a backup, in one line.
final class Faults {
    private Faults() {}

    static String line(BackupFault fault) {
        var where = fault.getMessage();
        return switch (fault.why()) {
            case RUNNING -> "In " + where + " läuft gerade schon eine Sicherung.";
            case EXISTS -> where + " gibt es schon. Versucht es in einer Sekunde noch einmal.";
            case NOT_EMPTY ->
                    "DATA: "
                            + where
                            + " ist nicht leer. Haltet den Dienst an und leert den Ordner.";
            case NONE -> "In " + where + " ist keine Sicherung, oder ihre Hälfte fehlt.";
            case DAMAGED -> where + " ist beschädigt: Etwas fehlt, ist neu oder hat sich geändert.";
            case NOT_OF_THESE_DATA -> where + " gehört nicht zu diesen Daten.";
            case KEYS_OLDER -> where + " ist älter als die Daten. Nehmt die neuesten Schlüssel.";
        };
    }
}
