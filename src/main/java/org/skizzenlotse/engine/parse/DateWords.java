// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.util.List;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.Value.Lasting.Unit;
import org.skizzenlotse.engine.parse.Lexicon.Sort;

/// The patterns of days and periods, made once of the words of a lexicon.
record DateWords(
        Pattern named,
        Pattern monthFirst,
        Pattern part,
        Pattern split,
        Pattern tight,
        Pattern weekday,
        Pattern from,
        Pattern half,
        Pattern length,
        Pattern lengths) {
    private static final List<Sort> UNITS =
            List.of(Sort.DAYS, Sort.WEEKS, Sort.MONTHS_LONG, Sort.YEARS);

    DateWords(Lexicon of) {
        this(
                named(of),
                monthFirst(of),
                Pattern.compile("^" + of.anyOf(Sort.EARLY, Sort.MIDDLE, Sort.LATE) + "\\s*"),
                split(of),
                Pattern.compile("(?<=\\p{L}|\\.|\\.\\d{2}|[./]\\d{4})-(?=[\\p{L}\\d])"),
                weekday(of),
                Pattern.compile("^" + of.anyOf(Sort.FROM) + "\\s+"),
                Pattern.compile("(\\d{1,2})[.,]5\\s*" + of.anyOf(Sort.YEARS)),
                length(of),
                lengths(of));
    }

    /// Day, name of the month, year.
    private static Pattern named(Lexicon of) {
        return Pattern.compile(
                "(\\d{1,2})%s?\\s*(?:%s\\s+)?(\\p{L}+)\\.?,?\\s+(\\d{4}|\\d{2})"
                        .formatted(of.anyOf(Sort.ORDINAL), of.anyOf(Sort.OF)));
    }

    /// Name of the month, day, year.
    private static Pattern monthFirst(Lexicon of) {
        return Pattern.compile(
                "(\\p{L}+)\\.?\\s+(?:the\\s+)?(\\d{1,2})%s?,?\\s+(\\d{4})"
                        .formatted(of.anyOf(Sort.ORDINAL)));
    }

    private static Pattern split(Lexicon of) {
        return Pattern.compile("\\s+(?:%s|-|–|—)\\s+|\\s*[–—]\\s*".formatted(of.anyOf(Sort.TO)));
    }

    private static Pattern weekday(Lexicon of) {
        return Pattern.compile(
                "^(?:%s\\s+)?(?:%s\\s+|(\\p{L}{2,9})[.,]+\\s*)?"
                        .formatted(of.anyOf(Sort.ON), of.anyOf(Sort.WEEKDAYS)));
    }

    private static Pattern length(Lexicon of) {
        return Pattern.compile(
                "(?:%s)?\\s*(\\p{L}+|\\d{1,4})\\s*(%s)".formatted(of.anyOf(Sort.ABOUT), units(of)));
    }

    private static Pattern lengths(Lexicon of) {
        return Pattern.compile(
                "\\d{1,3}\\s*(?:-|–|%s)\\s*(\\d{1,3}\\s*%s)"
                        .formatted(of.anyOf(Sort.TO), units(of)));
    }

    private static String units(Lexicon of) {
        return of.anyOf(UNITS.toArray(Sort[]::new));
    }

    /// The unit of a word.
    static Unit unit(Lexicon of, String word) {
        if (of.words(Sort.DAYS).contains(word)) return Unit.DAYS;
        if (of.words(Sort.WEEKS).contains(word)) return Unit.WEEKS;
        return of.words(Sort.MONTHS_LONG).contains(word) ? Unit.MONTHS : Unit.YEARS;
    }
}
