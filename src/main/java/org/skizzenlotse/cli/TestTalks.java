// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.LoadedDialog;
import org.skizzenlotse.dialog.file.PhrasesFile;
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

    @Option(
            names = "--at-least",
            paramLabel = "PROZENT",
            description = "Endet mit 1, wo die Gespräche weniger berühren")
    private int atLeast;

    @Option(
            names = "--update",
            description =
                    "Schreibt Erwartungen (bot, expect), die nicht stimmen, um; seht sie durch")
    private boolean update;

    /// With what commands are given.
    public TestTalks(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        var astray = 0;
        var below = false;
        var talks = new Talks(new Engine(PhrasesFile.load()));
        for (var folder : folders.isEmpty() ? List.of(opener.dialogs()) : folders) {
            var loaded = DialogFolder.read(folder);
            astray += said(loaded.problems().stream().filter(Problem::isError).toList());
            for (var one : loaded.dialogs()) {
                if (update) {
                    rewrite(folder, one, talks);
                    continue;
                }
                var result = talks.run(one.dialog(), one.talks());
                astray += said(result.problems());
                System.out.printf(
                        "%s: %d Gespräche, %d Abweichungen%n",
                        one.dialog().id(), result.talks(), result.problems().size());
                below |= result.coverage().percent() < atLeast;
                if (coverage) System.out.print(Covered.text(result.coverage()));
            }
        }
        return astray == 0 && !below ? Exit.OK : Exit.FINDINGS;
    }

    /// Rewrites what does not hold, file by file, and names the files.
    private static void rewrite(Path folder, LoadedDialog dialog, Talks talks) throws IOException {
        for (var talk : dialog.talks()) {
            var path = folder.resolve(talk.file());
            var before = Files.readString(path);
            var after = talks.updated(dialog.dialog(), talk.file(), before).orElse(before);
            if (after.equals(before)) continue;
            Files.writeString(path, after);
            System.out.println("geändert: " + path);
        }
    }

    private static int said(List<Problem> problems) {
        problems.forEach(problem -> System.out.println(problem.toText() + "\n"));
        return problems.size();
    }
}
