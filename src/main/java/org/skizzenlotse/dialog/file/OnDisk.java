// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.Problem.Severity;
import org.skizzenlotse.dialog.source.Findings;
import org.skizzenlotse.dialog.source.Source;
import org.skizzenlotse.dialog.source.YamlReader;

/// Files and folders of dialogs as they lie on the disk.
final class OnDisk {
    /// Larger than any text that people write by hand.
    private static final long FILE_SIZE_MAX = 2_000_000;

    private OnDisk() {}

    /// The content of a file, which is called so for authors; empty where it cannot be read.
    static Optional<Source> source(Path path, String file, Findings findings) {
        try {
            if (Files.size(path) > FILE_SIZE_MAX) {
                say(findings, file, "Diese Datei ist zu groß.", "Höchstens 2 MB.");
                return Optional.empty();
            }
            return YamlReader.read(file, Files.readString(path), findings);
        } catch (CharacterCodingException _) {
            say(
                    findings,
                    file,
                    "Diese Datei ist nicht in UTF-8 gespeichert.",
                    "Speichert sie in eurem Editor als UTF-8.");
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void say(Findings findings, String file, String message, String proposal) {
        findings.add(new Problem(Severity.ERROR, file, 0, 0, "", message, proposal));
    }

    /// What lies in a folder and is not hidden.
    static List<Path> children(Path folder) {
        try (var paths = Files.list(folder)) {
            return paths.filter(path -> !name(path).startsWith(".")).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The files of a dialog.
    static List<Path> files(Path folder) {
        try (var paths = Files.walk(folder, 3)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String name(Path path) {
        var name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
