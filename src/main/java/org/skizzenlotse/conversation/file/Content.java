// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/// Tells by its content what a file is. Its name tells only which kind of plain text it is.
public final class Content {
    /// What Tika looks at, and enough of a text to tell that it is one.
    private static final int HEAD_BYTES = 64 * 1024;

    private static final Set<String> MARKUP =
            Set.of("text/html", "application/xhtml+xml", "image/svg+xml", "application/xml");

    private Content() {}

    /// Whether this file is of one of these kinds, and not packed so that it does harm.
    ///
    /// @throws IOException when the bytes cannot be read
    public static Judged judge(Bytes bytes, String name, Set<Kind> accepted) throws IOException {
        byte[] head;
        try (var from = bytes.from(0)) {
            head = from.readNBytes(HEAD_BYTES);
        }
        if (Inside.isZip(head)) {
            var judged = Inside.judge(bytes);
            return judged instanceof Judged.Fine(var kind) ? taken(kind, accepted) : judged;
        }
        return kind(head, name)
                .map(kind -> taken(kind, accepted))
                .orElse(new Judged.Wrong(Judged.Why.KIND));
    }

    private static Judged taken(Kind kind, Set<Kind> accepted) {
        return accepted.contains(kind) ? new Judged.Fine(kind) : new Judged.Wrong(Judged.Why.KIND);
    }

    private static Optional<Kind> kind(byte[] head, String name) throws IOException {
        var type =
                MimeTypes.getDefaultMimeTypes()
                        .detect(new ByteArrayInputStream(head), new Metadata())
                        .getBaseType()
                        .toString();
        var known = Kind.byMediaType(type);
        if (known.isPresent() && !known.get().isText()) return known;
        return isText(head) && !MARKUP.contains(type)
                ? Optional.of(Kind.text(FileName.ending(name)))
                : Optional.empty();
    }

    /// Without control characters, or in UTF-16 as spreadsheets write it.
    private static boolean isText(byte[] head) {
        if (head.length >= 2
                && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                        || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF))) return true;
        for (byte one : head)
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r' && one != '\f')
                return false;
        return true;
    }
}
