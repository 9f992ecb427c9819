// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.words;

import java.util.HashSet;
import java.util.Set;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.proof.words.Reports.Found;

/// Words that the house calls difficult are explained in the glossary; each is said once.
final class DifficultWords {
    private final HouseRules house;
    private final Glossary glossary;
    private final Set<String> said = new HashSet<>();

    DifficultWords(HouseRules house, Glossary glossary) {
        this.house = house;
        this.glossary = glossary;
    }

    void check(Prose prose, Reports reports) {
        for (var term : house.difficult().in(prose.plain()))
            if (glossary.term(term.word()).isEmpty() && said.add(term.word()))
                reports.doubtful(
                        WordRule.TERM,
                        prose,
                        new Found(
                                first(prose, term.word()),
                                "Was '" + term.word() + "' heißt, erklärt niemand.",
                                "Erklärt es in glossary.yaml, oder nehmt ein leichteres Wort."));
    }

    /// The word as it stands in the text, by its beginning.
    private static String first(Prose prose, String term) {
        var start = term.substring(0, Math.max(1, term.length() - 1));
        for (var word : prose.words())
            if (word.regionMatches(true, 0, start, 0, start.length())) return word;
        return term;
    }
}
