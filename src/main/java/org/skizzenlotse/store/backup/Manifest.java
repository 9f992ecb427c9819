// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.skizzenlotse.store.backup.BackupFault.Why;

/// What lies in one half of a backup, written in `manifest.txt`: of which installation it is, when
/// it was taken, and every file with its SHA-256 and size.
record Manifest(String installation, Instant taken, List<Entry> entries) {
    static final String FILE = "manifest.txt";
    private static final String HEAD = "skizzenlotse-1";

    Manifest {
        entries = List.copyOf(entries);
    }

    /// A file, by its path with slashes.
    record Entry(String hash, long bytes, String path) {}

    /// Of what lies in a folder now.
    static Manifest of(Path folder, String installation, Instant taken) throws IOException {
        var entries = new ArrayList<Entry>();
        for (var file : Folders.files(folder)) {
            var path = folder.relativize(file).toString();
            if (!path.equals(FILE)) entries.add(new Entry(hash(file), Files.size(file), path));
        }
        return new Manifest(installation, taken, entries);
    }

    void write(Path folder) throws IOException {
        var head = String.join(" ", HEAD, installation, taken.toString());
        var lines =
                entries.stream()
                        .map(one -> String.join(" ", one.hash(), "" + one.bytes(), one.path()));
        Files.write(folder.resolve(FILE), Stream.concat(Stream.of(head), lines).toList(), UTF_8);
    }

    /// That of a folder, whose files are as they were.
    static Manifest checked(Path folder) throws IOException {
        var manifest = read(folder);
        if (!of(folder, manifest.installation(), manifest.taken()).equals(manifest))
            throw new BackupFault(Why.DAMAGED, folder.toString());
        return manifest;
    }

    /// That of a folder, whatever became of its files.
    static Manifest read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) throw new BackupFault(Why.NONE, folder.toString());
        return parsed(Files.readAllLines(file, UTF_8), file);
    }

    private static Manifest parsed(List<String> lines, Path file) throws BackupFault {
        try {
            var head = lines.getFirst().split(" ", -1);
            if (!head[0].equals(HEAD)) throw new BackupFault(Why.DAMAGED, file.toString());
            var entries = lines.stream().skip(1).map(Manifest::entry).toList();
            return new Manifest(head[1], Instant.parse(head[2]), entries);
        } catch (IndexOutOfBoundsException
                | NoSuchElementException
                | DateTimeException
                | NumberFormatException cutOff) {
            throw new BackupFault(Why.DAMAGED, file.toString());
        }
    }

    private static Entry entry(String line) {
        var parts = line.split(" ", 3);
        return new Entry(parts[0], Long.parseLong(parts[1]), parts[2]);
    }

    private static String hash(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
