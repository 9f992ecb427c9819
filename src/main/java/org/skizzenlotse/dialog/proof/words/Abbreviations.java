// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.proof.words.Reports.Found;

/// Abbreviations that nobody explains: those of German sentences, with their words, and those of
/// capitals.
final class Abbreviations {
    private static final Map<Pattern, String> SPELLED_OUT = spelledOut();

    /// "DSGVO", "KI"; not the first word of a heading in capitals, which has more letters.
    private static final Pattern CAPITALS =
            Pattern.compile("(?<![\\p{L}\\d])\\p{Lu}{2,6}s?(?![\\p{L}\\d])");

    private final HouseRules house;
    private final Glossary glossary;

    Abbreviations(HouseRules house, Glossary glossary) {
        this.house = house;
        this.glossary = glossary;
    }

    private static Map<Pattern, String> spelledOut() {
        var all = new LinkedHashMap<Pattern, String>();
        for (var pair :
                new String[] {
                    "z\\. ?B\\.=zum Beispiel",
                    "d\\. ?h\\.=das heißt",
                    "u\\. ?a\\.=unter anderem",
                    "o\\. ?ä\\.=oder Ähnliches",
                    "v\\. ?a\\.=vor allem",
                    "i\\. ?d\\. ?R\\.=meist",
                    "bzw\\.=oder",
                    "usw\\.=und so weiter",
                    "etc\\.=und so weiter",
                    "ggf\\.=vielleicht",
                    "ca\\.=etwa",
                    "inkl\\.=mit",
                    "evtl\\.=vielleicht",
                    "vgl\\.=vergleicht",
                    "Nr\\.=Nummer",
                    "Abs\\.=Absatz",
                    "Art\\.=Artikel",
                    "Tel\\.=Telefon",
                    "max\\.=höchstens",
                    "min\\.=mindestens",
                    "Std\\.=Stunden",
                    "Mio\\.=Millionen",
                    "Tsd\\.=Tausend"
                }) {
            var two = pair.split("=", 2);
            all.put(Pattern.compile("(?<![\\p{L}])" + two[0]), two[1]);
        }
        return all;
    }

    void check(Prose prose, Reports reports) {
        if (prose.plain().indexOf('.') >= 0) spelled(prose, reports);
        capitals(prose, reports);
    }

    private void spelled(Prose prose, Reports reports) {
        SPELLED_OUT.forEach((pattern, words) -> {
            var found = pattern.matcher(prose.plain());
            if (found.find() && !house.abbreviations().contains(found.group()))
                reports.doubtful(
                        WordRule.ABBREVIATION,
                        prose,
                        new Found(
                                found.group(),
                                "'" + found.group() + "' ist abgekürzt.",
                                "Schreibt es aus: " + words + "."));
        });
    }

    private void capitals(Prose prose, Reports reports) {
        var found = CAPITALS.matcher(prose.plain());
        while (found.find()) {
            var word = found.group().replaceFirst("s$", "");
            if (isExplained(word, prose.plain())) continue;
            reports.doubtful(
                    WordRule.ABBREVIATION,
                    prose,
                    new Found(
                            word,
                            "Was '" + word + "' heißt, steht nirgends.",
                            "Erklärt es in glossary.yaml oder dahinter in Klammern. Kennen es alle,"
                                    + " dann nennt es in house.yaml unter abbreviations."));
        }
    }

    private boolean isExplained(String word, String text) {
        return house.abbreviations().contains(word)
                || glossary.term(word).isPresent()
                || text.contains("(" + word + ")")
                || text.contains(word + " (");
    }
}
