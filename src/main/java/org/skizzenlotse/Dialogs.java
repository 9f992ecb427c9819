// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.skizzenlotse.cli.Opener.CannotOpen;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.dialog.Guidance;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.Loaded;

/// The dialogs of an installation: read from their folder or from inside the jar, and put in force.
final class Dialogs {
    /// What is written beside a version that passed its checks.
    private static final String PROOF = "checked";

    private Dialogs() {}

    /// Begins to read them all, on a thread of its own.
    static FutureTask<Loaded> begin(Config config) {
        var reading = new FutureTask<>(() -> read(config, Set.of()));
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

    /// A folder with mistakes changes nothing: what was in force stays, and is said so. Only an
    /// installation without any dialog does not open.
    static Guidance publish(Published published, Loaded loaded, Config config) throws CannotOpen {
        loaded.problems().stream()
                .filter(Problem::isError)
                .forEach(problem -> System.err.println(problem.toText() + "\n"));
        published.publish(
                loaded.dialogs().stream()
                        .map(one -> new Published.Proven(one.dialog(), one.canonicalJson(), PROOF))
                        .toList());
        if (published.all().isEmpty())
            throw new CannotOpen(
                    "DIALOGS: in " + config.dialogs() + " ist kein Dialog ohne Fehler.");
        if (loaded.hasErrors())
            System.err.println("Dialoge mit Fehlern bleiben in der Fassung, die zuletzt galt.");
        return loaded.guidance();
    }

    /// The folder of the setting, or the dialogs inside the jar where there is no such folder.
    static Loaded read(Config config, Set<String> provenHashes) {
        var shipped = Dialogs.class.getResource("/dialogs");
        var standard = config.get(Setting.DIALOGS).equals(Setting.DIALOGS.standard());
        if (Files.isDirectory(config.dialogs()) || !standard || shipped == null)
            return DialogFolder.read(config.dialogs(), provenHashes);
        try {
            if (shipped.getProtocol().equals("file"))
                return DialogFolder.read(Path.of(shipped.toURI()), provenHashes);
            var jar = Dialogs.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            try (var inside = FileSystems.newFileSystem(Path.of(jar))) {
                return DialogFolder.read(inside.getPath("/dialogs"), provenHashes);
            }
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException("the jar cannot be read", unreadable);
        }
    }
}
