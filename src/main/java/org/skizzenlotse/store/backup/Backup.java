// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.backup.BackupFault.Why;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Snapshot;

/// A backup of an installation that runs: `FOLDER/TIME/daten` and `FOLDER/TIME/schluessel`. The
/// keys are copied last, so that every row has its key, unless it was erased in between.
public final class Backup {
    static final String DATA = "daten";
    static final String KEYS = "schluessel";

    /// In the data folder: when the last backup was made, for whoever checks.
    private static final String LAST = "last-backup.txt";

    private static final String PART = ".teil";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Database database;

    /// Of these data.
    public Backup(Database database) {
        this.database = database;
    }

    /// Makes one in this folder, whole and durable on return, and returns where. Older keys of the
    /// same installation are removed there: with the newest, older data open too, without what was
    /// erased since.
    ///
    /// @throws BackupFault when another one goes on
    /// @throws IOException when it cannot be written
    public Path into(Path folder, Instant now) throws IOException {
        Files.createDirectories(folder, Folders.OWNERS);
        try (var door =
                        FileChannel.open(
                                folder.resolve(".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = lock(door, folder)) {
            Objects.requireNonNull(lock);
            for (var left : Folders.entries(folder)) if (isPart(left)) Folders.remove(left);
            var whole = folder.resolve(NAME.format(now));
            if (Files.exists(whole)) throw new BackupFault(Why.EXISTS, whole.toString());
            var part =
                    Files.createDirectory(folder.resolve("." + name(whole) + PART), Folders.OWNERS);
            copyData(part.resolve(DATA), now);
            copyKeys(part.resolve(KEYS), now);
            Folders.force(part);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            Folders.forceOne(folder);
            removeOlderKeys(folder, whole);
            Files.writeString(database.data().resolve(LAST), now.toString());
            // the copy is whole whatever becomes of this row
            new AuditStore(database).append(AuditEntry.ofAll(now, What.BACKED_UP));
            return whole;
        }
    }

    private static FileLock lock(FileChannel door, Path folder) throws IOException {
        try {
            var lock = door.tryLock();
            if (lock != null) return lock;
        } catch (OverlappingFileLockException inThisProcess) {
            // said below
        }
        throw new BackupFault(Why.RUNNING, folder.toString());
    }

    private void copyData(Path target, Instant now) throws IOException {
        Files.createDirectory(target, Folders.OWNERS);
        Snapshot.take(database.data(), target);
        for (var part : Snapshot.fileParts(target)) copyPart(part, target);
        Manifest.of(target, installation(), now).write(target);
    }

    /// What was removed since the picture was taken is not wanted any more.
    private void copyPart(Path part, Path target) throws IOException {
        var copy = target.resolve(part);
        Files.createDirectories(Objects.requireNonNull(copy.getParent()), Folders.OWNERS);
        try {
            Files.copy(database.data().resolve(part), copy);
        } catch (NoSuchFileException removed) {
            Files.deleteIfExists(copy);
        }
    }

    private void copyKeys(Path target, Instant now) throws IOException {
        Files.createDirectory(target, Folders.OWNERS);
        database.keys().copyInto(target);
        Manifest.of(target, installation(), now).write(target);
    }

    /// The same for ever, and nothing follows from it.
    private String installation() {
        return database.keys().hash("installation", "");
    }

    private void removeOlderKeys(Path folder, Path newest) throws IOException {
        for (var other : Folders.entries(folder)) {
            var keys = other.resolve(KEYS);
            if (other.equals(newest) || !Files.exists(keys.resolve(Manifest.FILE))) continue;
            if (Manifest.read(keys).installation().equals(installation())) Folders.remove(keys);
        }
    }

    private static boolean isPart(Path entry) {
        return name(entry).startsWith(".") && name(entry).endsWith(PART);
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}
