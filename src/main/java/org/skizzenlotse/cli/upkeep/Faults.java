// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.upkeep;

import java.io.IOException;
import java.nio.file.Path;
import org.skizzenlotse.cli.Exit;
import org.skizzenlotse.store.backup.BackupFault;
import org.skizzenlotse.store.vault.Keys;

/// What went wrong at these commands, each in one line.
final class Faults {
    private Faults() {}

    /// What a command does with a backup.
    interface Work {
        void run() throws IOException;
    }

    /// Does it; where it fails for no reason of its own, these words say what to look at.
    static int told(Work work, String otherwise) {
        try {
            work.run();
            return Exit.OK;
        } catch (BackupFault why) {
            System.err.println(line(why));
        } catch (IOException failed) {
            System.err.println(otherwise);
        }
        return Exit.FINDINGS;
    }

    /// Whether there is no installation in this folder, which is said.
    static boolean isMissing(Path data) {
        var missing = !Keys.areIn(data.resolve("keys"));
        if (missing) System.err.println("DATA: in " + data + " liegt keine Installation.");
        return missing;
    }

    private static String line(BackupFault fault) {
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
