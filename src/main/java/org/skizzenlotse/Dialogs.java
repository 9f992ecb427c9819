// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.skizzenlotse.author.shelf.Shelf;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.change.Difference;
import org.skizzenlotse.dialog.file.Loaded;
import org.skizzenlotse.dialog.file.LoadedDialog;
import org.skizzenlotse.dialog.file.MigrationText;
import org.skizzenlotse.dialog.file.Versions;

/// The dialogs of an installation: read from their folder or from inside the jar, and put in force.
final class Dialogs {
    /// What is written beside a version that passed its checks.
    private static final String PROOF = "checked";

    private Dialogs() {}

    /// What is stored of dialogs already: which versions were proven, and each by its hash.
    record Known(Set<String> proven, Versions versions) {
        /// Nothing.
        static final Known NOTHING = new Known(Set.of(), Versions.NONE);

        static Known of(Published published) {
            return new Known(
                    published.provenHashes(), new Versions(published::find, published::current));
        }
    }

    /// Begins to read them all, on a thread of its own.
    static FutureTask<Loaded> begin(Config config) {
        var reading = new FutureTask<>(() -> read(config, Known.NOTHING));
        Thread.ofPlatform().daemon().name("reading").start(reading);
        return reading;
    }

    /// What was read.
    static Loaded end(FutureTask<Loaded> reading) {
        try {
            return reading.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the dialogs cannot be read", failed.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("ended while the dialogs were read", ended);
        }
    }

    /// Puts in force what was read, as far as open conversations can go on.
    static List<Published.Put> put(Published published, Loaded loaded) {
        return published.publish(loaded.dialogs().stream().map(Dialogs::proven).toList());
    }

    private static Published.Proven proven(LoadedDialog one) {
        var migrations =
                one.migrations().stream()
                        .map(it -> new Published.Written(it.migration(), it.json()))
                        .toList();
        return new Published.Proven(one.dialog(), one.canonicalJson(), PROOF, migrations);
    }

    /// What there is to say of it, in lines: nothing where nothing is new.
    static List<String> said(Published.Put put) {
        var lines = new ArrayList<String>();
        var hash = put.dialog().hash();
        if (put.before().filter(old -> !old.hash().equals(hash)).isEmpty()) return lines;
        var difference = Difference.of(put.before().get(), put.dialog());
        var id = put.dialog().id();
        if (!put.refused()) {
            lines.add("Dialog " + id + ": ab jetzt gilt " + MigrationText.name(put.dialog()) + ".");
            difference.sentences().forEach(sentence -> lines.add("  - " + sentence));
            return lines;
        }
        lines.add(
                "Dialog %s: %s gilt weiter. In der neuen Fassung ginge es für %s nicht weiter,"
                                .formatted(
                                        id,
                                        MigrationText.name(put.before().get()),
                                        talks(put.open()))
                        + " weil das hier noch nicht erklärt ist:");
        difference
                .sentences(difference.unexplained())
                .forEach(sentence -> lines.add("  - " + sentence));
        lines.add("Ein Entwurf für " + id + "/migrations/, bitte prüfen und ergänzen:");
        MigrationText.draft(difference).lines().forEach(line -> lines.add("    " + line));
        return lines;
    }

    static String talks(int number) {
        return number == 1 ? "1 offenes Gespräch" : number + " offene Gespräche";
    }

    /// The dialogs for those who write them.
    static Shelf shelf(Config config, Published published) {
        var folder = Files.isDirectory(config.dialogs()) ? config.dialogs() : null;
        return new Shelf(folder, () -> allProven(config, published));
    }

    /// The same as [#read], but everything is proven, and the talks are there.
    private static Loaded allProven(Config config, Published published) {
        return Files.isDirectory(config.dialogs())
                ? DialogFolder.read(config.dialogs(), Known.of(published).versions())
                : read(config, Known.NOTHING);
    }

    /// The folder of the setting, or the dialogs inside the jar where there is no such folder.
    static Loaded read(Config config, Known known) {
        var shipped = Dialogs.class.getResource("/dialogs");
        var standard = config.get(Setting.DIALOGS).equals(Setting.DIALOGS.standard());
        if (Files.isDirectory(config.dialogs()) || !standard || shipped == null)
            return DialogFolder.read(config.dialogs(), known.proven(), known.versions());
        try {
            if (shipped.getProtocol().equals("file"))
                return DialogFolder.read(
                        Path.of(shipped.toURI()), known.proven(), known.versions());
            var jar = Dialogs.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            try (var inside = FileSystems.newFileSystem(Path.of(jar))) {
                return DialogFolder.read(
                        inside.getPath("/dialogs"), known.proven(), known.versions());
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the jar cannot be read", unreadable);
        }
    }
}
