// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.Versions;
import org.skizzenlotse.dialog.file.LoadedDialog;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.dialog.file.Versions;
import org.skizzenlotse.dialog.talk.Talks;
import org.skizzenlotse.engine.turn.Engine;

/// Breaks one thing of the shipped dialogs at a time and lets the checker look.
public final class MutationRun {
    private static final Path DIALOGS =
            Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs");

    /// What is read beside a dialog: what hands over to it, and what it hands over to.
    private static final Map<String, Set<String>> BESIDE =
            Map.of(
                    "skizze", Set.of("vorpruefung"),
                    "vorpruefung", Set.of("skizze"),
                    "sprechstunde", Set.of());

    private final Path root;
    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, LoadedDialog> dialogs = new HashMap<>();
    private final Talks talks = new Talks(new Engine(PhrasesFile.load()));
    private final List<Mutant> found = new ArrayList<>();
    private final Map<Harmless, List<Mutant>> harmless = new TreeMap<>();
    private final List<Mutant> unnamed = new ArrayList<>();
    private boolean asksTalks;
    private int seenByTalks;

    private MutationRun(Path root) {
        this.root = root;
    }

    /// Over copies of the shipped dialogs in this folder.
    public static MutationRun of(Path root) throws IOException {
        var run = new MutationRun(root);
        for (var one : DialogFolder.read(DIALOGS).dialogs())
            run.dialogs.put(one.dialog().id(), one);
        try (var paths = Files.walk(DIALOGS)) {
            for (var path : paths.filter(Files::isRegularFile).sorted().toList()) run.copy(path);
        }
        return run;
    }

    private void copy(Path path) throws IOException {
        var name = DIALOGS.relativize(path).toString().replace('\\', '/');
        if (name.contains("/talks/")) return;
        files.put(name, Files.readString(path));
        for (var own : BESIDE.keySet()) {
            var folder = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
            var isNeeded = BESIDE.getOrDefault(own, Set.of()).contains(folder);
            if (!folder.isEmpty() && !folder.equals(own) && !isNeeded) continue;
            var target = root.resolve(own).resolve(name);
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.writeString(target, Files.readString(path));
        }
    }

    /// The same, and the talks of a dialog go through what the checker did not find.
    public MutationRun askingTalks() {
        asksTalks = true;
        return this;
    }

    /// So many mutants, the same for a seed.
    public MutationRun broken(int count, long seed) throws IOException {
        var all = new ArrayList<Mutant>();
        for (var file : files.entrySet())
            if (file.getKey().contains("/") && !file.getKey().contains("/texts/"))
                all.addAll(Mutants.of(file.getKey(), file.getValue()));
        Collections.shuffle(all, new Random(seed));
        for (var mutant : all.subList(0, Math.min(count, all.size()))) look(mutant);
        return this;
    }

    private void look(Mutant mutant) throws IOException {
        var file = mutant.place().file();
        var own = file.substring(0, file.indexOf('/'));
        var path = root.resolve(own).resolve(file);
        Files.writeString(path, mutant.content());
        var loaded = DialogFolder.read(root.resolve(own), proven(own), Versions.NONE);
        Files.writeString(path, files.getOrDefault(file, ""));
        if (!loaded.problems().isEmpty()) found.add(mutant);
        else left(mutant, loaded.dialog(own).orElseThrow());
    }

    /// The pre-screening is read anew with what it hands over to; the rest was proven before.
    private Set<String> proven(String own) {
        var proven = new HashSet<String>();
        dialogs.forEach((id, one) -> {
            if (!id.equals(own) && !id.equals("vorpruefung")) proven.add(one.dialog().hash());
        });
        return proven;
    }

    private void left(Mutant mutant, LoadedDialog broken) {
        var why = Harmless.of(mutant);
        if (why.isEmpty()) unnamed.add(mutant);
        else harmless.computeIfAbsent(why.get(), _ -> new ArrayList<>()).add(mutant);
        var own = asksTalks ? dialogs.get(broken.dialog().id()) : null;
        if (own != null && !talks.run(broken.dialog(), own.talks()).problems().isEmpty())
            seenByTalks++;
    }

    /// Those that were not found and have no name.
    List<Mutant> unnamed() {
        return unnamed;
    }

    /// Which share the checker found.
    public double caughtShare() {
        return (double) found.size() / count();
    }

    private int count() {
        return found.size()
                + unnamed.size()
                + harmless.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public String toString() {
        var text = new StringBuilder("%d of %d found".formatted(found.size(), count()));
        harmless.forEach(
                (why, all) -> text.append(", ").append(all.size()).append(' ').append(why));
        if (asksTalks) text.append(", of all these seen by talks ").append(seenByTalks);
        return text.append(", unnamed ").append(unnamed).toString();
    }
}
