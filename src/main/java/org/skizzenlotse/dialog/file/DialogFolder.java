// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Guidance;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.Problem.Severity;
import org.skizzenlotse.dialog.change.Migration;
import org.skizzenlotse.dialog.proof.Draft;
import org.skizzenlotse.dialog.proof.HandOverCheck;
import org.skizzenlotse.dialog.proof.WholeDialog;
import org.skizzenlotse.dialog.proof.fit.FitCheck;
import org.skizzenlotse.dialog.proof.words.HouseRules;
import org.skizzenlotse.dialog.proof.words.WordLint;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.FileKind;
import org.skizzenlotse.dialog.source.Findings;
import org.skizzenlotse.dialog.source.SchemaCheck;
import org.skizzenlotse.dialog.source.Source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads a folder of dialogs (DIALOG_FORMAT): every mistake of every file in one go, and the
/// dialogs that have none.
public final class DialogFolder {
    private final Path root;
    private final Set<String> proven;
    private final boolean whole;
    private final Versions versions;
    private final Findings findings = new Findings();
    private final List<LoadedDialog> dialogs = new ArrayList<>();
    private final List<Draft> checked = new ArrayList<>();
    private @Nullable SchemaCheck schemas;
    private Guidance guidance = Guidance.NONE;
    private WordLint words = new WordLint(HouseRules.STANDARD);

    private DialogFolder(Path root, Set<String> proven, Versions versions, boolean whole) {
        this.root = root;
        this.proven = proven;
        this.versions = versions;
        this.whole = whole;
    }

    /// Reads and checks everything below this folder.
    public static Loaded read(Path dialogsRoot) {
        return read(dialogsRoot, Versions.NONE);
    }

    /// The same, with the versions between which its migrations lead.
    public static Loaded read(Path dialogsRoot, Versions versions) {
        return read(new DialogFolder(dialogsRoot, Set.of(), versions, true));
    }

    /// The same without talks and without a word about style, and a dialog whose hash was proven
    /// before is only compiled: without schemas and proofs, which is what a start has time for.
    public static Loaded read(Path dialogsRoot, Set<String> provenHashes, Versions versions) {
        return read(new DialogFolder(dialogsRoot, provenHashes, versions, false));
    }

    private static Loaded read(DialogFolder folder) {
        folder.readAll();
        return new Loaded(folder.dialogs, folder.guidance, folder.findings);
    }

    /// The dialog of a canonical form that was stored when it had been proven.
    public static Dialog fromCanonical(String json) {
        var bundle = Canonical.bundle("", json);
        return DialogCompiler.compile(bundle, Canonical.hash(json), true).dialog();
    }

    /// Whether there are migrations below this folder.
    public static boolean hasMigrations(Path dialogsRoot) {
        return Files.isDirectory(dialogsRoot)
                && OnDisk.files(dialogsRoot).stream()
                        .anyMatch(
                                path -> OnDisk.slashed(path).matches(".*/migrations/[^/]+\\.yaml"));
    }

    /// A migration as it was stored.
    public static Migration migration(String json) {
        return MigrationFiles.stored(json);
    }

    private void readAll() {
        if (!Files.isDirectory(root)) {
            say(Severity.ERROR, OnDisk.slashed(root), "Diesen Ordner gibt es nicht.", "");
            return;
        }
        var beside = new TreeMap<String, Source>();
        var folders = new ArrayList<Path>();
        for (var path : OnDisk.children(root)) {
            if (Files.isDirectory(path)) folders.add(path);
            else if (FileKind.besideDialogs(OnDisk.name(path)).isPresent())
                source(path, OnDisk.name(path))
                        .ifPresent(one -> beside.put(OnDisk.name(path), one));
        }
        if (proven.isEmpty()) checkSchemas(beside, FileKind::besideDialogs);
        guidance = GuidanceCompiler.guidance(beside);
        if (whole) words = new Beside(beside).words();
        if (beside.keySet().stream().anyMatch(findings::hasErrorsIn)) guidance = Guidance.NONE;
        for (var folder : folders) readDialog(folder, beside);
        checkHandOvers();
    }

    /// What one dialog hands over is checked when all of them are known.
    private void checkHandOvers() {
        var all = new TreeMap<String, Dialog>();
        for (var one : dialogs) all.put(one.dialog().id(), one.dialog());
        for (var draft : checked) new HandOverCheck(draft, all).check();
        dialogs.removeIf(one -> findings.hasErrorsIn(one.dialog().id() + "/" + Bundle.HEAD));
    }

