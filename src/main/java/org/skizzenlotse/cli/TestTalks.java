// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.dialog.talk.Coverage;
import org.skizzenlotse.dialog.talk.Talks;
import org.skizzenlotse.engine.turn.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `test [DIR…]`: runs the talks beside the dialogs, and says where one goes astray.
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Spielt die Gespräche unter talks/ nach. Mit Abweichungen endet es mit 1.")
public final class TestTalks implements Callable<Integer> {
    private final Opener opener;

    @Parameters(paramLabel = "ORDNER", description = "Ordner mit Dialogen (Vorgabe: DIALOGS)")
    private List<Path> folders = List.of();

    @Option(names = "--coverage", description = "Zeigt, was kein Gespräch berührt")
    private boolean coverage;

    /// With what commands are given.
    public TestTalks(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        var astray = 0;
        var talks = new Talks(new Engine(PhrasesFile.load()));
        for (var folder : folders.isEmpty() ? List.of(opener.dialogs()) : folders) {
            var loaded = DialogFolder.read(folder);
            astray += said(loaded.problems().stream().filter(Problem::isError).toList());
            for (var one : loaded.dialogs()) {
                var result = talks.run(one.dialog(), one.talks());
                astray += said(result.problems());
                System.out.printf(
                        "%s: %d Gespräche, %d Abweichungen%n",
                        one.dialog().id(), result.talks(), result.problems().size());
                if (coverage) show(result.coverage());
            }
        }
        return astray == 0 ? Exit.OK : Exit.FINDINGS;
    }

    private static int said(List<Problem> problems) {
        problems.forEach(problem -> System.out.println(problem.toText() + "\n"));
        return problems.size();
    }

    private static void show(Coverage coverage) {
        show("Fragen", coverage.steps());
        show("Möglichkeiten", coverage.options());
        show("Offene Antworten", coverage.open());
    }

    private static void show(String what, Coverage.Share share) {
        System.out.printf("  %s: %d von %d%n", what, share.covered(), share.all());
        if (!share.missed().isEmpty())
            System.out.println("    fehlen: " + String.join(", ", share.missed()));
    }
}
