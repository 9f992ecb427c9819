// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.upkeep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `restore DIR`: brings a backup back into an empty data folder.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Holt eine Sicherung in einen leeren Ordner DATA zurück.")
public final class BringBack implements Callable<Integer> {
    private final Path data;

    @Parameters(paramLabel = "ORDNER", description = "Eine Sicherung, oder ihr Ordner: die neueste")
    private Path folder = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "ORDNER",
            description = "Die Schlüssel, wenn sie anderswo liegen; nehmt immer die neuesten")
    private @Nullable Path keys;

    /// Into this folder.
    public BringBack(Path data) {
        this.data = data;
    }

    @Override
    public Integer call() {
        return Faults.told(
                this::bringBack,
                "Nicht zurückgeholt: Passen Daten und Schlüssel zusammen, lässt sich in "
                        + data
                        + " schreiben, und ist Platz?");
    }

    private void bringBack() throws IOException {
        var halves = Restore.find(folder, Optional.ofNullable(keys));
        int erased = new Restore(data, Clock.systemUTC()).from(halves);
        System.out.println("Zurückgeholt: " + halves.data() + " nach " + data + ".");
        if (erased > 0)
            System.out.println(
                    "Seit dieser Sicherung gelöscht, und wieder entfernt: " + erased + ".");
    }
}
