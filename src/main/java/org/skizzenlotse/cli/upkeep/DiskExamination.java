// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.store.checkup.Checkup;
import org.skizzenlotse.store.database.Database;

/// Looks at the folder of the data: whose it is, whether it is sound, saved, and has room.
final class DiskExamination {
    private static final Duration BACKUP_AGE_MAX = Duration.ofDays(7);
    private static final long MEGABYTE = 1024 * 1024;

    private final Setup setup;
    private final Path data;
    private final Path keys;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();
    private boolean readable;

    DiskExamination(Setup setup, Instant now) {
        this.setup = setup;
        this.data = setup.data();
        this.keys = data.resolve("keys");
        this.now = now;
    }

    List<Finding> findings() {
        if (Files.exists(data.resolve(Database.RESTORING)))
            urgent(
                    "restore_unfinished",
                    "In " + data + " wurde eine Sicherung nicht zu Ende zurückgeholt.",
                    "Holt sie mit restore noch einmal.");
        else if (!Files.isDirectory(data) || !Files.isDirectory(keys))
            urgent(
                    "no_installation",
                    "In " + data + " liegt keine vollständige Installation.",
                    "Startet den Dienst einmal mit serve, oder prüft DATA und die Schlüssel.");
        else whole();
        return findings;
    }

    /// Whether there are data whose rows can be asked.
    boolean isReadable() {
        return readable;
    }

    private void whole() {
        var damaged = Checkup.damaged(data);
        readable = damaged.isEmpty();
        if (!readable)
            urgent(
                    "database_damaged",
                    "Beschädigt: " + String.join(", ", damaged) + ".",
                    "Haltet den Dienst an, und holt die letzte Sicherung mit restore zurück.");
        backup();
        sameDisk();
        permissions();
        long free = free(data);
        if (free >= 0 && free < setup.space().freeMin())
            urgent(
                    "disk_full",
                    "Frei sind nur noch %d MB, weniger als DISK_FREE_MB."
                            .formatted(free / MEGABYTE),
                    "Macht Platz; bis dahin nimmt der Dienst keine Dateien an.");
    }

    private void backup() {
        var last = lastBackup();
        if (last.isEmpty())
            urgent(
                    "backup_never",
                    "Noch nie gesichert.",
                    "backup ORDNER, am besten jede Nacht von selbst.");
        else if (last.get().isBefore(now.minus(BACKUP_AGE_MAX)))
            urgent(
                    "backup_old",
                    "Die letzte Sicherung ist %d Tage alt."
                            .formatted(Duration.between(last.get(), now).toDays()),
                    "backup ORDNER, am besten jede Nacht von selbst.");
    }

    private Optional<Instant> lastBackup() {
        try {
            return Optional.of(
                    Instant.parse(Files.readString(data.resolve("last-backup.txt")).strip()));
        } catch (IOException | DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private void sameDisk() {
        try {
            var device = Files.getAttribute(keys, "unix:dev");
            if (device.equals(Files.getAttribute(data, "unix:dev")))
                advice(
                        "keys_beside_data",
                        "Schlüssel und Daten liegen auf derselben Platte.",
                        "Legt den Ordner keys auf eine andere, wie in docs/betrieb.md.");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            // a system that does not say where files lie
        }
    }

    private void permissions() {
        closed(data, "700");
        closed(keys, "700");
        try (var files = Files.list(keys)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> closed(file, "600"));
        } catch (IOException unreadable) {
            urgent(
                    "keys_unreadable",
                    "Die Schlüssel lassen sich nicht lesen.",
                    "Ruft doctor als der Mensch auf, dem der Dienst gehört.");
        }
    }

    private void closed(Path place, String wanted) {
        try {
            var others = EnumSet.allOf(PosixFilePermission.class);
            others.removeIf(one -> one.name().startsWith("OWNER"));
            others.retainAll(Files.getPosixFilePermissions(place));
            if (!others.isEmpty())
                urgent(
                        "open_for_others",
                        "Andere auf dem Rechner kommen an " + place + ".",
                        "chmod " + wanted + " " + place);
        } catch (IOException | UnsupportedOperationException unknown) {
            // a system without such permissions
        }
    }

    /// The bytes that are free where this lies, -1 where nobody knows.
    static long free(Path place) {
        try {
            return Files.getFileStore(place).getUsableSpace();
        } catch (IOException unknown) {
            return -1;
        }
    }

    private void urgent(String id, String text, String proposal) {
        findings.add(Finding.urgent(id, text, proposal));
    }

    private void advice(String id, String text, String proposal) {
        findings.add(Finding.advice(id, text, proposal));
    }
}
