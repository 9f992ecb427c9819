// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.proof.words.Reports.Found;
import org.skizzenlotse.dialog.proof.words.Sentences.Sentence;

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
            var count = sentence.words().size();
            if (count > measure.wordsMax())
                reports.doubtful(
                        WordRule.SENTENCE,
                        prose,
                        new Found(
                                sentence.text(),
                                "Dieser Satz hat "
                                        + count
                                        + " Wörter, höchstens "
                                        + measure.wordsMax()
                                        + " sollen es sein: „"
                                        + sentence.text()
                                        + "“",
                                "Teilt ihn: Ein Satz sagt eine Sache."));
        }
        var lix = lix(sentences);
        if (lix > measure.lixMax()) reports.doubtful(WordRule.LIX, prose, found(lix, sentences));
    }

    private Found found(int lix, List<Sentence> sentences) {
        var worst = sentences.getFirst();
        var most = -1.0;
        for (var sentence : sentences) {
            var words = sentence.words();
            var weight = words.size() + 100.0 * longWords(sentence).size() / words.size();
            if (weight > most) {
                most = weight;
                worst = sentence;
            }
        }
        return new Found(
                worst.text(),
                "Der Text hat den Lesbarkeits-Index LIX "
                        + lix
                        + ", höchstens "
                        + measure.lixMax()
                        + " soll er haben. Am schwersten ist: „"
                        + worst.text()
                        + "“",
                "Kürzere Sätze und kürzere Wörter helfen. Lang sind hier: "
                        + String.join(", ", longWords(worst))
                        + ".");
    }

    /// Zero for a text that is too short to be measured.
    int lix(List<Sentence> sentences) {
        var words = 0;
        var longOnes = 0;
        for (var sentence : sentences) {
            words += sentence.words().size();
            longOnes += longWords(sentence).size();
        }
        if (words < LIX_WORDS_MIN) return 0;
        return (int) Math.round((double) words / sentences.size() + 100.0 * longOnes / words);
    }

    private List<String> longWords(Sentence sentence) {
        var longOnes =
                sentence.words().stream()
                        .filter(word -> !word.startsWith("{") && letters(word) > SHORT_WORD_MAX)
                        .toList();
        if (longOnes.isEmpty()) return longOnes;
        var parts = parts(sentence.text());
        return longOnes.stream().filter(word -> !isKnown(word, parts)).toList();
    }

    /// Whether a word is explained, or named by the house.
    private boolean isKnown(String word, List<String> parts) {
        var lower = lower(word);
        return house.names().contains(lower)
                || glossary.term(word).isPresent()
                || parts.stream().anyMatch(lower::startsWith);
    }

    /// The beginnings of the words of terms of several words that the sentence uses.
    private List<String> parts(String sentence) {
        var parts = new ArrayList<String>();
        for (var term : glossary.in(sentence))
            if (term.word().indexOf(' ') > 0)
                for (var part : lower(term.word()).split(" ", 0))
                    parts.add(part.substring(0, part.length() - 1));
        return parts;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.GERMAN);
    }

    private static long letters(String word) {
        return word.codePoints().filter(Character::isLetter).count();
    }
}
