// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.cli.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `privacy [--write DIR]`: the documents of data protection, made from settings and dialogs.
@Command(
        name = "privacy",
        mixinStandardHelpOptions = true,
        description =
                "Macht Verzeichnis, Speicherorte, Schwellwertprüfung und Auftragsverarbeiter.")
public final class Privacy implements Callable<Integer> {
    private final Supplier<Processing> processing;

    @Option(
            names = "--write",
            paramLabel = "ORDNER",
            description = "Schreibt sie als Dateien in diesen Ordner")
    private @Nullable Path folder;

    /// With what they are made from.
    public Privacy(Supplier<Processing> processing) {
        this.processing = processing;
    }

    @Override
    public Integer call() {
        var records = Records.of(processing.get());
        var into = folder;
        if (into == null) {
            records.values().forEach(System.out::println);
            return Exit.OK;
        }
        try {
            Files.createDirectories(into);
            for (var one : records.entrySet())
                Files.writeString(into.resolve(one.getKey()), one.getValue());
        } catch (IOException full) {
            System.err.println("In " + into + " lässt sich nicht schreiben.");
            return Exit.FINDINGS;
        }
        System.out.println("Geschrieben: " + String.join(", ", records.keySet()) + " in " + into);
        return Exit.OK;
    }
}
