// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.conversation.file.Judged.Why;
import org.skizzenlotse.dialog.FileKinds;

class ContentTest {
    private static final byte[] PNG =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4"
                                    + "2mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    private static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n1 0 obj".getBytes(ISO_8859_1);

    @Test
    void theContentDecidesAndNotTheName() throws Exception {
        assertThat(kind(PDF, "plan.docx")).isEqualTo(Kind.PDF);
        assertThat(kind(PNG, "plan.pdf")).isEqualTo(Kind.PNG);
        assertThat(kind("{\\rtf1\\ansi Hallo}".getBytes(UTF_8), "x")).isEqualTo(Kind.RTF);
        assertThat(kind(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}, "x.png"))
                .isEqualTo(Kind.JPG);
        assertThat(kind("OggS\0\2".getBytes(UTF_8), "x")).isEqualTo(Kind.OGG);
    }

    @Test
    void everyKindThatDialogsMayNameIsTold() {
        assertThat(Kind.of(List.copyOf(FileKinds.all().keySet())))
                .hasSameSizeAs(FileKinds.all().keySet())
                .containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void theNameTellsWhichPlainTextItIs() throws Exception {
        var table = "Jahr;Besuche\n2025;120\n".getBytes(UTF_8);
        assertThat(kind(table, "zahlen.csv")).isEqualTo(Kind.CSV);
        assertThat(kind("# Plan\n\nWir wollen".getBytes(UTF_8), "plan.md")).isEqualTo(Kind.MD);
        assertThat(kind("Größe".getBytes(ISO_8859_1), "alt.txt")).isEqualTo(Kind.TXT);
        assertThat(kind("Rechnung".getBytes(UTF_8), "rechnung.exe")).isEqualTo(Kind.TXT);
        var wide = "\uFEFFJahr\tBesuche".getBytes(UTF_16LE);
        assertThat(kind(wide, "zahlen.csv")).isEqualTo(Kind.CSV);
    }

    @Test
    void documentsAreKnownByWhatIsInside() throws Exception {
        assertThat(kind(Zips.docx().bytes(), "x.zip")).isEqualTo(Kind.DOCX);
        assertThat(kind(Zips.ooxml("spreadsheetml.sheet.main+xml").bytes(), "x"))
                .isEqualTo(Kind.XLSX);
        assertThat(kind(Zips.ooxml("presentationml.presentation.main+xml").bytes(), "x"))
                .isEqualTo(Kind.PPTX);
        assertThat(kind(Zips.odf("text").bytes(), "x.docx")).isEqualTo(Kind.ODT);
        assertThat(kind(Zips.odf("spreadsheet").bytes(), "x")).isEqualTo(Kind.ODS);
        assertThat(kind(Zips.odf("presentation").bytes(), "x")).isEqualTo(Kind.ODP);
    }

    @Test
    void otherKindsAreNotTaken() throws Exception {
        assertThat(why(Zips.zip().with("a.txt", "a").bytes())).isEqualTo(Why.KIND);
        assertThat(why(Zips.zip().bytes())).isEqualTo(Why.KIND);
        assertThat(why("<!DOCTYPE html><html><script>".getBytes(UTF_8))).isEqualTo(Why.KIND);
        assertThat(why("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8)))
                .isEqualTo(Why.KIND);
        assertThat(why("GIF89a\u0001".getBytes(UTF_8))).isEqualTo(Why.KIND);
        assertThat(why(new byte[] {'M', 'Z', 0, 3, 0, 0})).isEqualTo(Why.KIND);
        var macros = Zips.docx().with("word/vbaProject.bin", "x").bytes();
        assertThat(why(macros)).isEqualTo(Why.KIND);
        var only = EnumSet.of(Kind.PDF);
        assertThat(Content.judge(bytes(PNG), "x.pdf", only)).isEqualTo(new Judged.Wrong(Why.KIND));
    }

    @Test
    void aDamagedContainerIsNotTaken() throws Exception {
        var whole = Zips.docx().with("word/media/1.bin", noise(50_000)).bytes();
        for (int length : List.of(30, 200, 30_000, whole.length - 30, whole.length - 60))
            assertThat(why(Arrays.copyOf(whole, length))).as("%d", length).isEqualTo(Why.DAMAGED);
        var changed = whole.clone();
        changed[25_000] ^= 1;
        assertThat(why(changed)).isEqualTo(Why.DAMAGED);
    }

    @Test
    void aDocumentMayHoldADocumentButNoArchive() throws Exception {
        var sheet = Zips.ooxml("spreadsheetml.sheet.main+xml").bytes();
        var slides = Zips.ooxml("presentationml.presentation.main+xml");
        assertThat(kind(slides.with("ppt/embeddings/1.xlsx", sheet).bytes(), "x"))
                .isEqualTo(Kind.PPTX);
        var archive = Zips.zip().with("a.txt", "a").bytes();
        assertThat(why(Zips.docx().with("a.zip", archive).bytes())).isEqualTo(Why.TOO_DEEP);
        var nested = Zips.docx().with("word/embeddings/2.docx", Zips.docx().bytes()).bytes();
        assertThat(why(Zips.docx().with("word/embeddings/1.docx", nested).bytes()))
                .isEqualTo(Why.TOO_DEEP);
        for (var start : List.of("7z\u00bc\u00af'\u001c", "Rar!\u001a", "\u001f\u008b\b", "BZh9"))
            assertThat(why(Zips.docx().with("a", start.getBytes(ISO_8859_1)).bytes()))
                    .isEqualTo(Why.TOO_DEEP);
        var picture = "\u001f\u008b\b".getBytes(ISO_8859_1);
        assertThat(kind(Zips.docx().with("word/media/1.emz", picture).bytes(), "x"))
                .isEqualTo(Kind.DOCX);
    }

    @Test
    void aBombIsNotTaken() throws Exception {
        assertThat(why(Zips.docx().bloated("word/media/1.bmp", 200).bytes())).isEqualTo(Why.BOMB);
        var inner = Zips.docx().bloated("word/media/1.bmp", 100).bytes();
        assertThat(why(Zips.docx().with("word/embeddings/1.docx", inner).bytes()))
                .isEqualTo(Why.BOMB);
        var many = Zips.docx();
        for (int i = 0; i < 10_001; i++) many.with("word/" + i, "");
        assertThat(why(many.bytes())).isEqualTo(Why.BOMB);
        var said = Zips.zip().bloated("[Content_Types].xml", 2);
        assertThat(why(said.bytes())).isEqualTo(Why.BOMB);
    }

    @Test
    void aBigPictureThatPacksWellIsNoBomb() throws Exception {
        assertThat(kind(Zips.docx().bloated("word/media/1.bmp", 15).bytes(), "x"))
                .isEqualTo(Kind.DOCX);
    }

    private static Kind kind(byte[] content, String name) throws Exception {
        var judged = Content.judge(bytes(content), name, EnumSet.allOf(Kind.class));
        assertThat(judged).isInstanceOf(Judged.Fine.class);
        return ((Judged.Fine) judged).kind();
    }

    private static Why why(byte[] content) throws Exception {
        var judged = Content.judge(bytes(content), "x.docx", EnumSet.allOf(Kind.class));
        assertThat(judged).isInstanceOf(Judged.Wrong.class);
        return ((Judged.Wrong) judged).why();
    }

    private static byte[] noise(int count) {
        var bytes = new byte[count];
        new java.util.Random(1).nextBytes(bytes);
        return bytes;
    }

    private static Bytes bytes(byte[] content) {
        return new Bytes() {
            @Override
            public long count() {
                return content.length;
            }

            @Override
            public InputStream from(long first) {
                return new ByteArrayInputStream(content, (int) first, content.length - (int) first);
            }
        };
    }
}
