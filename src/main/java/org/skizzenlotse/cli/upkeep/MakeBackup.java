// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.upkeep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.skizzenlotse.cli.Exit;
import org.skizzenlotse.store.backup.Backup;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `backup DIR`: data and keys as they are now, also while the service runs.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Sichert Daten und Schlüssel, auch während der Dienst läuft.")
public final class MakeBackup implements Callable<Integer> {
    private final Path data;

    @Parameters(paramLabel = "ORDNER", description = "Wohin gesichert wird")
    private Path folder = Path.of("");

    /// For the installation in this folder.
    public MakeBackup(Path data) {
        this.data = data;
    }

    @Override
    public Integer call() {
        if (Faults.isMissing(data)) return Exit.USAGE;
        return Faults.told(
                this::make,
                "Nicht gesichert: Sind Daten und Schlüssel vollständig, lässt sich in "
                        + folder
                        + " schreiben, und ist Platz?");
    }

    private void make() throws IOException {
        var clock = Clock.systemUTC();
        try (var database = Database.open(StoreSettings.in(data), clock)) {
            var made = new Backup(database).into(folder, clock.instant());
            System.out.println(
                    "Gesichert: " + made + ". Bewahrt daten und schluessel getrennt auf.");
        }
    }
}
