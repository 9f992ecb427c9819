// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// The file `master.key`, readable by its owner only, and beside it `master.key.next` while the
/// master key changes.
final class MasterFile {
    private static final String FILE = "master.key";
    private static final String NEXT = "master.key.next";
    private static final String OWNER_ONLY = "rw-------";

    private final Path folder;
    private final Path file;
    private final Path next;

    MasterFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(FILE);
        this.next = folder.resolve(NEXT);
    }

    /// Makes it where there is none yet. The whole file appears at once or not at all, and of two
    /// processes that make it the second takes that of the first.
    ///
    /// @throws KeysMissing when keys are there that only a lost master key could open
    void make(boolean keysExist) throws IOException {
        if (Files.exists(file)) return;
        if (keysExist) throw new KeysMissing(file + " is missing, without it nothing opens");
        var owner = PosixFilePermissions.fromString(OWNER_ONLY);
        var part =
                Files.createTempFile(
                        folder, FILE, ".part", PosixFilePermissions.asFileAttribute(owner));
        try {
            write(part, Sealed.random(MasterKey.BYTES));
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException another) {
            return;
        } finally {
            Files.delete(part);
        }
        forceFolder();
    }

    /// The bytes in force, unless a change was stopped after its commit: then it is the next one.
    byte[] read() throws IOException {
        var bytes = Files.readAllBytes(file);
        if (bytes.length != MasterKey.BYTES)
            throw new KeysMissing(file + " has not " + MasterKey.BYTES + " bytes");
        return bytes;
    }

    /// The bytes that are about to be in force, if a change goes on or was stopped.
    Optional<byte[]> readNext() throws IOException {
        try {
            var bytes = Files.readAllBytes(next);
            return Optional.of(bytes).filter(one -> one.length == MasterKey.BYTES);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    boolean hasNext() {
        return Files.exists(next);
    }

    /// Makes the next one, durable on return.
    void writeNext(byte[] bytes) throws IOException {
        var owner = PosixFilePermissions.fromString(OWNER_ONLY);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(owner));
        write(next, bytes);
        forceFolder();
    }

    /// Overwrites the old one, which opens nothing any more.
    void wipe() throws IOException {
        write(file, new byte[MasterKey.BYTES]);
    }

    /// The next one takes the place of the old one.
    void replace() throws IOException {
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        forceFolder();
    }

    /// Copies the one in force, for its owner only as well.
    void copyInto(Path target) throws IOException {
        Files.copy(file, target.resolve(FILE), StandardCopyOption.COPY_ATTRIBUTES);
    }

    /// Removes a next one that never came into force.
    void dropNext() throws IOException {
        write(next, new byte[MasterKey.BYTES]);
        Files.delete(next);
        forceFolder();
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE))) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) channel.write(left);
            channel.force(true);
        }
    }

    private void forceFolder() throws IOException {
        try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }
}
