// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words as they are searched for: without capitals, accents and marks, ß as ss. What is searched
/// was made alike when it was handed in, and may have marks between its words.
public final class SearchText {
    /// More words than anybody types, and no way to keep the service busy.
    private static final int WORDS_MAX = 12;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchText() {}

    /// The text, normalised.
    public static String of(String text) {
        var parted = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var plain = ACCENTS.matcher(parted).replaceAll("");
        var lower = plain.toLowerCase(Locale.ROOT).replace("ß", "ss");
        return BETWEEN.matcher(lower).replaceAll(" ").strip();
    }

    /// The words that all must occur.
    public static List<String> words(String typed) {
        return Pattern.compile(" ")
                .splitAsStream(of(typed))
                .filter(word -> !word.isBlank())
                .distinct()
                .limit(WORDS_MAX)
                .toList();
    }
}
