// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.skizzenlotse.store.blob.Taken.Ending;
import org.skizzenlotse.store.vault.FileKey;
import org.skizzenlotse.store.vault.Place;

/// The folder `files`: one folder for each file, in it its parts, each sealed by itself. Plain
/// bytes are never written. Which parts count is said by rows, which are written afterwards.
public final class BlobStore {
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /// What is read at once from a connection.
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path data;
    private final Path root;

    /// In this data folder; nothing is made before the first file.
    public BlobStore(Path data) {
        this.data = data;
        this.root = data.resolve("files");
    }

    /// Makes room for a file, after its row is there and before its first part.
    public void make(String id) throws IOException {
        var folder = folder(id);
        var shelf = Objects.requireNonNull(folder.getParent());
        Files.createDirectories(shelf, OWNERS_FOLDER);
        Files.createDirectories(folder, OWNERS_FOLDER);
        force(shelf);
        force(root);
        force(data);
    }

    /// Seals what comes as one more part, of at most so many bytes. Of two that come at once both
    /// are taken; their rows decide. A stream that breaks is an ending like another.
    ///
    /// @throws NoSuchFileException when the file was removed meanwhile
    /// @throws IOException when it cannot be written; nothing is left of it then
    public Taken append(String id, FileKey key, InputStream from, long bytesMax)
            throws IOException {
        while (true) {
            var numbers = numbers(id);
            int number = numbers.isEmpty() ? 1 : numbers.getLast() + 1;
            try {
                return write(id, number, key, new Incoming(from, bytesMax));
            } catch (FileAlreadyExistsException another) {
                // somebody else began a part of that number
            }
        }
    }

    private Taken write(String id, int number, FileKey key, Incoming incoming) throws IOException {
        var file = part(id, number);
        var channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        OWNERS_FILE);
        boolean whole = false;
        try (channel) {
            try (var sealing = key.sealing(new Forced(channel), place(id, number))) {
                incoming.into(sealing);
            }
            force(folder(id));
            whole = true;
            return new Taken(new Blob.Part(number, incoming.taken), incoming.ending);
        } finally {
            if (!whole) Files.deleteIfExists(file);
        }
    }

    /// The whole of a file.
    public InputStream read(Blob blob) {
        return read(blob, 0, blob.bytes() - 1);
    }

    /// The bytes from `first` to `last`, both included. Reading throws when they are not those that
    /// were sealed there.
    public InputStream read(Blob blob, long first, long last) {
        return new PartsStream(this, blob, first, last);
    }

    FileChannel open(String id, int number) throws IOException {
        return FileChannel.open(part(id, number), StandardOpenOption.READ);
    }

    static Place place(String id, int number) {
        return new Place("file_part", id, "" + number);
    }

    /// The numbers of the parts that lie there, whether they count or not.
    ///
    /// @throws NoSuchFileException when there is no such file
    public SortedSet<Integer> numbers(String id) throws IOException {
        var numbers = new TreeSet<Integer>();
        try (var parts = Files.newDirectoryStream(folder(id))) {
            for (var part : parts) numbers.add(Integer.valueOf(part.getFileName().toString()));
        }
        return numbers;
    }

    /// The IDs of all files that have a folder.
    public List<String> ids() throws IOException {
        var ids = new ArrayList<String>();
        if (!Files.isDirectory(root)) return ids;
        try (var shelves = Files.newDirectoryStream(root)) {
            for (var shelf : shelves)
                try (var folders = Files.newDirectoryStream(shelf)) {
                    for (var folder : folders) ids.add(folder.getFileName().toString());
                }
        }
        return ids;
    }

    /// Whether a part was last written to before that time, so that nobody is at it any more.
    public boolean isOlder(String id, int number, Instant time) throws IOException {
        return Files.getLastModifiedTime(part(id, number)).toInstant().isBefore(time);
    }

    /// Removes a part that does not count.
    public void drop(String id, int number) throws IOException {
        Files.deleteIfExists(part(id, number));
    }

    /// Removes all of a file, after its row is gone. One that was removed is fine.
    ///
    /// @throws DirectoryNotEmptyException when a part was begun meanwhile; repeat it
    public void delete(String id) throws IOException {
        var folder = folder(id);
        try {
            for (int number : numbers(id)) drop(id, number);
            Files.delete(folder);
            force(Objects.requireNonNull(folder.getParent()));
        } catch (NoSuchFileException gone) {
            // nothing is left to be done
        }
    }

    /// How much more the disk takes.
    public long freeBytes() throws IOException {
        return Files.getFileStore(data).getUsableSpace();
    }

    private Path part(String id, int number) {
        return folder(id).resolve("" + number);
    }

    private Path folder(String id) {
        if (!id.matches("[0-9a-f]{8,64}")) throw new IllegalArgumentException("no ID of a file");
        return root.resolve(id.substring(0, 2)).resolve(id);
    }

    private static void force(Path folder) throws IOException {
        try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    /// A stream that may break, of which so much may be taken.
    private static final class Incoming {
        private final InputStream from;
        private final long bytesMax;
        private final byte[] buffer = new byte[BUFFER_BYTES];
        private long taken;
        private Ending ending = Ending.WHOLE;

        Incoming(InputStream from, long bytesMax) {
            this.from = from;
            this.bytesMax = bytesMax;
        }

        void into(OutputStream to) throws IOException {
            while (true) {
                int wanted = (int) Math.min(buffer.length, Math.max(1, bytesMax - taken));
                int read = next(wanted);
                if (read < 0) return;
                if (taken + read > bytesMax) {
                    ending = Ending.TOO_MUCH;
                    return;
                }
                to.write(buffer, 0, read);
                taken += read;
            }
        }

        private int next(int wanted) {
            try {
                return from.read(buffer, 0, wanted);
            } catch (IOException | RuntimeException broken) {
                ending = Ending.BROKEN;
                return -1;
            }
        }
    }

    /// Is on the disk when it is closed.
    private static final class Forced extends OutputStream {
        private final FileChannel channel;

        Forced(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            var buffer = ByteBuffer.wrap(bytes, from, count);
            while (buffer.hasRemaining()) channel.write(buffer);
        }

        @Override
        public void close() throws IOException {
            channel.force(true);
        }
    }
}
