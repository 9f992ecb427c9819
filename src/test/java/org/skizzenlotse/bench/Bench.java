// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.skizzenlotse.dialog.mutation.MutationRun;

/// Measures and tells what it measured: `mvn -Pbench`, or one part by `-Dbench=engine`. Figures
/// hold for a machine and an hour, so everything is told beside something else of the same run.
public final class Bench {
    private static final int ROUNDS = 3;
    private static final int MUTANTS = 1_000;

    private Bench() {}

    /// Runs the named part, or all of them.
    public static void main(String... arguments) throws Exception {
        var wanted = arguments.length == 0 ? "all" : arguments[0];
        var known =
                List.of(
                        "all", "proof", "mutants", "engine", "growth", "alone", "load", "heap",
                        "uploads", "start");
        if (!known.contains(wanted)) throw new IllegalArgumentException("one of " + known);
        var began = System.nanoTime();
        if (is(wanted, "proof")) Proving.run(folder("proof"), ROUNDS);
        if (is(wanted, "mutants"))
            Figures.say("%s", MutationRun.of(folder("mutants")).askingTalks().broken(MUTANTS, 1));
        if (is(wanted, "engine")) Engines.run(ROUNDS);
        if (is(wanted, "growth")) Growth.run(folder("growth"), ROUNDS);
        if (is(wanted, "alone")) Alone.run(folder("alone"), ROUNDS);
        if (is(wanted, "load")) Load.run(folder("load"), ROUNDS);
        if (is(wanted, "heap")) Heap.run(folder("heap"));
        if (is(wanted, "uploads")) Uploads.run(folder("uploads"), ROUNDS);
        if (is(wanted, "start")) Start.run(folder("start"), ROUNDS);
        Figures.say("%.0f seconds", (System.nanoTime() - began) / 1e9);
    }

    /// An empty folder on the disk that the project lies on.
    private static Path folder(String part) throws IOException {
        var target = Path.of(System.getProperty("skizzenlotse.project", "."), "target");
        return Files.createTempDirectory(Files.createDirectories(target), "bench-" + part);
    }

    private static boolean is(String wanted, String part) {
        return wanted.equals("all") || wanted.equals(part);
    }
}
