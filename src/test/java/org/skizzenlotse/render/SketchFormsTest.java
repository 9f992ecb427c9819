// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.sketch.Sketch;

class SketchFormsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int ROUNDS = 2_000;

    @Test
    void markdownReadsAsAgreed() throws Exception {
        Golden.check("sketch.md", new SketchMarkdown(BERLIN).render(Samples.sketch()));
    }

    @Test
    void htmlReadsAsAgreed() throws Exception {
        Golden.check("sketch.html", new SketchHtml(BERLIN).render(Samples.sketch()));
    }

    @Test
    void plainTextReadsAsAgreed() throws Exception {
        Golden.check("sketch.txt", new SketchText(BERLIN).render(Samples.sketch()));
    }

    @Test
    void jsonReadsAsAgreed() throws Exception {
        Golden.check("sketch.json", new SketchJson().render(Samples.sketch()));
    }

    @Test
    void whoAnsweredIsSaidWhereItCouldBeSeveral() {
        var one = Samples.sketch();
        var by =
                one.sections().stream()
                        .flatMap(section -> section.entries().stream())
                        .findFirst()
                        .orElseThrow()
                        .provenance()
                        .by();
        var several =
                new Sketch(
                        one.schema(),
                        one.dialog(),
                        one.dialogHash(),
                        one.title(),
                        one.reference(),
                        one.revision(),
                        one.submittedAt(),
                        one.entry(),
                        one.attached(),
                        one.sections(),
                        Map.of(by, "Ayşe & Co", "person_9", "Niemand"),
                        List.of());
        for (var form :
                List.of(
                        new SketchMarkdown(BERLIN),
                        new SketchHtml(BERLIN),
                        new SketchText(BERLIN))) {
            assertThat(form.render(one)).doesNotContain("Beantwortet von");
            assertThat(form.render(several))
                    .containsPattern("Beantwortet von: Ayşe (&amp;|\\\\&|&) Co")
                    .doesNotContain("Niemand");
        }
        assertThat(SketchJson.read(new SketchJson().render(several))).isEqualTo(several);
    }

    @Test
    void openPointsComeBeforeTheSections() {
        for (var form :
                List.of(
                        new SketchMarkdown(BERLIN),
                        new SketchHtml(BERLIN),
                        new SketchText(BERLIN))) {
            var text = form.render(Samples.sketch());
            assertThat(text.indexOf("Noch offen"))
                    .isPositive()
                    .isLessThan(text.indexOf("Hausgemeinschaft"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "[x](javascript:alert(1))",
                "![x](https://example.org/x.png)",
                "**fett** *kursiv* _so_ ~~weg~~",
                "a\\*b \\",
                "# Titel\n## Noch einer\n===\n---",
                "- eins\n- zwei\n1. drei\n2) vier\n+ fünf",
                "> Zitat\n    code\n```\ncode\n```",
                "<https://example.org> &amp; &lt;",
                "[x]: https://example.org\n[x]",
                "| a | b |\n|---|---|\n| 1 | 2 |",
            })
    void anAnswerIsNeverReadAsMarkdown(String answer) {
        assertThat(readByAnybody(answer)).isEqualTo(words(answer));
    }

    @Test
    void noMixOfSignsIsReadAsMarkdown() {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(26);
        for (int i = 0; i < ROUNDS; i++) {
            var answer = nasty(chance);
            assertThat(readByAnybody(answer)).isEqualTo(words(answer));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\" onclick='x'", "<b>&amp;"})
    void anAnswerIsNeverReadAsHtml(String answer) {
        var html = new SketchHtml(BERLIN).render(Samples.saying(answer));
        assertThat(html).doesNotContain("<script", "<b>", "\" onclick", "onclick='");
        assertThat(html.replaceAll("<[^>]*>", "")).contains(Visible.html(answer));
    }

    @Test
    void marksThatTurnTheWritingAndControlCharactersAreGone() {
        var answer = "a\u202Eb\u2066c\u001B[31md\u0000e\u0085f\u05D0";
        for (var form :
                List.of(
                        new SketchMarkdown(BERLIN),
                        new SketchHtml(BERLIN),
                        new SketchText(BERLIN))) {
            assertThat(form.render(Samples.saying(answer)))
                    .doesNotContain("\u202E", "\u2066", "\u001B", "\u0000", "\u0085")
                    .contains("\u05D0");
        }
    }

    @Test
    void noLineOfTheTextIsWiderThanAMail() {
        var text = new SketchText(BERLIN).render(Samples.saying("Wörter ".repeat(200)));
        assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 76);
    }

    @Test
    void aSketchWithoutOpenPointsSaysSo() {
        assertThat(new SketchText(BERLIN).render(Samples.saying("x")))
                .contains("Alle Punkte sind beantwortet.");
    }

    /// What a full CommonMark reader makes of the answer, with a line for each line; anything but
    /// plain words fails.
    private static List<String> readByAnybody(String answer) {
        var tree =
                Parser.builder()
                        .build()
                        .parse(new SketchMarkdown(BERLIN).render(Samples.saying(answer)));
        var lines = new ArrayList<String>();
        var node = tree.getFirstChild();
        while (!(node instanceof Heading heading && heading.getLevel() == 3)) node = node.getNext();
        for (node = node.getNext(); node != null; node = node.getNext()) {
            assertThat(node).as(answer).isInstanceOf(Paragraph.class);
            lines.addAll(lines(node, answer));
        }
        return lines;
    }

    private static List<String> lines(Node paragraph, String answer) {
        var text = new StringBuilder();
        for (var node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text words -> text.append(words.getLiteral());
                case HardLineBreak _ -> text.append('\n');
                default -> throw new AssertionError(node + " from " + answer);
            }
        }
        return text.toString().lines().toList();
    }

    private static List<String> words(String answer) {
        return Visible.of(answer).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    private static String nasty(RandomGenerator chance) {
        var alphabet = "ab1 \n\\`*_{}[]()<>#+-.!|~&;:=\"'/@$ ";
        var text = new StringBuilder("x");
        int length = chance.nextInt(24);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(chance.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
