// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A page as PDF that everybody can read and keep: tagged (PDF/UA-1), with all that it needs inside
/// (PDF/A-3a), set in fonts for Latin, Greek, Cyrillic, Arabic and Hebrew. Nothing is fetched.
public final class PagePdf {
    /// Its media type.
    public static final String MEDIA_TYPE = "application/pdf";

    /// A sketch has a tenth of it; ten times as much takes some seconds and 100 MB.
    static final int CHARACTERS_MAX = 2_000_000;

    /// Two cores; a PDF keeps one busy for a tenth of a second and takes tens of megabytes.
    private static final Semaphore ROOM = new Semaphore(2);

    /// A file that lies inside the PDF as the source of what it shows.
    record Source(String name, String mediaType, String text, @Nullable Instant at) {}

    static {
        // it would quote what people wrote
        XRLog.setLoggingEnabled(false);
    }

    /// Well-formed XHTML without a document type, with headings that skip no level. The title and
    /// the language (`de`, `en`) are those of the document.
    ///
    /// @throws IllegalArgumentException when it is not well-formed or too long
    public byte[] render(String xhtml, String title, String lang) {
        return render(page(xhtml, title, lang), List.of());
    }

    byte[] render(Document page, List<Source> sources) {
        ROOM.acquireUninterruptibly();
        try {
            return written(page, sources);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            ROOM.release();
        }
    }

    private static byte[] written(Document page, List<Source> sources) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.withW3cDocument(page, null);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Skizzenlotse");
        builder.useUnicodeBidiSplitter(Directions::new);
        builder.useUnicodeBidiReorderer(new Directions.Order());
        builder.defaultTextDirection(TextDirection.LTR);
        builder.useReplacementText("\uFFFD");
        for (var priority : ExternalResourceControlPriority.values())
            builder.useExternalResourceAccessControl((_, _) -> false, priority);
        for (var font : Font.values())
            builder.useFont(font::stream, font.family(), font.weight(), FontStyle.NORMAL, true);
        try (var file = new ByteArrayOutputStream();
                var renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (var document = renderer.getPdfDocument()) {
                for (var source : sources) Inside.put(document, source);
                document.save(file);
            }
            return file.toByteArray();
        }
    }

    static Document page(String xhtml, String title, String lang) {
        if (xhtml.length() > CHARACTERS_MAX) throw new IllegalArgumentException("too long");
        var page = parsed(xhtml);
        var root = page.getDocumentElement();
        root.setAttribute("lang", lang);
        var heads = root.getElementsByTagName("head");
        var head = heads.getLength() > 0 ? heads.item(0) : page.createElement("head");
        if (head.getParentNode() == null) root.insertBefore(head, root.getFirstChild());
        var titles = root.getElementsByTagName("title");
        var name = titles.getLength() > 0 ? titles.item(0) : page.createElement("title");
        name.setTextContent(title);
        if (name.getParentNode() == null) head.appendChild(name);
        return page;
    }

    private static Document parsed(String xhtml) {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXException _) {
            // its words would quote the page
            throw new IllegalArgumentException("not well-formed");
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
