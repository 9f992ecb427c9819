// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.render.document.PdfCheck;
import org.skizzenlotse.render.document.SketchDocument;
import org.skizzenlotse.render.document.SketchPdf;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.sketch.Sketch;

/// All forms say the same: what the outline holds stands in each, in this order.
class SameWordsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void eachFormSaysEachWordOfTheOutlineInOrder() throws Exception {
        var sketch = ShippedSketches.of("SK-7F3K");
        for (var form : forms(sketch).entrySet()) {
            int at = 0;
            for (var words : words(Outline.of(sketch, BERLIN))) {
                int found = form.getValue().indexOf(words, at);
                assertThat(found).as(form.getKey() + " says " + words).isGreaterThanOrEqualTo(at);
                at = found + words.length();
            }
        }
    }

    @Test
    void theJsonHoldsWhatTheyAreMadeOf() {
        var sketch = ShippedSketches.of("SK-7F3K");
        assertThat(Outline.of(SketchJson.read(new SketchJson().render(sketch)), BERLIN))
                .isEqualTo(Outline.of(sketch, BERLIN));
    }

    private static Map<String, String> forms(Sketch sketch) throws Exception {
        return Map.of(
                "HTML", plain(new SketchHtml(BERLIN).page(sketch)),
                "Markdown", markdown(new SketchMarkdown(BERLIN).render(sketch)),
                "ODT", plain(content(new SketchDocument(BERLIN).render(sketch))),
                "PDF", spaced(PdfCheck.text(new SketchPdf(BERLIN).render(sketch))));
    }

    private static List<String> words(Outline outline) {
        var words = new ArrayList<String>();
        words.add(outline.title());
        words.addAll(outline.head());
        for (var point : outline.open()) words.addAll(List.of(point.name(), point.why()));
        for (var part : outline.parts()) {
            words.add(part.title());
            for (var passage : part.passages()) {
                words.addAll(List.of(passage.name(), passage.state()));
                for (var line : passage.lines()) {
                    words.add(line.label());
                    words.addAll(line.text().lines().toList());
                }
                words.add(passage.by());
            }
        }
        return words.stream().map(SameWordsTest::spaced).filter(one -> !one.isEmpty()).toList();
    }

    private static String markdown(String text) {
        var tree = Parser.builder().build().parse(text);
        return spaced(TextContentRenderer.builder().build().render(tree));
    }

    private static String content(byte[] odt) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(odt))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().equals("content.xml"))
                    return new String(zip.readAllBytes(), UTF_8);
        }
        throw new AssertionError("no content");
    }

    private static String plain(String xml) {
        return spaced(
                xml.replaceAll("(?s)<style>.*?</style>", " ")
                        .replaceAll("<[^>]*>", " ")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#39;", "'")
                        .replace("&amp;", "&"));
    }

    /// Pages, their numbers and where lines break are those of each form.
    private static String spaced(String text) {
        return text.replaceAll("SK-7F3K \\d+ / \\d+", " ").replaceAll("\\s+", " ").strip();
    }
}
