// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.explore.Exits;
import org.skizzenlotse.dialog.explore.Exploration;
import org.skizzenlotse.dialog.explore.Explorer;
import org.skizzenlotse.dialog.explore.TalkFiles;
import org.skizzenlotse.dialog.explore.World;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.Loaded;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.dialog.talk.Coverage.Point;
import org.skizzenlotse.engine.Elsewhere;
import org.skizzenlotse.engine.turn.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `explore DIALOG [--write DIR]`: looks for a way to everything in a dialog, and writes a small
/// set of talks that touch all of it.
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description = "Sucht Wege zu allem, was ein Dialog hat, und schreibt sie als Gespräche.")
public final class Explore implements Callable<Integer> {
    private final Opener opener;

    @Parameters(paramLabel = "DIALOG", description = "Welcher Dialog, etwa skizze")
    private String dialog = "";

    @Option(
            names = "--write",
            paramLabel = "ORDNER",
            description = "Schreibt die Gespräche dorthin; frühere erkundete werden ersetzt")
    private @Nullable Path folder;

    /// With what commands are given.
    public Explore(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        var loaded = DialogFolder.read(opener.dialogs());
        loaded.problems().stream()
                .filter(Problem::isError)
                .forEach(problem -> System.err.println(problem.toText()));
        var found = loaded.dialog(dialog);
        if (found.isEmpty()) {
            System.err.println("Den Dialog " + dialog + " gibt es nicht, oder er hat Fehler.");
            return Exit.FINDINGS;
        }
        var engine = new Engine(PhrasesFile.load());
        var explored = Explorer.explore(engine, found.get().dialog());
        show(explored);
        var world = new World(engine, found.get().dialog(), elsewhere(loaded), World.CONTACT);
        var exits = Exits.tried(world, explored.visited());
        show(exits);
        if (folder != null) {
            TalkFiles.write(folder, explored);
            System.out.printf("%s: %d Gespräche geschrieben%n", folder, explored.talks().size());
        }
        return explored.unreachable().isEmpty() && exits.missing().isEmpty()
                ? Exit.OK
                : Exit.FINDINGS;
    }

    private static Elsewhere elsewhere(Loaded loaded) {
        var titles = new TreeMap<String, String>();
        for (var one : loaded.dialogs()) {
            var variant = one.dialog().head().language();
            titles.put(one.dialog().id(), one.dialog().frame(variant).title());
        }
        return new Elsewhere(titles, Map.of(), false);
    }

    private static void show(Exits.Report exits) {
        System.out.printf(
                "  Auswege (Hilfe, Warum, Zurück, Pause, Mensch, Löschen)"
                        + " versucht in %d Zuständen%s: %s%n",
                exits.states(),
                exits.isCut() ? ", weitere ausgelassen" : "",
                exits.missing().isEmpty() ? "alle da" : exits.missing().size() + " fehlen");
        for (var one : exits.missing())
            System.out.printf("    %s: %s %s%n", one.state(), one.command().id(), one.why());
    }

    private void show(Exploration explored) {
        System.out.printf(
                "%s: %d Wege gespielt, %d Gespräche genügen%n",
                dialog, explored.played(), explored.talks().size());
        explored.talks().forEach(talk -> System.out.println("  " + talk.name()));
        System.out.print(Covered.text(explored.coverage()));
        show("Dorthin führt keine Antwort:", explored.unreachable());
        show("Das braucht ein Gespräch von Hand:", explored.byHand());
    }

    private static void show(String title, List<Point> points) {
        if (points.isEmpty()) return;
        System.out.println(title);
        for (var one : points) System.out.printf("  %s (%s)%n", one.words(), one.id());
    }
}
