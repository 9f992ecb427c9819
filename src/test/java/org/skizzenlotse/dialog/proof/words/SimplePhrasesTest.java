// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.file.PhrasesFile;

/// What the engine says of itself in Einfache Sprache keeps the limits that dialogs in Einfache
/// Sprache are checked against, and nothing falls back to German unseen.
class SimplePhrasesTest {
    private static final String SIMPLE = "de-einfach";
    private static final Readability.Measure MEASURE = Readability.Measure.SIMPLE;
    private static final Readability READABILITY =
            new Readability(MEASURE, HouseRules.STANDARD, Glossary.NONE);

    private static Stream<Map.Entry<String, String>> said() {
        return Stream.of("", "answers/")
                .flatMap(folder -> PhrasesFile.own(folder, SIMPLE).entrySet().stream());
    }

    private static List<Sentences.Sentence> sentences(Map.Entry<String, String> phrase) {
        return Sentences.of(Sentences.plain(phrase.getValue()));
    }

    @ParameterizedTest
    @MethodSource("said")
    void everySentenceIsShort(Map.Entry<String, String> phrase) {
        assertThat(sentences(phrase))
                .allSatisfy(one ->
                        assertThat(one.words())
                                .as(one.text())
                                .hasSizeLessThanOrEqualTo(MEASURE.wordsMax()));
    }

    @ParameterizedTest
    @MethodSource("said")
    void everyTextIsEasyToRead(Map.Entry<String, String> phrase) {
        assertThat(READABILITY.lix(sentences(phrase))).isLessThanOrEqualTo(MEASURE.lixMax());
    }

    @ParameterizedTest
    @MethodSource("said")
    void itIsNeverCalledLeichteSpracheAndHasNoStar(Map.Entry<String, String> phrase) {
        assertThat(phrase.getValue())
                .doesNotContainIgnoringCase("leichte sprache")
                .doesNotContainPattern("\\p{L}[*:_]in");
    }

    @Test
    void nothingIsLeftToTheLanguageThatItIsAVariantOf() {
        assertThat(PhrasesFile.own("", SIMPLE).keySet())
                .isEqualTo(PhrasesFile.own("", "de").keySet());
    }
}
