// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.proof.reach.Finding;
import org.skizzenlotse.dialog.proof.reach.Proof;

/// What proving costs: the shipped dialogs together, and dialogs that grow, with the whole check of
/// the largest beside it.
final class Proving {
    private static final List<Integer> SIZES = List.of(125, 250, 500, 1_000);
    private static final double SHIPPED_SECONDS_MAX = 1;
    private static final double LARGEST_SECONDS_MAX = 10;

    private Proving() {}

    static void run(Path folder, int rounds) throws IOException {
        Figures.say("Proving dialogs over all combinations of answers");
        var figures = new Figures();
        var shipped =
                DialogFolder.read(
                                Path.of(System.getProperty("skizzenlotse.project", "."), "dialogs"))
                        .dialogs();
        for (int round = 0; round < rounds; round++) {
            double seconds = 0;
            for (var one : shipped) seconds += seconds(one.dialog());
            figures.add("shipped", seconds);
            for (int size : SIZES) {
                var root = GrownDialog.write(size, Files.createTempDirectory(folder, "d"));
                var began = System.nanoTime();
                var loaded = DialogFolder.read(root);
                figures.add("check " + size, (System.nanoTime() - began) / 1e9);
                var dialog = loaded.dialog("gross").orElseThrow().dialog();
                figures.add("proof " + size, seconds(dialog));
            }
        }
        figures.print("s");
        Figures.goal("shipped", figures.median("shipped"), "<=", SHIPPED_SECONDS_MAX);
        Figures.goal("proof 1000", figures.median("proof 1000"), "<=", LARGEST_SECONDS_MAX);
        for (int i = 1; i < SIZES.size(); i++)
            Figures.say(
                    "  %d : %d   %.1f",
                    SIZES.get(i),
                    SIZES.get(i - 1),
                    figures.ratio("proof " + SIZES.get(i), "proof " + SIZES.get(i - 1)));
    }

    private static double seconds(Dialog dialog) {
        var began = System.nanoTime();
        var findings = Proof.findings(dialog, _ -> "");
        double seconds = (System.nanoTime() - began) / 1e9;
        if (findings.stream().anyMatch(Finding::error))
            throw new IllegalStateException(findings.toString());
        return seconds;
    }
}
