// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.skizzenlotse.store.Erasures;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.backup.BackupFault.Why;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;

/// Brings a backup back into an empty data folder. The keys come last: data without keys do not
/// open, so nobody begins with half of it.
public final class Restore {
    private final Path data;
    private final InstantSource clock;

    /// Into this folder.
    public Restore(Path data, InstantSource clock) {
        this.data = data;
        this.clock = clock;
    }

    /// Two folders as [#find] found them.
    public record Halves(Path data, Path keys) {}

    /// Finds the data in a folder of backups (then the newest), in one backup, or right there; and
    /// the keys in the one that is named, else the newest beside the data: they know what was
    /// erased since.
    ///
    /// @throws BackupFault when there are none
    public static Halves find(Path folder, Optional<Path> keys) throws IOException {
        var asked = folder.toAbsolutePath().normalize();
        var found = half(asked, Backup.DATA);
        var backup = found.getParent();
        var backups = backup == null ? null : backup.getParent();
        var place = keys.orElse(backups == null ? asked : backups);
        return new Halves(found, half(place, Backup.KEYS));
    }

    private static Path half(Path folder, String name) throws IOException {
        if (Files.exists(folder.resolve(Manifest.FILE))) return folder;
        var own = folder.resolve(name);
        if (Files.exists(own.resolve(Manifest.FILE))) return own;
        return Folders.entries(folder).reversed().stream()
                .filter(one -> !String.valueOf(one.getFileName()).startsWith("."))
                .map(one -> one.resolve(name))
                .filter(one -> Files.exists(one.resolve(Manifest.FILE)))
                .findFirst()
                .orElseThrow(() -> new BackupFault(Why.NONE, folder.toString()));
    }

    /// Brings it back and finishes erasing what has no key any more; returns how many those were.
    ///
    /// @throws BackupFault when these halves do not belong together or are damaged
    /// @throws IOException when they cannot be written or opened; nothing is left then
    public int from(Halves halves) throws IOException {
        var begun = Files.exists(data.resolve(Database.RESTORING));
        if (!begun && !Folders.entries(data).isEmpty())
            throw new BackupFault(Why.NOT_EMPTY, data.toString());
        var ofData = Manifest.checked(halves.data());
        var ofKeys = Manifest.checked(halves.keys());
        if (!ofData.installation().equals(ofKeys.installation()))
            throw new BackupFault(Why.NOT_OF_THESE_DATA, halves.keys().toString());
        if (ofKeys.taken().isBefore(ofData.taken()))
            throw new BackupFault(Why.KEYS_OLDER, halves.keys().toString());
        Files.createDirectories(data, Folders.OWNERS);
        try {
            begin();
            copy(halves.data(), ofData, data);
            var part = Files.createDirectory(data.resolve("keys.part"), Folders.OWNERS);
            copy(halves.keys(), ofKeys, part);
            Folders.force(data);
            Files.move(part, data.resolve("keys"), StandardCopyOption.ATOMIC_MOVE);
            Files.delete(data.resolve(Database.RESTORING));
            Folders.forceOne(data);
            return finish();
        } catch (IOException | RuntimeException failed) {
            for (var half : Folders.entries(data)) Folders.remove(half);
            throw failed;
        }
    }

    /// Marks it as not whole, and removes what an earlier attempt left that was stopped.
    private void begin() throws IOException {
        var mark = data.resolve(Database.RESTORING);
        for (var left : Folders.entries(data)) if (!left.equals(mark)) Folders.remove(left);
        if (!Files.exists(mark)) Files.createFile(mark);
        Folders.force(data);
    }

    private int finish() throws IOException {
        try (var database = Database.open(StoreSettings.in(data), clock)) {
            int erased = new Erasures(database).finishRestoring(clock.instant()).size();
            new AuditStore(database).append(AuditEntry.ofAll(clock.instant(), What.RESTORED));
            return erased;
        }
    }

    private static void copy(Path from, Manifest manifest, Path to) throws IOException {
        for (var entry : manifest.entries()) {
            var copy = to.resolve(entry.path());
            Files.createDirectories(Objects.requireNonNull(copy.getParent()), Folders.OWNERS);
            // its permissions, too
            Files.copy(from.resolve(entry.path()), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
