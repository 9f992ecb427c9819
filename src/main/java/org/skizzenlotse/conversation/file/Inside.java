// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.skizzenlotse.conversation.file.Judged.Why;

/// Looks into a zip container, streaming and never in memory whole, and tells which document it is.
/// A document may hold documents, as a slide its table, but no archives, and no more than a reader
/// could use.
final class Inside {
    /// A spreadsheet of many sheets with pictures has some hundred.
    private static final int ENTRIES_MAX = 10_000;

    /// Five times what may be handed in at all, and two seconds of unpacking.
    private static final long BYTES_MAX = 500L * 1024 * 1024;

    /// Tables of zeros are packed a hundredfold; a bomb is so from its beginning.
    private static final long RATIO_MAX = 150;

    private static final long RATIO_FROM_BYTES = 20L * 1024 * 1024;

    /// What says which document it is takes a few kilobytes.
    private static final int SAYING_BYTES_MAX = 1024 * 1024;

    private static final int BUFFER_BYTES = 16 * 1024;

    /// The end of a zip and the longest remark after it.
    private static final int TAIL_BYTES = 22 + 65_535;

    private static final int COUNT_AT = 10;
    private static final int COUNT_UNKNOWN = 0xFFFF;

    private static final Map<String, Kind> MAIN_PARTS =
            Map.of(
                    "wordprocessingml.document.main+xml", Kind.DOCX,
                    "spreadsheetml.sheet.main+xml", Kind.XLSX,
                    "presentationml.presentation.main+xml", Kind.PPTX);

    private final Counted packed;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long unpackedBytes;
    private int entries;
    private int topEntries;

    private Inside(InputStream from) {
        this.packed = new Counted(from);
    }

    /// Ends the look.
    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;

        private final Why why;

        Stop(Why why) {
            super(why.name(), null, false, false);
            this.why = why;
        }
    }

    /// How a zip begins, an empty one among them.
    static boolean isZip(byte[] head) {
        return head.length > 3
                && head[0] == 'P'
                && head[1] == 'K'
                && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
    }

    static Judged judge(Bytes bytes) throws IOException {
        try (var from = bytes.from(0)) {
            var inside = new Inside(from);
            var kind = inside.document(inside.packed, true);
            if (!inside.endsWell(bytes)) return new Judged.Wrong(Why.DAMAGED);
            return kind.<Judged>map(Judged.Fine::new).orElse(new Judged.Wrong(Why.KIND));
        } catch (Stop stop) {
            return new Judged.Wrong(stop.why);
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            return new Judged.Wrong(Why.DAMAGED);
        }
    }

    private Optional<Kind> document(InputStream from, boolean top) throws IOException, Stop {
        var zip = new ZipInputStream(from, UTF_8);
        var kind = Optional.<Kind>empty();
        boolean macros = false;
        while (true) {
            var entry = zip.getNextEntry();
            if (entry == null) break;
            if (++entries > ENTRIES_MAX) throw new Stop(Why.BOMB);
            if (top) topEntries++;
            var name = entry.getName();
            if (name.equals("mimetype")) kind = Kind.byMediaType(said(zip).strip());
            else if (name.equals("[Content_Types].xml")) {
                var said = said(zip);
                macros |= said.contains("macroEnabled");
                kind = main(said);
            } else content(zip, name, top);
            macros |= name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin");
        }
        return macros ? Optional.empty() : kind;
    }

    private static Optional<Kind> main(String types) {
        return MAIN_PARTS.entrySet().stream()
                .filter(part -> types.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private String said(ZipInputStream zip) throws IOException, Stop {
        var said = new ByteArrayOutputStream();
        while (true) {
            int read = read(zip);
            if (read < 0) return said.toString(UTF_8);
            if (said.size() + read > SAYING_BYTES_MAX) throw new Stop(Why.BOMB);
            said.write(buffer, 0, read);
        }
    }

    private void content(ZipInputStream zip, String name, boolean top) throws IOException, Stop {
        var head = zip.readNBytes(512);
        count(head.length);
        if (isArchive(head, name)) throw new Stop(Why.TOO_DEEP);
        if (isZip(head)) {
            if (!top) throw new Stop(Why.TOO_DEEP);
            var whole = new SequenceInputStream(new ByteArrayInputStream(head), new Open(zip));
            if (document(whole, false).isEmpty()) throw new Stop(Why.TOO_DEEP);
        }
        while (read(zip) >= 0) {
            // only what is unpacked counts
        }
    }

    private int read(ZipInputStream zip) throws IOException, Stop {
        int read = zip.read(buffer, 0, buffer.length);
        if (read > 0) count(read);
        return read;
    }

    private void count(int bytes) throws Stop {
        unpackedBytes += bytes;
        if (unpackedBytes > BYTES_MAX
                || (unpackedBytes > RATIO_FROM_BYTES && unpackedBytes > RATIO_MAX * packed.count))
            throw new Stop(Why.BOMB);
    }

    /// What is packed by other means. Pictures of old offices are packed one by one.
    private static boolean isArchive(byte[] head, String name) {
        var start = new String(head, 0, Math.min(head.length, 6), ISO_8859_1);
        if (start.startsWith("\u001f\u008b")) {
            var small = name.toLowerCase(Locale.ROOT);
            return !small.endsWith(".emz") && !small.endsWith(".wmz") && !small.endsWith(".svgz");
        }
        return start.startsWith("7z\u00bc\u00af")
                || start.startsWith("Rar!")
                || start.startsWith("\u00fd7zXZ")
                || start.startsWith("BZh")
                || start.startsWith("MSCF")
                || (head.length > 262 && new String(head, 257, 5, ISO_8859_1).equals("ustar"));
    }

    /// A zip ends with a list of what is in it. One that was cut off has none, or another.
    private boolean endsWell(Bytes bytes) throws IOException {
        byte[] tail;
        try (var end = bytes.from(Math.max(0, bytes.count() - TAIL_BYTES))) {
            tail = end.readAllBytes();
        }
        int at = new String(tail, ISO_8859_1).lastIndexOf("PK\u0005\u0006");
        if (at < 0 || at + COUNT_AT + 1 >= tail.length) return false;
        int listed = (tail[at + COUNT_AT] & 0xFF) | (tail[at + COUNT_AT + 1] & 0xFF) << 8;
        return listed == COUNT_UNKNOWN || listed == topEntries;
    }

    /// Counts what was read of the packed bytes.
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream from) {
            super(from);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) count++;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int wanted) throws IOException {
            int read = super.read(bytes, from, wanted);
            if (read > 0) count += read;
            return read;
        }
    }

    /// Stays open: what comes after it is still to be read.
    private static final class Open extends FilterInputStream {
        Open(InputStream from) {
            super(from);
        }

        @Override
        public void close() {}
    }
}
