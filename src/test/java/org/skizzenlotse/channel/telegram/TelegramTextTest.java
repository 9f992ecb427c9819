// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.render.DialogText;

/// Texts as Telegram takes them: its HTML, within its limits.
class TelegramTextTest {
    @Test
    void theSubsetBecomesTelegramsHtml() {
        assertThat(
                        DialogText.telegram(
                                """
                                Zuerst geht es **um euch**, das ist *wichtig*.

                                - eins
                                  noch eins
                                - [zwei](https://example.org/?a=1&b="2")
                                  1. innen

                                3. drei
                                4. vier

                                Ende\\
                                gut
                                """))
                .isEqualTo(
                        """
                        Zuerst geht es <b>um euch</b>, das ist <i>wichtig</i>.

                        • eins
                          noch eins
                        • <a href="https://example.org/?a=1&amp;b=&quot;2&quot;">zwei</a>
                          1. innen

                        3. drei
                        4. vier

                        Ende
                        gut\
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            textBlock =
                    """
                    Bürger*innen & Nutzer*innen → Bürger*innen &amp; Nutzer*innen
                    **alle** Bürger*innen → <b>alle</b> Bürger*innen
                    a < b > c → a &lt; b &gt; c
                    <b>x</b> → &lt;b&gt;x&lt;/b&gt;
                    &lt; → &amp;lt;
                    [x](javascript:alert) → x
                    [a@b.org](mailto:a@b.org) → a@b.org
                    [uns](mailto:a@b.org) → uns (a@b.org)
                    """)
    void whatStandsThereIsSeen(String markdown, String html) {
        assertThat(DialogText.telegram(markdown)).isEqualTo(html);
    }

    @Test
    void anEscapedAnswerIsShownAsItWasGivenWhateverItHolds() {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        var alphabet = "ab \\`*_{}[]()<>#+-.!|~&;:=\"'/@1*ü😀";
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder("Q");
            int length = chance.nextInt(20);
            for (int k = 0; k < length; k++) {
                text.appendCodePoint(
                        alphabet.codePointAt(
                                alphabet.offsetByCodePoints(
                                        0,
                                        chance.nextInt(
                                                alphabet.codePointCount(0, alphabet.length())))));
            }
            var answer = text.append('Q').toString();
            var html = DialogText.telegram("Ihr sagt: **" + DialogText.escaped(answer) + "**.");
            assertThat(html).startsWith("Ihr sagt: <b>").endsWith("</b>.");
            assertThat(Phone.seen(html)).isEqualTo("Ihr sagt: " + answer + ".");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ein Satz. ",
                "Wort ",
                "x",
                "😀",
                "\\*",
                "<&>\"",
                "**fett** ",
                "Zeile\n",
                "\n\n"
            })
    void longTextsComeInSeveralMessagesAndNothingIsLost(String unit) {
        var text = "A" + unit.repeat(12_000 / unit.length()) + "Z";
        var paper = new Paper();
        paper.add(Piece.of(text));
        var bubbles = paper.bubbles(List.of());

        Phone.takes(bubbles);
        var seen = new StringBuilder();
        var plain = new StringBuilder();
        for (var bubble : bubbles) {
            seen.append(Phone.seen(bubble.html()));
            plain.append(bubble.plain());
        }
        assertThat(bare(seen.toString())).isEqualTo(bare(DialogText.plain(text)));
        assertThat(bare(plain.toString())).isEqualTo(bare(DialogText.plain(text)));
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s*]+", "");
    }

    @Test
    void aLongTextIsPartedBetweenParagraphsFirst() {
        var paragraph = "Ein Satz mit ein paar Worten. ".repeat(60).strip();
        var paper = new Paper();
        paper.add(Piece.of(String.join("\n\n", List.of(paragraph, paragraph, paragraph))));
        var bubbles = paper.bubbles(List.of());

        assertThat(bubbles).hasSize(2);
        assertThat(bubbles.getFirst().html()).isEqualTo(paragraph + "\n\n" + paragraph);
        assertThat(bubbles.getLast().html()).isEqualTo(paragraph);
    }

    @Test
    void aLongParagraphIsPartedBetweenSentences() {
        var paper = new Paper();
        paper.add(Piece.of("Ein Satz mit ein paar Worten. ".repeat(300)));

        assertThat(paper.bubbles(List.of()))
                .hasSizeLessThanOrEqualTo(3)
                .allSatisfy(one -> assertThat(one.html()).startsWith("Ein Satz").endsWith("."));
    }

    @Test
    void nothingIsNoMessage() {
        var paper = new Paper();
        paper.add(Piece.of(" \n\n\u200e \ufeff".strip()));
        paper.add(Piece.of(""));

        assertThat(paper.bubbles(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/hilfe, /hilfe",
        "/hilfe@SkizzenBot, /hilfe",
        "/ändern@skizzen_bot Träger, /ändern Träger",
        "/start@SkizzenBot abc-1, /start abc-1",
        "hilfe@SkizzenBot, hilfe@SkizzenBot",
        "/, /",
        "/a/b, /a/b",
        "und/oder, und/oder"
    })
    void theNameOfTheBotIsNoPartOfACommand(String typed, String heard) {
        assertThat(Slash.plain(typed)).isEqualTo(heard);
    }

    @Test
    void whatComesBehindStartIsRead() {
        var slash = Slash.read("/start skizze").orElseThrow();

        assertThat(slash.isCalled("Start")).isTrue();
        assertThat(slash.rest()).isEqualTo("skizze");
    }
}
