// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.words;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.source.Part;

/// How the house writes, from `house.yaml`: gendering, which variants are in simple language, words
/// that have to be explained, abbreviations and names that need no explanation.
public record HouseRules(
        boolean star,
        Set<String> simple,
        Glossary difficult,
        Set<String> abbreviations,
        Set<String> names) {
    private static final String SIMPLE = "de-einfach";

    /// Where there is no file.
    public static final HouseRules STANDARD =
            new HouseRules(true, Set.of(SIMPLE), Glossary.NONE, Set.of(), Set.of());

    /// Copies the sets.
    public HouseRules {
        simple = Set.copyOf(simple);
        abbreviations = Set.copyOf(abbreviations);
        names = Set.copyOf(names);
    }

    /// Those of the file.
    public static HouseRules of(Part root) {
        var simple = root.has("simple") ? new HashSet<>(root.texts("simple")) : Set.of(SIMPLE);
        var difficult =
                root.texts("difficult").stream()
                        .map(word -> new Glossary.Term(word, word, List.of()))
                        .toList();
        return new HouseRules(
                !root.text("gender").equals("neutral"),
                simple,
                new Glossary("", difficult),
                new HashSet<>(root.texts("abbreviations")),
                lower(root.texts("names")));
    }

    private static Set<String> lower(List<String> words) {
        var lower = new HashSet<String>();
        for (var word : words) lower.add(word.toLowerCase(Locale.GERMAN));
        return lower;
    }
}
