// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.util.regex.Pattern;
import org.skizzenlotse.engine.parse.Lexicon.Sort;

/// The patterns of numbers, made once of the words of a lexicon.
record NumberWords(Pattern about, Pattern money, Pattern withWords, Pattern million) {
    NumberWords(Lexicon of) {
        this(about(of), money(of), withWords(of), Pattern.compile(of.anyOf(Sort.MILLION)));
    }

    private static Pattern about(Lexicon of) {
        return Pattern.compile("^" + of.anyOf(Sort.ABOUT) + "\\s+");
    }

    /// The amount, then thousand or million.
    private static Pattern money(Lexicon of) {
        var currency = of.anyOf(Sort.CURRENCY);
        return Pattern.compile(
                "^%s?\\s*([-+]?[\\d.,' \\u00a0\\u202f]*\\d)\\s*(%s)?\\s*%s?\\.?$"
                        .formatted(currency, of.anyOf(Sort.THOUSAND, Sort.MILLION), currency));
    }

    /// A number before words that do not change it.
    private static Pattern withWords(Lexicon of) {
        var changing =
                of.anyOf(Sort.THOUSAND, Sort.MILLION, Sort.TO, Sort.OR, Sort.AND, Sort.ORDINAL);
        return Pattern.compile(
                "([-+]?\\d[\\d.,]*)\\s*(?!%s(?!\\p{L})|%%)\\p{L}+[\\p{L}./ ]*".formatted(changing));
    }
}
