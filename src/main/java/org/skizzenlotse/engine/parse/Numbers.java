// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Range;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.parse.Parsed.Fault;

/// Numbers and amounts as people write them in German: "1.234,5", "ca. 20", "12 Tsd. Euro".
public final class Numbers {
    /// Larger ones are slips; with the limit no computation grows.
    private static final BigDecimal LARGEST = new BigDecimal("1e12");

    private static final Pattern ABOUT =
            Pattern.compile("^(ca\\.?|circa|etwa|ungefähr|rund|so|um die|knapp|gut|bis zu)\\s+");
    private static final Pattern GERMAN =
            Pattern.compile("[-+]?(\\d{1,3}([.\\u00a0\\u202f' ]\\d{3})+|\\d+)(,\\d+)?");
    private static final Pattern DOTTED = Pattern.compile("[-+]?\\d+\\.\\d+");
    private static final Pattern MONEY =
            Pattern.compile(
                    "^(?:€|eur|euro)?\\s*([-+]?[\\d.,' \\u00a0\\u202f]*\\d)\\s*"
                            + "(tsd\\.?|tausend|k|mio\\.?|millionen|million)?\\s*"
                            + "(?:€|eur|euro)?\\.?$");
    private static final Pattern WITH_WORDS =
            Pattern.compile(
                    "([-+]?\\d[\\d.,]*)\\s*(?!tsd|tausend|k\\b|mio|million|bis|oder|und|%)"
                            + "[a-zäöüß]+[a-zäöüß./ ]*");
    private static final List<String> SMALL =
            List.of(
                    "null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht",
                    "neun", "zehn", "elf", "zwölf");

    private Numbers() {}

    /// A number in words or digits, its unit left out.
    public static Parsed number(String text, AnswerType.Numeric type) {
        var bare = bare(text);
        var unit = type.unit().toLowerCase(Locale.GERMAN);
        if (!unit.isEmpty() && bare.endsWith(unit))
            bare = bare.substring(0, bare.length() - unit.length()).strip();
        var number = read(bare).or(() -> small(bare(text)));
        if (number.isEmpty()) return withWords(bare, type);
        if (number.get().stripTrailingZeros().scale() > type.decimals())
            return Parsed.unusable(Fault.TOO_MANY_DECIMALS, String.valueOf(type.decimals()));
        return within(number.get(), type.range(), new Value.Quantity(number.get()));
    }

    /// "20 Std." where the unit is another: asked back.
    private static Parsed withWords(String bare, AnswerType.Numeric type) {
        var matcher = WITH_WORDS.matcher(bare);
        if (bare.length() > 60 || !matcher.matches()) return Parsed.unusable(Fault.NO_NUMBER);
        return number(matcher.group(1).strip(), type) instanceof Parsed.Understood(var value)
                ? new Parsed.Guessed(value)
                : Parsed.unusable(Fault.NO_NUMBER);
    }

    /// An amount in euros.
    public static Parsed money(String text, AnswerType.Money type) {
        var matcher = MONEY.matcher(bare(text).replaceFirst("[,.][-–—]{1,2}", ""));
        if (!matcher.matches()) return Parsed.unusable(Fault.NO_MONEY);
        var amount =
                read(matcher.group(1).strip()).map(one -> one.multiply(factor(matcher.group(2))));
        if (amount.isEmpty() || amount.get().stripTrailingZeros().scale() > 2)
            return Parsed.unusable(Fault.NO_MONEY);
        var range = type.range();
        var least = range.min() == null ? BigDecimal.ZERO : range.min();
        return within(
                amount.get(), new Range(least, range.max()), new Value.Money(amount.get(), "EUR"));
    }

    private static BigDecimal factor(@org.jspecify.annotations.Nullable String word) {
        if (word == null) return BigDecimal.ONE;
        return new BigDecimal(word.startsWith("m") ? "1000000" : "1000");
    }

    private static String bare(String text) {
        var lower = text.strip().toLowerCase(Locale.GERMAN);
        return ABOUT.matcher(lower).replaceFirst("").strip();
    }

    /// Digits with German or international marks; one dot before three digits parts thousands.
    static Optional<BigDecimal> read(String text) {
        if (text.length() > 30) return Optional.empty();
        if (GERMAN.matcher(text).matches())
            return Optional.of(
                    new BigDecimal(text.replaceAll("[.\\u00a0\\u202f' +]", "").replace(',', '.')));
        return DOTTED.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    static Optional<BigDecimal> small(String word) {
        var index = SMALL.indexOf(word);
        if (word.equals("ein") || word.equals("eine") || word.equals("einen")) index = 1;
        return index < 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(index));
    }

    private static Parsed within(BigDecimal number, Range range, Value value) {
        if (range.holds(number) && number.abs().compareTo(LARGEST) <= 0)
            return new Parsed.Understood(value);
        var max = range.max() == null && number.signum() > 0 ? LARGEST : range.max();
        return Parsed.unusable(Fault.OUT_OF_RANGE, words(range.min()), words(max));
    }

    private static String words(@org.jspecify.annotations.Nullable BigDecimal limit) {
        if (limit == null) return "";
        var german = DecimalFormatSymbols.getInstance(Locale.GERMANY);
        return new DecimalFormat("#,##0.##########", german).format(limit);
    }
}
