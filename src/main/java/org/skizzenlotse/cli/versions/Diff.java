// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.versions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.skizzenlotse.cli.Exit;
import org.skizzenlotse.cli.Opener;
import org.skizzenlotse.cli.Opener.CannotOpen;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.change.Difference;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.LoadedDialog;
import org.skizzenlotse.dialog.file.MigrationText;
import org.skizzenlotse.dialog.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `diff OLD [NEW]`: what is different between two versions of a dialog, whether conversations can
/// follow, and the draft of a migration where they cannot.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description =
                "Sagt, was sich zwischen zwei Fassungen eines Dialogs geändert hat, und entwirft"
                        + " die Migration. Braucht es eine, endet es mit 1.")
public final class Diff implements Callable<Integer> {
    private final Opener opener;

    @Parameters(
            paramLabel = "ALT",
            description =
                    "Ordner eines Dialogs, Anfang der Kennung einer Fassung, oder der Name des"
                            + " Dialogs für die, die gilt")
    private String old = "";

    @Parameters(
            paramLabel = "NEU",
            arity = "0..1",
            index = "1",
            description = "Ebenso (Vorgabe: der Ordner dieses Dialogs unter DIALOGS)")
    private String fresh = "";

    @Option(
            names = "--draft",
            paramLabel = "DATEI",
            description = "Schreibt den Entwurf in diese Datei")
    private Optional<Path> draft = Optional.empty();

    @Option(names = "--json", description = "Als JSON")
    private boolean json;

    /// With what commands are given.
    public Diff(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        try (var opened = opener.asItIs().open()) {
            return compare(Optional.of(opened.published()));
        } catch (CannotOpen _) {
            // without data there are folders only
            return compare(Optional.empty());
        }
    }

    private int compare(Optional<Published> published) throws IOException {
        var before = version(old, published);
        var name = before.map(one -> opener.dialogs().resolve(one.id()).toString()).orElse("");
        var after = version(fresh.isEmpty() ? name : fresh, published);
        if (before.isEmpty() || after.isEmpty()) {
            System.err.println(
                    (before.isEmpty() ? old : fresh.isEmpty() ? name : fresh)
                            + ": das ist weder der Ordner eines fehlerfreien Dialogs noch eine"
                            + " Fassung, die hier gespeichert ist.");
            return Exit.USAGE;
        }
        var difference = Difference.of(before.get(), after.get());
        var report =
                new Report(
                        difference, MigrationText.draft(difference), count(difference, published));
        if (draft.isPresent() && !report.draft().isEmpty())
            Files.writeString(draft.get(), report.draft());
        System.out.println(json ? report.json() : report.text(draft));
        return difference.explainsItself() ? Exit.OK : Exit.FINDINGS;
    }

    /// A folder, the dialog in force, or a stored version by the beginning of its hash.
    private Optional<Dialog> version(String name, Optional<Published> published) {
        var folder = Path.of(name);
        if (Files.isRegularFile(folder.resolve("dialog.yaml")))
            return loaded(folder).map(LoadedDialog::dialog);
        if (published.isEmpty()) return Optional.empty();
        var stored = published.get();
        return stored.inForce(name)
                .or(() ->
                        stored.all().stream()
                                .flatMap(one -> stored.find(one.id(), name).stream())
                                .findFirst());
    }

    private static Optional<LoadedDialog> loaded(Path folder) {
        var whole = folder.toAbsolutePath().normalize();
        var parent = whole.getParent();
        var name = whole.getFileName();
        if (parent == null || name == null) return Optional.empty();
        var loaded = DialogFolder.read(parent);
        loaded.problems().stream()
                .filter(Problem::isError)
                .filter(problem -> problem.file().startsWith(name + "/"))
                .forEach(problem -> System.err.println(problem.toText()));
        return loaded.dialog(name.toString());
    }

    /// Of open conversations and of the talks beside the files, which come upon what is different.
    private Report.Count count(Difference difference, Optional<Published> published) {
        var id = difference.after().id();
        var open = published.map(one -> one.open(id)).orElse(-1);
        var stranded =
                published
                        .map(one -> one.stranded(new Published.Proven(difference.after(), "", "")))
                        .orElse(0);
        var folder = fresh.isEmpty() ? opener.dialogs().resolve(id) : Path.of(fresh);
        var talks =
                Files.isRegularFile(folder.resolve("dialog.yaml"))
                        ? loaded(folder).map(LoadedDialog::talks).orElse(List.of())
                        : List.<Source>of();
        var steps = difference.steps();
        var meeting =
                talks.stream().filter(talk -> names(talk.root().node().toString(), steps)).count();
        return new Report.Count(open, stranded, talks.size(), (int) meeting);
    }

    private static boolean names(String talk, Set<StepId> steps) {
        return steps.stream().anyMatch(step -> talk.contains('"' + step.value() + '"'));
    }
}
