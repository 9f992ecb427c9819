// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {
    @Test
    void aPlainNameStaysAsItIs() {
        assertThat(FileName.clean("Unser Plan (neu) – für Übermorgen.docx"))
                .isEqualTo("Unser Plan (neu) – für Übermorgen.docx");
        assertThat(FileName.clean("خطة.pdf")).isEqualTo("خطة.pdf");
    }

    @Test
    void foldersAndControlCharactersAreNotPartOfAName() {
        assertThat(FileName.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.clean("C:\\Users\\a\\Plan.pdf")).isEqualTo("Plan.pdf");
        assertThat(FileName.clean("a\u0000b\r\nc.pdf")).isEqualTo("ab c.pdf");
        assertThat(FileName.clean("a<b>\"c|d?.pdf")).isEqualTo("a_b__c_d_.pdf");
        assertThat(FileName.clean(" ..versteckt. ")).isEqualTo("versteckt");
    }

    @Test
    void noNameLooksLikeAnother() {
        assertThat(FileName.clean("rechnung\u202Efdp.exe")).isEqualTo("rechnungfdp.exe");
        assertThat(FileName.clean("a\u200B\u2066b\uFEFF.txt")).isEqualTo("ab.txt");
        assertThat(FileName.clean("a\uD800.txt")).isEqualTo("a.txt");
        assertThat(FileName.clean("u\u0308ber.txt")).isEqualTo("über.txt");
    }

    @Test
    void reservedAndEmptyNamesBecomeOthers() {
        assertThat(FileName.clean("CON.txt")).isEqualTo("_CON.txt");
        assertThat(FileName.clean("lpt1")).isEqualTo("_lpt1");
        assertThat(FileName.clean("")).isEqualTo("Datei");
        assertThat(FileName.clean("folder/")).isEqualTo("Datei");
        assertThat(FileName.clean("...")).isEqualTo("Datei");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        var name = FileName.clean("😀".repeat(300) + ".docx");
        assertThat(name).endsWith("😀.docx");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(120);
    }

    @Test
    void theEndingSaysWhatItIs() {
        assertThat(FileName.as(Kind.JPG, "foto.JPEG")).isEqualTo("foto.JPEG");
        assertThat(FileName.as(Kind.TXT, "rechnung.exe")).isEqualTo("rechnung.exe.txt");
        assertThat(FileName.as(Kind.PDF, "plan")).isEqualTo("plan.pdf");
        assertThat(FileName.as(Kind.PDF, "a".repeat(120))).hasSize(120).endsWith("a.pdf");
    }
}