    private void checkSchemas(
            Map<String, Source> files, Function<String, Optional<FileKind>> kinds) {
        if (schemas == null) schemas = new SchemaCheck();
        for (var file : files.entrySet()) {
            var kind = kinds.apply(file.getKey());
            if (kind.isPresent()) schemas.check(file.getValue(), kind.get());
        }
    }

    private void readDialog(Path folder, Map<String, Source> beside) {
        var files = new TreeMap<String, Source>();
        var talks = new ArrayList<Path>();
        var complete = true;
        for (var path : OnDisk.files(folder)) {
            var inside = OnDisk.slashed(folder.relativize(path));
            var kind = FileKind.inDialog(inside).orElse(null);
            if (kind == null) unknown(path, inside);
            else if (kind == FileKind.TALK) talks.add(path);
            else {
                var source = source(path, OnDisk.slashed(root.relativize(path)));
                source.ifPresent(one -> files.put(inside, one));
                complete &= source.isPresent();
            }
        }
        if (!files.containsKey(Bundle.HEAD)) {
            if (complete) noHead(folder);
            return;
        }
        readDialog(new Content(OnDisk.name(folder), files, talks, complete), beside);
    }

    private record Content(
            String name, Map<String, Source> files, List<Path> talks, boolean complete) {
        Map<String, Source> migrations() {
            var migrations = new TreeMap<>(files);
            migrations.keySet().removeIf(path -> !path.startsWith("migrations/"));
            return migrations;
        }
    }

    private void readDialog(Content content, Map<String, Source> beside) {
        var kept = new TreeMap<>(content.files());
        kept.keySet().removeIf(path -> path.startsWith("migrations/"));
        new Beside(beside).keptBy(kept);
        var bundle = new Bundle(content.name(), kept);
        var json = Canonical.json(bundle);
        var hash = Canonical.hash(json);
        if (proven.contains(hash)) {
            if (!content.migrations().isEmpty())
                checkSchemas(content.migrations(), FileKind::inDialog);
            var dialog = DialogCompiler.compile(bundle, hash, true).dialog();
            add(dialog, json, List.of(), content.migrations());
            return;
        }
        var talks = whole ? talks(content) : Map.<String, Source>of();
        checkSchemas(content.files(), FileKind::inDialog);
        checkSchemas(talks, FileKind::inDialog);
        if (!proven.isEmpty()) checkSchemas(kept, FileKind::besideDialogs);
        // what a file that cannot be read leaves open is no mistake of the others
        if (!content.complete()) return;
        var draft = DialogCompiler.compile(bundle, hash, false);
        WholeDialog.check(draft);
        new FitCheck(draft).check();
        if (whole) words.check(draft);
        var sound =
                bundle.files().values().stream().noneMatch(one -> findings.hasErrorsIn(one.file()));
        if (!sound) return;
        if (add(draft.dialog(), json, talks.values(), content.migrations())) checked.add(draft);
    }

    private boolean add(
            Dialog dialog, String json, Collection<Source> talks, Map<String, Source> files) {
        var migrations = new MigrationFiles(dialog, versions).read(files.values());
        if (files.values().stream().anyMatch(one -> findings.hasErrorsIn(one.file()))) return false;
        dialogs.add(new LoadedDialog(dialog, json, List.copyOf(talks), migrations));
        return true;
    }

    private Map<String, Source> talks(Content content) {
        var talks = new TreeMap<String, Source>();
        for (var talk : content.talks())
            source(talk, OnDisk.slashed(root.relativize(talk)))
                    .ifPresent(one -> talks.put("talks/" + OnDisk.name(talk), one));
        return talks;
    }

    private void unknown(Path path, String inside) {
        if (!inside.endsWith(".yaml") && !inside.endsWith(".yml")) return;
        say(
                Severity.WARNING,
                OnDisk.slashed(root.relativize(path)),
                "Diese Datei wird nicht gelesen.",
                "Gelesen werden dialog.yaml, outcomes.yaml, sketch.yaml, groups/*.yaml,"
                        + " texts/*.yaml, talks/*.talk.yaml und migrations/*.yaml.");
    }

    private void noHead(Path folder) {
        say(
                Severity.ERROR,
                OnDisk.name(folder) + "/" + Bundle.HEAD,
                "Diesem Dialog fehlt dialog.yaml.",
                "Jeder Ordner unter " + OnDisk.name(root) + " ist ein Dialog mit einem Kopf.");
    }

    private void say(Severity severity, String file, String message, String proposal) {
        findings.add(new Problem(severity, file, 0, 0, "", message, proposal));
    }

    private Optional<Source> source(Path path, String file) {
        return OnDisk.source(path, file, findings);
    }
}
