// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.skizzenlotse.sketch.Sketch;

/// The words of a sketch as a search reads them: small letters without accents, one blank between.
public final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}@._-]+");

    private SearchText() {}

    /// All that a sketch says, with the names of its files and its reference.
    public static String of(Sketch sketch) {
        var text = new StringBuilder(sketch.reference());
        for (var section : sketch.sections()) {
            text.append(' ').append(section.text());
            for (var entry : section.entries()) text.append(' ').append(entry.display());
        }
        for (var one : sketch.asked())
            text.append(' ').append(one.question()).append(' ').append(one.answer());
        return normal(text.toString());
    }

    /// Any words in this form.
    public static String normal(String words) {
        var plain = words.toLowerCase(Locale.ROOT).replace("ß", "ss");
        var apart = Normalizer.normalize(plain, Normalizer.Form.NFKD);
        return BETWEEN.matcher(MARKS.matcher(apart).replaceAll("")).replaceAll(" ").strip();
    }
}
