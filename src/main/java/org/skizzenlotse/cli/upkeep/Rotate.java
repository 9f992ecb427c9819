// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.upkeep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.skizzenlotse.cli.Exit;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.store.vault.Keys;
import picocli.CommandLine.Command;

/// `rotate`: a new master key in the place of the old one, also while the service runs.
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description =
                "Ersetzt den Hauptschlüssel durch einen neuen, auch während der Dienst läuft.")
public final class Rotate implements Callable<Integer> {
    private final Path data;

    /// For the installation in this folder.
    public Rotate(Path data) {
        this.data = data;
    }

    @Override
    public Integer call() {
        if (Faults.isMissing(data)) return Exit.USAGE;
        try {
            Keys.changeMasterIn(data.resolve("keys"));
        } catch (IOException unusable) {
            System.err.println(
                    "DATA: der Hauptschlüssel ließ sich nicht ersetzen, es gilt weiter der alte."
                            + " Sind die Schlüssel vollständig, und ist Platz auf der Platte?");
            return Exit.FINDINGS;
        }
        System.out.println(
                "Der Hauptschlüssel ist neu. Sichert jetzt und löscht ältere Sicherungen der"
                        + " Schlüssel: Sie öffnen, was bis dahin da war.");
        note();
        return Exit.OK;
    }

    private void note() {
        var clock = Clock.systemUTC();
        try (var database = Database.open(StoreSettings.in(data), clock)) {
            new AuditStore(database).append(AuditEntry.ofAll(clock.instant(), What.ROTATED));
        } catch (IOException unusable) {
            System.err.println("Vermerkt ist das nicht: DATA ist gerade nicht nutzbar.");
        }
    }
}
