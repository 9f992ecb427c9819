// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.util.regex.Pattern;
import org.skizzenlotse.engine.parse.Lexicon.Sort;

/// The patterns of enumerations, made once of the words of a lexicon.
record MenuWords(Pattern separator, Pattern numbers, Pattern range) {
    MenuWords(Lexicon of) {
        this(
                Pattern.compile(
                        "[,;\\n+&]|\\b" + of.anyOf(Sort.AND) + "\\b", Pattern.CASE_INSENSITIVE),
                Pattern.compile(
                        "\\d{1,3}(?:(?:[ .,;/+&]|%s)+\\d{1,3}){0,40}[ .,;]*"
                                .formatted(of.anyOf(Sort.AND))),
                Pattern.compile(
                        "^(\\d{1,3})\\s*(?:-|–|%s)\\s*(\\d{1,3})$".formatted(of.anyOf(Sort.TO))));
    }
}
