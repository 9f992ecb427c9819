// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.source.Findings;
import org.skizzenlotse.dialog.source.Part;
import org.skizzenlotse.dialog.source.Source;
import org.skizzenlotse.dialog.source.YamlReader;

/// The folder of the dialogs as something to write in: a changed file is checked with all others in
/// a copy of the folder, and takes its place at once or not at all.
final class Bookcase {
    private static final int DEPTH = 3;

    private final Path folder;

    Bookcase(Path folder) {
        this.folder = folder;
    }

    /// The files of a dialog by their path in its folder, as they stand now.
    Map<String, Part> files(String dialog) {
        var own = folder.resolve(dialog);
        var files = new HashMap<String, Part>();
        for (var file : yaml(own)) {
            var inside = own.relativize(file).toString().replace('\\', '/');
            YamlReader.read(dialog + "/" + inside, text(file), new Findings())
                    .map(Source::root)
                    .ifPresent(root -> files.put(inside, root));
        }
        return files;
    }

    /// The text of a file below the folder.
    String text(String file) {
        return text(folder.resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// What the checker finds once a file has this text, and did not find before.
    List<Problem> found(String file, String changed, List<Problem> before) {
        try {
            var copy = Files.createTempDirectory("skizzenlotse-dialoge");
            try {
                for (var one : yaml(folder)) {
                    var there = copy.resolve(folder.relativize(one).toString());
                    Files.createDirectories(there.getParent());
                    Files.copy(one, there);
                }
                Files.writeString(copy.resolve(file), changed);
                return fresh(before, DialogFolder.read(copy).problems());
            } finally {
                remove(copy);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /// Line numbers move with a text, so what is the same is told by its words.
    private static List<Problem> fresh(List<Problem> before, List<Problem> after) {
        var known = new HashSet<String>();
        for (var one : before) known.add(one.file() + one.message() + one.excerpt());
        var fresh = new ArrayList<Problem>();
        for (var one : after)
            if (!known.contains(one.file() + one.message() + one.excerpt())) fresh.add(one);
        return fresh;
    }

    /// Puts a text in place of a file that still reads as `before`; false where it does not.
    boolean write(String file, String before, String changed) {
        var place = folder.resolve(file);
        if (!text(place).equals(before)) return false;
        try {
            var beside = place.resolveSibling("." + place.getFileName() + ".neu");
            Files.write(beside, changed.getBytes(StandardCharsets.UTF_8));
            Files.move(
                    beside,
                    place,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException readOnly) {
            throw new UncheckedIOException(readOnly);
        }
    }

    /// Whether texts can be written at all.
    boolean isWritable() {
        return Files.isWritable(folder);
    }

    private static List<Path> yaml(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.walk(folder, DEPTH)) {
            return files.filter(one -> one.toString().endsWith(".yaml"))
                    .filter(one -> !one.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void remove(Path copy) throws IOException {
        try (var all = Files.walk(copy)) {
            for (var one : all.sorted(java.util.Comparator.reverseOrder()).toList())
                Files.deleteIfExists(one);
        }
    }
}
