// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A text document that every word processor opens and in which people go on writing (OpenDocument
/// 1.3, ISO/IEC 26300): headings, paragraphs and lists, nothing else. Words are only ever text.
public final class Odt {
    /// Its media type.
    public static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.text";

    private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String OFFICE = OASIS + "office:1.0";
    private static final String TEXT = OASIS + "text:1.0";
    private static final String STYLE = OASIS + "style:1.0";
    private static final String FO = OASIS + "xsl-fo-compatible:1.0";
    private static final String MANIFEST = OASIS + "manifest:1.0";
    private static final String VERSION = "1.3";
    private static final String BOLD = "Bold";

    /// Of headings, by level.
    private static final List<String> SIZES = List.of("18pt", "14pt", "12pt");

    private final String language;
    private final StringWriter content = new StringWriter();
    private final XMLStreamWriter xml;

    /// An empty one in that language (`de`, `en`).
    public Odt(String language) {
        this.language = language;
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(content);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("office", "document-content", OFFICE);
            xml.writeNamespace("office", OFFICE);
            xml.writeNamespace("text", TEXT);
            xml.writeNamespace("style", STYLE);
            xml.writeNamespace("fo", FO);
            xml.writeAttribute("office", OFFICE, "version", VERSION);
            xml.writeStartElement("office", "automatic-styles", OFFICE);
            xml.writeStartElement("style", "style", STYLE);
            xml.writeAttribute("style", STYLE, "name", BOLD);
            xml.writeAttribute("style", STYLE, "family", "text");
            xml.writeEmptyElement("style", "text-properties", STYLE);
            xml.writeAttribute("fo", FO, "font-weight", "bold");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("office", "body", OFFICE);
            xml.writeStartElement("office", "text", OFFICE);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A heading of level 1 to 3.
    public Odt heading(int level, String words) {
        return element("h", level, "", words);
    }

    /// A paragraph; its lines stay lines.
    public Odt paragraph(String words) {
        return paragraph("", words);
    }

    /// A paragraph that begins with a name in bold (empty: none).
    public Odt paragraph(String name, String words) {
        return element("p", 0, name, words);
    }

    private Odt element(String element, int level, String name, String words) {
        try {
            xml.writeStartElement("text", element, TEXT);
            if (level > 0) {
                xml.writeAttribute("text", TEXT, "style-name", "Heading_20_" + level);
                xml.writeAttribute("text", TEXT, "outline-level", "" + level);
            }
            if (!name.isEmpty()) {
                xml.writeStartElement("text", "span", TEXT);
                xml.writeAttribute("text", TEXT, "style-name", BOLD);
                write(name + ":");
                xml.writeEndElement();
                xml.writeCharacters(" ");
            }
            write(words);
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A list of points.
    public Odt points(List<String> points) {
        if (points.isEmpty()) return this;
        try {
            xml.writeStartElement("text", "list", TEXT);
            for (var point : points) {
                xml.writeStartElement("text", "list-item", TEXT);
                paragraph(point);
                xml.writeEndElement();
            }
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(String words) throws XMLStreamException {
        var lines = words.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) xml.writeEmptyElement("text", "line-break", TEXT);
            xml.writeCharacters(writable(lines[i]));
        }
    }

    /// Without what XML 1.0 cannot hold.
    private static String writable(String words) {
        return words.codePoints()
                .filter(c -> c == '\t' || (c >= ' ' && c != 0xFFFE && c != 0xFFFF))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// The document as a file. Nothing can be added afterwards.
    public byte[] bytes() {
        try {
            xml.writeEndDocument();
            xml.close();
            var file = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(file)) {
                type(zip);
                entry(zip, "content.xml", content.toString());
                entry(zip, "styles.xml", styles());
                entry(zip, "META-INF/manifest.xml", manifest());
            }
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// First and as it is, so that programs know the file by its beginning (OpenDocument, part 2,
    /// 3.3).
    private static void type(ZipOutputStream zip) throws IOException {
        var bytes = MEDIA_TYPE.getBytes(UTF_8);
        var sum = new CRC32();
        sum.update(bytes);
        var entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    /// The language, and headings that look like some.
    private String styles() {
        var headings = new StringBuilder();
        for (int level = 1; level <= SIZES.size(); level++)
            headings.append(
                    """
                    <style:style style:name="Heading_20_%d" style:display-name="Heading %d"
                     style:family="paragraph" style:default-outline-level="%d">
                    <style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.15cm"
                     fo:keep-with-next="always"/>
                    <style:text-properties fo:font-size="%s" fo:font-weight="bold"/>
                    </style:style>
                    """
                            .formatted(level, level, level, SIZES.get(level - 1)));
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document-styles xmlns:office="%s" xmlns:style="%s" xmlns:fo="%s"
         office:version="%s">
        <office:styles>
        <style:default-style style:family="paragraph">
        <style:paragraph-properties fo:margin-bottom="0.2cm"/>
        <style:text-properties fo:font-size="11pt" fo:language="%s"/>
        </style:default-style>
        %s</office:styles>
        </office:document-styles>
        """
                .formatted(OFFICE, STYLE, FO, VERSION, language, headings);
    }

    private static String manifest() {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <manifest:manifest xmlns:manifest="%s" manifest:version="%s">
        <manifest:file-entry manifest:full-path="/" manifest:media-type="%s"/>
        <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
        <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
        </manifest:manifest>
        """
                .formatted(MANIFEST, VERSION, MEDIA_TYPE);
    }
}
