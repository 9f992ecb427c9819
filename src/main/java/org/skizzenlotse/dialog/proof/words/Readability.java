// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.words;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.proof.words.Reports.Found;

/// How well a text can be read: LIX (Björnsson: words per sentence plus the share of long words)
/// and the longest sentence. Words that are explained or named by the house count as short.
final class Readability {
    /// Of a text with fewer words one long word alone would decide.
    private static final int LIX_WORDS_MIN = 20;

    /// Björnsson's long word has more letters than this.
    private static final int SHORT_WORD_MAX = 6;

    /// What the issue asks of plain and of simple texts.
    record Measure(int lixMax, int wordsMax) {
        static final Measure PLAIN = new Measure(40, 18);
        static final Measure SIMPLE = new Measure(35, 12);
    }

    private final Measure measure;
    private final HouseRules house;
    private final Glossary glossary;

    Readability(Measure measure, HouseRules house, Glossary glossary) {
        this.measure = measure;
        this.house = house;
        this.glossary = glossary;
    }

    void check(Prose prose, Reports reports) {
        var sentences = prose.sentences();
        for (var sentence : sentences) {
            var count = Sentences.words(sentence).size();
            if (count > measure.wordsMax())
                reports.doubtful(
                        WordRule.SENTENCE,
                        prose,
                        new Found(
                                sentence,
                                "Dieser Satz hat "
                                        + count
                                        + " Wörter, höchstens "
                                        + measure.wordsMax()
                                        + " sollen es sein: „"
                                        + sentence
                                        + "“",
                                "Teilt ihn: Ein Satz sagt eine Sache."));
        }
        var lix = lix(sentences);
        if (lix > measure.lixMax()) reports.doubtful(WordRule.LIX, prose, found(lix, sentences));
    }

    private Found found(int lix, List<String> sentences) {
        var worst = "";
        var most = -1.0;
        for (var sentence : sentences) {
            var words = Sentences.words(sentence);
            var weight = words.size() + 100.0 * longWords(sentence).size() / words.size();
            if (weight > most) {
                most = weight;
                worst = sentence;
            }
        }
        return new Found(
                worst,
                "Der Text hat den Lesbarkeits-Index LIX "
                        + lix
                        + ", höchstens "
                        + measure.lixMax()
                        + " soll er haben. Am schwersten ist: „"
                        + worst
                        + "“",
                "Kürzere Sätze und kürzere Wörter helfen. Lang sind hier: "
                        + String.join(", ", longWords(worst))
                        + ".");
    }

    /// Zero for a text that is too short to be measured.
    int lix(List<String> sentences) {
        var words = 0;
        var longOnes = 0;
        for (var sentence : sentences) {
            words += Sentences.words(sentence).size();
            longOnes += longWords(sentence).size();
        }
        if (words < LIX_WORDS_MIN) return 0;
        return (int) Math.round((double) words / sentences.size() + 100.0 * longOnes / words);
    }

    private List<String> longWords(String sentence) {
        var known = known(sentence);
        return Sentences.words(sentence).stream()
                .filter(word -> !word.startsWith("{") && letters(word) > SHORT_WORD_MAX)
                .filter(word -> !known.contains(lower(word)))
                .toList();
    }

    /// The words of the sentence that are explained or named by the house.
    private Set<String> known(String sentence) {
        var known = new HashSet<>(house.names());
        for (var word : Sentences.words(sentence))
            if (glossary.term(word).isPresent()) known.add(lower(word));
        for (var term : glossary.in(sentence))
            if (term.word().indexOf(' ') > 0)
                for (var part : lower(term.word()).split(" ", 0))
                    for (var word : Sentences.words(sentence))
                        if (lower(word).startsWith(part.substring(0, part.length() - 1)))
                            known.add(lower(word));
        return known;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.GERMAN);
    }

    private static long letters(String word) {
        return word.codePoints().filter(Character::isLetter).count();
    }
}
