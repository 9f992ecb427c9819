// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `serve`: the service, until the process is ended.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Startet den Dienst (das tut auch mvn).")
public final class Serve implements Callable<Integer> {
    private final ToIntFunction<Boolean> serving;

    @Option(
            names = "--public",
            description =
                    "Auch von anderen Rechnern erreichbar; verlangt die Einstellungen, die dafür"
                            + " nötig sind.")
    private boolean inPublic;

    /// `serving` runs the service (true: in public) and gives the exit code.
    public Serve(ToIntFunction<Boolean> serving) {
        this.serving = serving;
    }

    @Override
    public Integer call() {
        return serving.applyAsInt(inPublic);
    }
}
