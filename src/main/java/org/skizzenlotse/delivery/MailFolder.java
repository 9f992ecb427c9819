// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// Where mails go while no mail server is set: one `.eml` file each, for its owner's eyes only. A
/// file is there whole or not at all; the same mail written again replaces it.
public final class MailFolder implements Delivery {
    private static final String UNFINISHED = ".unfinished";

    private static final Pattern BEGUN = Pattern.compile("\\.(.+)\\.[^.]+\\" + UNFINISHED);

    private final Path folder;

    private MailFolder(Path folder) {
        this.folder = folder;
    }

    /// Opens or makes the folder.
    public static MailFolder open(Path folder) throws IOException {
        var mine = EnumSet.allOf(PosixFilePermission.class);
        mine.removeIf(permission -> !permission.name().startsWith("OWNER"));
        Files.createDirectories(folder, permissions(folder, mine));
        return new MailFolder(folder);
    }

    @Override
    public SendOutcome send(Letter letter) {
        try {
            if (letter.name().replacesEarlier()) forget(List.of(letter.name().reference()));
            write(letter.name(), letter.bytes());
            return new SendOutcome.Sent();
        } catch (IOException failed) {
            return new SendOutcome.Later("folder");
        }
    }

    /// Writing takes milliseconds; who needs longer has died.
    @Override
    public Duration takesAtMost() {
        return Duration.ofSeconds(5);
    }

    /// Writes a mail so that it survives a power cut once this returns.
    public void write(MailName name, byte[] message) throws IOException {
        var unfinished = folder.resolve("." + name.file() + "." + UUID.randomUUID() + UNFINISHED);
        try {
            writeAndSync(unfinished, message);
            Files.move(unfinished, folder.resolve(name.file()), StandardCopyOption.ATOMIC_MOVE);
            syncFolder();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /// Deletes a mail, if it is there.
    public void delete(MailName name) throws IOException {
        if (Files.deleteIfExists(folder.resolve(name.file()))) syncFolder();
    }

    /// Deletes all mails with answers or addresses of these sketches, also those that are being
    /// written. What tells of a withdrawal stays: it holds no answer, and staff need it to delete
    /// their own copies.
    public void forget(Collection<String> references) throws IOException {
        if (references.isEmpty()) return;
        var forgotten = Set.copyOf(references);
        boolean any = false;
        for (var file : files()) {
            if (name(file)
                    .filter(MailName::isPersonal)
                    .filter(one -> forgotten.contains(one.reference()))
                    .isPresent()) {
                any |= Files.deleteIfExists(file);
            }
        }
        if (any) syncFolder();
    }

    /// Deletes what an earlier process had begun to write; nobody else may be writing.
    public void sweep() throws IOException {
        for (var file : files()) {
            if (file.getFileName().toString().endsWith(UNFINISHED)) Files.deleteIfExists(file);
        }
    }

    /// The mail that a file is, or is to become.
    private static Optional<MailName> name(Path path) {
        var file = path.getFileName().toString();
        var becoming = BEGUN.matcher(file);
        return MailName.ofFile(becoming.matches() ? becoming.group(1) : file);
    }

    private List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        try (var all = Files.newDirectoryStream(folder)) {
            all.forEach(files::add);
        }
        return files;
    }

    private static void writeAndSync(Path file, byte[] bytes) throws IOException {
        var mine = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        var fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, fresh, permissions(file, mine))) {
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) channel.write(left);
            channel.force(true);
        }
    }

    private void syncFolder() throws IOException {
        if (!isPosix(folder)) return;
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] permissions(Path place, Set<PosixFilePermission> mine) {
        return isPosix(place)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mine)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
