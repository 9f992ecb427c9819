// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.cli.Opener.CannotOpen;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.Loaded;
import org.skizzenlotse.dialog.file.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `check [DIR…]`: every mistake of the dialog files, with file, line, column and a proposal.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Prüft die Dialogdateien. Mit Fehlern endet es mit 1.")
public final class Check implements Callable<Integer> {
    private final Opener opener;

    @Parameters(paramLabel = "ORDNER", description = "Ordner mit Dialogen (Vorgabe: DIALOGS)")
    private List<Path> folders = List.of();

    @Option(names = "--json", description = "Als JSON")
    private boolean json;

    @Option(names = "--hints", description = "Auch Anregungen, die kein Fehler sind")
    private boolean hints;

    /// With what commands are given.
    public Check(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        var all = folders.isEmpty() ? List.of(opener.dialogs()) : folders;
        if (all.stream().noneMatch(DialogFolder::hasMigrations)) return check(all, Versions.NONE);
        try (var opened = opener.asItIs().open()) {
            var published = opened.published();
            return check(all, new Versions(published::find, published::current));
        } catch (CannotOpen _) {
            // where no versions are stored, none can be compared
            return check(all, Versions.NONE);
        }
    }

    private int check(List<Path> all, Versions versions) {
        var found = 0;
        var array = JsonNodeFactory.instance.arrayNode();
        for (var folder : all) {
            var loaded = DialogFolder.read(folder, versions);
            found += loaded.problems().size();
            for (var problem : shown(loaded)) {
                if (json) array.add(json(problem));
                else System.out.println(problem.toText() + "\n");
            }
            if (!json) summary(folder, loaded.dialogs().size(), loaded.problems());
        }
        if (json) System.out.println(array.toPrettyString());
        return found == 0 ? Exit.OK : Exit.FINDINGS;
    }

    private List<Problem> shown(Loaded loaded) {
        var all = new ArrayList<>(loaded.problems());
        if (hints) all.addAll(loaded.hints());
        return all;
    }

    private static ObjectNode json(Problem problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .put("file", problem.file())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("message", problem.message())
                .put("proposal", problem.proposal());
    }

    private static void summary(Path folder, int dialogs, List<Problem> problems) {
        var errors = problems.stream().filter(Problem::isError).count();
        System.out.printf(
                "%s: %d %s geprüft, %d Fehler, %d Hinweise%n",
                folder,
                dialogs,
                dialogs == 1 ? "Dialog" : "Dialoge",
                errors,
                problems.size() - errors);
    }
}
