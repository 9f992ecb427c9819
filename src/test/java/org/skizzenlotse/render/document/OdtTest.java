// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.tika.Tika;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class OdtTest {
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private static Map<String, byte[]> entries(byte[] file) throws Exception {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var one = zip.getNextEntry(); one != null; one = zip.getNextEntry())
                entries.put(one.getName(), zip.readAllBytes());
        }
        return entries;
    }

    private static Document content(byte[] file) throws Exception {
        return parsed(entries(file).getOrDefault("content.xml", new byte[0]));
    }

    private static Document parsed(byte[] bytes) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static NodeList all(Document document, String element) {
        return document.getElementsByTagNameNS(TEXT, element);
    }

    @Test
    void programsKnowItByItsBeginning() throws Exception {
        var file = new Odt("de").paragraph("Hallo").bytes();
        assertThat(new Tika().detect(file)).isEqualTo(Odt.MEDIA_TYPE);
        assertThat(entries(file).keySet())
                .containsExactly("mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml");
        assertThat(entries(file).get("mimetype")).isEqualTo(Odt.MEDIA_TYPE.getBytes(UTF_8));
    }

    @Test
    void allOfItIsWellFormed() throws Exception {
        for (var entry : entries(new Odt("en").heading(1, "A").bytes()).entrySet())
            if (entry.getKey().endsWith(".xml"))
                assertThat(parsed(entry.getValue()).getDocumentElement()).isNotNull();
    }

    @Test
    void headingsParagraphsAndPointsAreWhatTheyAre() throws Exception {
        var document =
                content(
                        new Odt("de")
                                .heading(2, "Daten")
                                .paragraph("Art", "Zahlen")
                                .points(List.of("eins", "zwei"))
                                .points(List.of())
                                .bytes());
        var heading = (org.w3c.dom.Element) all(document, "h").item(0);
        assertThat(heading.getTextContent()).isEqualTo("Daten");
        assertThat(heading.getAttributeNS(TEXT, "outline-level")).isEqualTo("2");
        assertThat(all(document, "p").item(0).getTextContent()).isEqualTo("Art: Zahlen");
        assertThat(all(document, "span").item(0).getTextContent()).isEqualTo("Art:");
        assertThat(all(document, "list").getLength()).isEqualTo(1);
        assertThat(all(document, "list-item").getLength()).isEqualTo(2);
    }

    @Test
    void whateverPeopleWriteIsOnlyText() throws Exception {
        var hostile = "<text:h>&amp; ]]> \u0001\uFFFE\uD800 <script>\nzweite Zeile";
        var document = content(new Odt("de").paragraph(hostile).bytes());
        assertThat(all(document, "h").getLength()).isZero();
        assertThat(all(document, "line-break").getLength()).isEqualTo(1);
        assertThat(all(document, "p").item(0).getTextContent())
                .isEqualTo("<text:h>&amp; ]]>  <script>zweite Zeile");
    }
}
