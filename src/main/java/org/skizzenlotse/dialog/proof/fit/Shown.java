// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.fit;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A text as it comes out at most: without marks, with placeholders filled as long as they can be.
record Shown(String text) {
    /// The engine quotes no more of an answer.
    private static final int ANSWER_LENGTH_MAX = 600;

    /// Longer settings (an address, a legal basis) are not expected of an installation.
    private static final int FACT_LENGTH_MAX = 300;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]{0,39})}");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]*)]\\([^)\\n]*\\)");
    private static final Pattern MARKS = Pattern.compile("\\*{1,2}(?!\\p{L})|(?<!\\p{L})\\*{1,2}");

    static Shown of(String markdown, Predicate<String> isAnswer) {
        var plain = MARKS.matcher(LINK.matcher(markdown).replaceAll("$1")).replaceAll("");
        return new Shown(
                PLACEHOLDER
                        .matcher(plain)
                        .replaceAll(one ->
                                "x"
                                        .repeat(
                                                isAnswer.test(one.group(1))
                                                        ? ANSWER_LENGTH_MAX
                                                        : FACT_LENGTH_MAX)));
    }

    int length() {
        return text.length();
    }

    /// Text and HTML stand in an event of Matrix; HTML is longer by its tags.
    int bytesTwice() {
        return 2 * text.getBytes(StandardCharsets.UTF_8).length + text.length() / 4;
    }
}
