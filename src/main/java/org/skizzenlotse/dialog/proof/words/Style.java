// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.words;

import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.proof.words.Reports.Found;
import org.skizzenlotse.dialog.proof.words.Sentences.Sentence;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What makes German heavy without being wrong: long compounds, passive voice, nouns made of verbs.
/// Hints, because each has its place.
final class Style {
    /// "Zivilgesellschaft" has 17 letters.
    private static final int COMPOUND_MIN = 18;

    private static final int COMPOUND_MIN_SIMPLE = 14;

    /// So many in a sentence are hard to follow.
    private static final int NOMINAL_MIN = 3;

    private static final int NOMINAL_MIN_SIMPLE = 2;

    private static final Pattern NOMINAL =
            Pattern.compile("\\p{Lu}\\p{L}{3,}(?:ung|heit|keit|ierung|ation|ität)(?:en)?");
    private static final String PARTICIPLE =
            "(?:\\p{Ll}*ge\\p{Ll}{2,}(?:t|en)|(?:be|ver|er|ent|zer)\\p{Ll}{2,}(?:t|en)"
                    + "|\\p{Ll}{3,}iert)";
    private static final Pattern PASSIVE =
            Pattern.compile(
                    "(?U)\\b(?:[Ww]ird|[Ww]erden|[Ww]urden?)\\b[^.!?:;,]*?\\b("
                            + PARTICIPLE
                            + ")\\b(?=\\s*(?:[.!?:;,]|$|und|oder))|\\b("
                            + PARTICIPLE
                            + ") (?:wird|werden|wurden?)\\b");

    private final boolean simple;
    private final HouseRules house;
    private final Glossary glossary;

    Style(boolean simple, HouseRules house, Glossary glossary) {
        this.simple = simple;
        this.house = house;
        this.glossary = glossary;
    }

    void check(Prose prose, Reports reports) {
        for (var sentence : prose.sentences()) {
            compounds(prose, sentence, reports);
            var passive = PASSIVE.matcher(sentence.text());
            if (passive.find())
                reports.hint(
                        WordRule.PASSIVE,
                        prose,
                        new Found(
                                sentence.text(),
                                "Das klingt nach Passiv: „" + passive.group().strip() + "“.",
                                "Sagt, wer etwas tut: „wir lesen“ statt „wird gelesen“."));
            var nouns = NOMINAL.matcher(sentence.text()).results().map(one -> one.group()).toList();
            if (nouns.size() >= (simple ? NOMINAL_MIN_SIMPLE : NOMINAL_MIN))
                reports.hint(WordRule.NOMINAL, prose, nominal(sentence.text(), nouns));
        }
    }

    private static Found nominal(String sentence, List<String> nouns) {
        return new Found(
                sentence,
                "Viele Hauptwörter in einem Satz: " + String.join(", ", nouns) + ".",
                "Nehmt Tätigkeitswörter: „prüfen“ statt „Prüfung“.");
    }

    private void compounds(Prose prose, Sentence sentence, Reports reports) {
        for (var word : sentence.words()) {
            if (longest(word) < (simple ? COMPOUND_MIN_SIMPLE : COMPOUND_MIN)) continue;
            if (house.names().contains(word.toLowerCase(Locale.GERMAN))) continue;
            if (glossary.term(word).isPresent()) continue;
            reports.hint(
                    WordRule.COMPOUND,
                    prose,
                    new Found(
                            word,
                            "'"
                                    + word
                                    + "' ist ein langes Wort ("
                                    + longest(word)
                                    + " Buchstaben).",
                            "Teilt es mit Bindestrich, oder sagt es mit zwei Wörtern."));
        }
    }

    /// The letters of the longest part between hyphens.
    private static int longest(String word) {
        var longest = 0;
        var length = 0;
        for (int at = 0; at < word.length(); at++) {
            length = Character.isLetter(word.charAt(at)) ? length + 1 : 0;
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
