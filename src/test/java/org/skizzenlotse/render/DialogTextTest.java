// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialogTextTest {
    @Test
    void theSubsetBecomesHtml() {
        assertThat(
                        DialogText.html(
                                """
                                Zuerst geht es **um euch**, das ist *wichtig*.

                                - eins
                                - [zwei](https://example.org/?a=1&b=2)

                                3. drei
                                """))
                .isEqualTo(
                        """
                        <p>Zuerst geht es <strong>um euch</strong>, das ist <em>wichtig</em>.</p>
                        <ul>
                        <li>eins</li>
                        <li><a href="https://example.org/?a=1&amp;b=2">zwei</a></li>
                        </ul>
                        <ol start="3">
                        <li>drei</li>
                        </ol>\
                        """);
    }

    @Test
    void theSubsetBecomesPlainText() {
        assertThat(
                        DialogText.plain(
                                """
                                Zuerst geht es **um euch**.

                                - eins
                                  noch eins
                                - [zwei](https://example.org)
                                  1. innen
                                  2. [a@example.org](mailto:a@example.org)

                                Ende\\
                                gut
                                """))
                .isEqualTo(
                        """
                        Zuerst geht es um euch.

                        - eins
                          noch eins
                        - zwei (https://example.org)
                          1. innen
                          2. a@example.org

                        Ende
                        gut\
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            textBlock =
                    """
                    Bürger*innen und Nutzer*innen → Bürger*innen und Nutzer*innen
                    **alle** Bürger*innen → <strong>alle</strong> Bürger*innen
                    **Bürger*innen** → <strong>Bürger*innen</strong>
                    Bürger\\*innen → Bürger*innen
                    Bürger_innen und _so_ → Bürger_innen und <em>so</em>
                    """)
    void anAsteriskBetweenLettersIsALetter(String markdown, String html) {
        assertThat(DialogText.inlineHtml(markdown)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>x</b>",
                "<!-- x -->",
                "`code`",
                "```\ncode\n```",
                "    code",
                "# Titel",
                "> Zitat",
                "---",
                "Titel\n===",
                "![Bild](https://example.org/x.png)",
                "&lt;b&gt;",
                "<https://example.org>",
                "[x]: https://example.org",
            })
    void everythingElseStaysAsItWasWritten(String markdown) {
        assertThat(DialogText.html(markdown))
                .isEqualTo("<p>" + Visible.html(markdown.strip()) + "</p>");
        assertThat(DialogText.plain(markdown)).isEqualTo(markdown.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](data:text/html,x)",
                "[x](//example.org)",
                "[x](/intern)"
            })
    void onlyWebAndMailAreLinked(String markdown) {
        assertThat(DialogText.html(markdown)).isEqualTo("<p>x</p>");
        assertThat(DialogText.plain(markdown)).isEqualTo("x");
    }

    @Test
    void anEscapedAnswerIsShownAsItWasGivenWhateverItHolds() {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        var alphabet = "ab \\`*_{}[]()<>#+-.!|~&;:=\"'/@1*";
        for (int i = 0; i < 2_000; i++) {
            var text = new StringBuilder("Q");
            int length = chance.nextInt(20);
            for (int k = 0; k < length; k++) {
                text.append(alphabet.charAt(chance.nextInt(alphabet.length())));
            }
            var answer = text.append('Q').toString();
            assertThat(DialogText.html("Ihr sagt: **" + DialogText.escaped(answer) + "**."))
                    .isEqualTo("<p>Ihr sagt: <strong>" + Visible.html(answer) + "</strong>.</p>");
            assertThat(DialogText.plain(DialogText.escaped(answer))).isEqualTo(answer);
        }
    }

    @Test
    void labelsHoldNoBlocks() {
        assertThat(DialogText.inlineHtml("eins\n\n**zwei**\n\n- drei"))
                .isEqualTo("eins<br><strong>zwei</strong><br>drei");
    }

    @Test
    void deepNestingEnds() {
        assertThat(DialogText.html("*a ".repeat(5_000) + "- ".repeat(5_000))).isNotEmpty();
        assertThat(DialogText.html("[".repeat(5_000) + "x" + "](y)".repeat(5_000))).isNotEmpty();
    }
}
