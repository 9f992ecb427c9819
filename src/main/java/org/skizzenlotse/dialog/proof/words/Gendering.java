// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.words;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.proof.words.Reports.Found;

/// The house's way of gendering: neutral words first, else the star. Colon, inner I, slash and
/// underscore are findings with the form that is wanted. Simple language does without the star.
final class Gendering {
    private static final Pattern STAR = Pattern.compile("(\\p{L}+)\\*(in(?:nen)?)\\b");
    private static final Pattern OTHER =
            Pattern.compile("(\\p{L}{3,})(?::|_|·|•|/-?|/ ?-)(in(?:nen)?)(?![\\p{L}])");
    private static final Pattern INNER_I =
            Pattern.compile("(\\p{L}*\\p{Ll})I(n(?:nen)?)(?![\\p{L}])");
    private static final Pattern BRACKETS = Pattern.compile("(\\p{L}{3,})\\((-?)(in(?:nen)?)\\)");

    /// Words of men that are meant for all, and neutral words for the same.
    private static final Map<String, String> NEUTRAL = neutral();

    private final boolean star;

    /// `star`: where there is no neutral word, it is written with a star.
    Gendering(boolean star) {
        this.star = star;
    }

    private static Map<String, String> neutral() {
        var words = new HashMap<String, String>();
        for (var pair :
                List.of(
                        "Teilnehmer=Teilnehmende",
                        "Mitarbeiter=Mitarbeitende oder Team",
                        "Nutzer=Nutzende oder alle, die es nutzen",
                        "Bürger=Menschen in eurer Stadt",
                        "Antragsteller=Antragstellende",
                        "Ansprechpartner=Kontakt",
                        "Student=Studierende",
                        "Besucher=Gäste",
                        "Helfer=Helfende oder Engagierte",
                        "Ehrenamtler=Engagierte oder Ehrenamtliche",
                        "Experte=Fachleute",
                        "Lehrer=Lehrkräfte",
                        "Kollege=Team",
                        "Mitglieder=Mitglieder",
                        "Berater=Beratende oder Team",
                        "Einwohner=Menschen, die dort wohnen",
                        "Unterstützer=Unterstützende",
                        "Betreiber=Betreibende oder Stelle",
                        "Entwickler=Entwickelnde oder Fachleute",
                        "Leser=Lesende",
                        "Zuhörer=Zuhörende",
                        "Vertreter=Vertretung",
                        "Leiter=Leitung")) {
            var two = pair.split("=", 2);
            words.put(two[0].toLowerCase(Locale.GERMAN), two[1]);
        }
        return Map.copyOf(words);
    }

    void check(Prose prose, Reports reports) {
        for (var pattern : List.of(OTHER, INNER_I, BRACKETS)) {
            var found = pattern.matcher(prose.plain());
            while (found.find()) {
                var ending = found.group(found.groupCount());
                var form = found.group(1) + "*" + (pattern == INNER_I ? "i" + ending : ending);
                reports.doubtful(WordRule.GENDER, prose, other(found.group(), form));
            }
        }
        var starred = STAR.matcher(prose.plain());
        while (starred.find()) starred(prose, starred.group(), starred.group(1), reports);
        masculine(prose, reports);
    }

    private Found other(String word, String form) {
        var neutral = NEUTRAL.get(stem(form));
        var proposal =
                neutral != null
                        ? "Besser neutral: " + neutral + "." + (star ? " Sonst: " + form + "." : "")
                        : star ? "Schreibt: " + form + "." : "Sucht ein neutrales Wort.";
        return new Found(word, "'" + word + "' ist nicht die Schreibweise des Hauses.", proposal);
    }

    private void starred(Prose prose, String word, String stem, Reports reports) {
        var neutral = NEUTRAL.get(stem.toLowerCase(Locale.GERMAN));
        var proposal =
                neutral == null ? "Sucht ein neutrales Wort." : "Besser neutral: " + neutral + ".";
        if (!star)
            reports.doubtful(
                    WordRule.GENDER,
                    prose,
                    new Found(word, "'" + word + "' steht hier mit Stern.", proposal));
        else if (neutral != null)
            reports.hint(
                    WordRule.GENDER,
                    prose,
                    new Found(word, "Für '" + word + "' gibt es ein neutrales Wort.", proposal));
    }

    /// A man's word alone; where the woman's stands beside it, both are meant.
    private void masculine(Prose prose, Reports reports) {
        for (var word : prose.words()) {
            var stem = stem(word);
            var neutral = NEUTRAL.get(stem);
            if (neutral == null || word.contains("*") || neutral.equals(word)) continue;
            if (prose.plain().toLowerCase(Locale.GERMAN).contains(stem + "in")) continue;
            reports.hint(
                    WordRule.GENDER,
                    prose,
                    new Found(
                            word,
                            "'" + word + "' nennt nur Männer.",
                            "Besser neutral: " + neutral + "."));
        }
    }

    private static String stem(String word) {
        var star = word.indexOf('*');
        var bare = (star < 0 ? word : word.substring(0, star)).toLowerCase(Locale.GERMAN);
        for (var ending : List.of("", "n", "en", "s"))
            if (bare.endsWith(ending)
                    && NEUTRAL.containsKey(bare.substring(0, bare.length() - ending.length())))
                return bare.substring(0, bare.length() - ending.length());
        return bare;
    }
}
