// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.upkeep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.skizzenlotse.cli.Exit;
import org.skizzenlotse.store.backup.Backup;
import org.skizzenlotse.store.backup.BackupFault;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.store.vault.Keys;
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
        if (!Keys.areIn(data.resolve("keys"))) {
            System.err.println("DATA: in " + data + " liegt keine Installation.");
            return Exit.USAGE;
        }
        var clock = Clock.systemUTC();
        try (var database = Database.open(StoreSettings.in(data), clock)) {
            var made = new Backup(database).into(folder, clock.instant());
            System.out.println(
                    "Gesichert: " + made + ". Bewahrt daten und schluessel getrennt auf.");
            return Exit.OK;
        } catch (BackupFault why) {
            System.err.println(Faults.line(why));
            return Exit.FINDINGS;
        } catch (IOException failed) {
            System.err.println(
                    "Nicht gesichert: Sind Daten und Schlüssel vollständig, lässt sich in "
                            + folder
                            + " schreiben, und ist Platz?");
            return Exit.FINDINGS;
        }
    }
}
