// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.render.Samples;
import org.skizzenlotse.render.ShippedSketches;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.sketch.Sketch;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class SketchPdfTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String ARABIC = "نريد خريطة للحرارة في الحي لا في المدينة كلها";
    private static final String CYRILLIC = "Ми хочемо карту спеки для району";
    private static final String HEBREW = "מפת חום לשכונה";

    private static final SketchPdf PDF = new SketchPdf(BERLIN);

    @Test
    void everybodyCanReadIt() throws Exception {
        var pdf = PDF.render(sketch());
        show(pdf);
        PdfCheck.isFor(pdf, PDFAFlavour.PDFUA_1);
    }

    @Test
    void itCanBeKept() throws Exception {
        PdfCheck.isFor(PDF.render(sketch()), PDFAFlavour.PDFA_3_A);
    }

    @Test
    void itsWordsAreThoseOfTheSketchInEachWriting() throws Exception {
        for (var words : List.of(ARABIC, CYRILLIC, HEBREW, "Straße — „ñ“ Ελλάδα 3 €"))
            assertThat(PdfCheck.text(PDF.render(Samples.saying(words)))).contains(words);
    }

    @Test
    void headingsSkipNoLevelAndTheTitleComesFirst() throws Exception {
        var headings =
                PdfCheck.structure(PDF.render(sketch())).stream()
                        .filter(kind -> kind.matches("H\\d"))
                        .toList();
        assertThat(headings).startsWith("H1", "H2", "H2", "H3").containsOnlyOnce("H1");
    }

    @Test
    void theJsonLiesInside() throws Exception {
        var sketch = sketch();
        try (var document = Loader.loadPDF(PDF.render(sketch))) {
            var catalogue = document.getDocumentCatalog();
            assertThat(catalogue.getLanguage()).isEqualTo("de");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("SK-7F3K Eure Projektskizze");
            var files = catalogue.getNames().getEmbeddedFiles().getNames();
            var file = Objects.requireNonNull(files.get("sketch.json"));
            assertThat(new String(file.getEmbeddedFile().toByteArray(), UTF_8))
                    .isEqualTo(new SketchJson().render(sketch));
            var associated = (COSArray) catalogue.getCOSObject().getDictionaryObject("AF");
            assertThat(((COSDictionary) associated.getObject(0)).getCOSName(name("AFRelationship")))
                    .isEqualTo(name("Data"));
        }
    }

    private static COSName name(String name) {
        return COSName.getPDFName(name);
    }

    @Test
    void itsFontsAreInside() throws Exception {
        try (var document = Loader.loadPDF(PDF.render(sketch()))) {
            for (var page : document.getPages())
                for (var font : page.getResources().getFontNames())
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
        }
    }

    @Test
    void addressesCanBeFollowed() throws Exception {
        var pdf =
                PDF.render(Samples.saying("Seht https://example.org/a_b?c=d. Oder ada@x.example!"));
        assertThat(String.join(" ", PdfCheck.structure(pdf)))
                .as("read aloud where it stands")
                .contains("Span text Link text text Link text text H2");
        try (var document = Loader.loadPDF(pdf)) {
            var links = document.getPage(0).getAnnotations().stream();
            assertThat(links.map(link -> "" + link.getCOSObject().getCOSDictionary(COSName.A)))
                    .anyMatch(one -> one.contains("https://example.org/a_b?c=d}"))
                    .anyMatch(one -> one.contains("mailto:ada@x.example}"));
        }
    }

    @Test
    void whateverPeopleWriteIsOnlyText() throws Exception {
        var hostile =
                "</p><script>x</script> <img src=\"file:///etc/passwd\"/> &amp; ]]> \u0001\uFFFE🦄";
        var pdf = PDF.render(Samples.saying(hostile));
        assertThat(PdfCheck.text(pdf))
                .contains("</p><script>x</script> <img src=\"file:///etc/passwd\"/> &amp; ]]>");
        PdfCheck.isFor(pdf, PDFAFlavour.PDFUA_1);
    }

    @Test
    void aLongWordStaysOnThePage() throws Exception {
        var pdf = PDF.render(Samples.saying("Donaudampf".repeat(60) + " Ende"));
        assertThat(PdfCheck.text(pdf).replace(" ", "")).contains("Donaudampf".repeat(60) + "Ende");
    }

    @Test
    void aPageOfOursBecomesAPdfThatEverybodyCanRead() throws Exception {
        var xhtml = "<html><head></head><body><h1>Brief</h1><p>Ein Satz.</p></body></html>";
        var pdf = new PagePdf().render(xhtml, "Steckbrief", "en");
        PdfCheck.isFor(pdf, PDFAFlavour.PDFUA_1);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Steckbrief");
        }
    }

    @Test
    void whatIsNoPageIsRefusedWithoutQuotingIt() {
        var pages = new PagePdf();
        for (var page :
                List.of(
                        "<html><p>geheim</html>",
                        "<!DOCTYPE html [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><html>&e;</html>",
                        "<p>" + "x".repeat(PagePdf.CHARACTERS_MAX) + "</p>"))
            assertThatThrownBy(() -> pages.render(page, "t", "de"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("geheim");
    }

    private static Sketch sketch() {
        return ShippedSketches.of("SK-7F3K");
    }

    /// With `-Dpdf.show=FOLDER` the pages come there as pictures, for looking at.
    private static void show(byte[] pdf) throws Exception {
        var folder = System.getProperty("pdf.show", "");
        if (folder.isEmpty()) return;
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++)
                ImageIO.write(
                        pages.renderImageWithDPI(i, 90),
                        "png",
                        Files.createDirectories(Path.of(folder))
                                .resolve("page-" + i + ".png")
                                .toFile());
        }
    }
}
