// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small containers, packed entry by entry.
public final class Zips {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    private Zips() {}

    /// An empty one.
    public static Zips zip() {
        return new Zips();
    }

    /// A text document as an office writes it.
    public static Zips docx() {
        return ooxml("wordprocessingml.document.main+xml").with("word/document.xml", "<w:p/>");
    }

    /// A document whose main part is of that type.
    public static Zips ooxml(String main) {
        var types =
                "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument."
                        + main
                        + "\"/></Types>";
        return zip().with("[Content_Types].xml", types);
    }

    /// An open document of that type.
    public static Zips odf(String type) {
        return zip().with("mimetype", "application/vnd.oasis.opendocument." + type)
                .with("content.xml", "<office/>");
    }

    /// With one more entry.
    public Zips with(String name, String content) {
        return with(name, content.getBytes(UTF_8));
    }

    /// With one more entry.
    public Zips with(String name, byte[] content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// With an entry of so many megabytes of nothing.
    public Zips bloated(String name, int megabytes) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            var nothing = new byte[1024 * 1024];
            for (int i = 0; i < megabytes; i++) zip.write(nothing);
            zip.closeEntry();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The whole.
    public byte[] bytes() {
        try {
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
