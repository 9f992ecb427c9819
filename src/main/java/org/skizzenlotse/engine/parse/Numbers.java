// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Range;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.parse.Parsed.Fault;

/// Numbers and amounts as people write them: "1.234,5", "1,234.5", "ca. 20", "12 Tsd. Euro". Only
/// where a number could mean two things ("1.500") the language decides.
public final class Numbers {
    /// Larger ones are slips; with the limit no computation grows.
    private static final BigDecimal LARGEST = new BigDecimal("1e12");

    private static final Pattern DIGITS =
            Pattern.compile("([-+]?)(\\d[\\d.,\\u00a0\\u202f' ]*\\d|\\d)");
    private static final Pattern PARTED = Pattern.compile("\\d{1,3}(?:\\W\\d{3})+");
    private static final Pattern SPACES = Pattern.compile("[\\u00a0\\u202f' ]");

    private final Lexicon lexicon;

    /// With the words and marks of this lexicon.
    public Numbers(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// A number in words or digits, its unit left out.
    public Parsed number(String text, AnswerType.Numeric type) {
        var bare = bare(text);
        var unit = type.unit().toLowerCase(Locale.GERMAN);
        if (!unit.isEmpty() && bare.endsWith(unit))
            bare = bare.substring(0, bare.length() - unit.length()).strip();
        var number = read(bare).or(() -> small(bare(text)));
        return number.isEmpty() ? withWords(bare, type) : number(number.get(), type);
    }

    /// A number as such.
    public Parsed number(BigDecimal number, AnswerType.Numeric type) {
        if (number.stripTrailingZeros().scale() > type.decimals())
            return Parsed.unusable(Fault.TOO_MANY_DECIMALS, String.valueOf(type.decimals()));
        return within(number, type.range(), new Value.Quantity(number));
    }

    /// "20 Std." where the unit is another: asked back.
    private Parsed withWords(String bare, AnswerType.Numeric type) {
        var matcher = lexicon.numberWords().withWords().matcher(bare);
        if (bare.length() > 60 || !matcher.matches()) return Parsed.unusable(Fault.NO_NUMBER);
        return number(matcher.group(1).strip(), type) instanceof Parsed.Understood(var value)
                ? new Parsed.Guessed(value)
                : Parsed.unusable(Fault.NO_NUMBER);
    }

    /// An amount in euros.
    public Parsed money(String text, AnswerType.Money type) {
        var matcher =
                lexicon.numberWords()
                        .money()
                        .matcher(bare(text).replaceFirst("[,.][-–—]{1,2}", ""));
        if (!matcher.matches()) return Parsed.unusable(Fault.NO_MONEY);
        var amount =
                read(matcher.group(1).strip()).map(one -> one.multiply(factor(matcher.group(2))));
        return amount.isEmpty() ? Parsed.unusable(Fault.NO_MONEY) : money(amount.get(), type);
    }

    /// An amount as such.
    public Parsed money(BigDecimal amount, AnswerType.Money type) {
        if (amount.stripTrailingZeros().scale() > 2) return Parsed.unusable(Fault.NO_MONEY);
        var range = type.range();
        var least = range.min() == null ? BigDecimal.ZERO : range.min();
        return within(amount, new Range(least, range.max()), new Value.Money(amount, "EUR"));
    }

    private BigDecimal factor(@Nullable String word) {
        if (word == null) return BigDecimal.ONE;
        var million = lexicon.numberWords().million().matcher(word).matches();
        return new BigDecimal(million ? "1000000" : "1000");
    }

    private String bare(String text) {
        var lower = text.strip().toLowerCase(Locale.GERMAN);
        return lexicon.numberWords().about().matcher(lower).replaceFirst("").strip();
    }

    /// Digits with the marks of any language.
    Optional<BigDecimal> read(String text) {
        var matcher = DIGITS.matcher(text);
        if (text.length() > 30 || !matcher.matches()) return Optional.empty();
        var digits = matcher.group(2);
        var last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
        var whole = last < 0 || !isDecimal(digits, last) ? digits : digits.substring(0, last);
        if (!whole.chars().allMatch(Character::isDigit) && !isParted(whole))
            return Optional.empty();
        var decimals = whole.length() == digits.length() ? "" : digits.substring(last + 1);
        if (!decimals.chars().allMatch(Character::isDigit)) return Optional.empty();
        var bare = whole.replaceAll("\\D", "") + (decimals.isEmpty() ? "" : "." + decimals);
        return Optional.of(new BigDecimal(matcher.group(1).replace("+", "") + bare));
    }

    /// Whether the last mark stands before decimals rather than between thousands.
    private boolean isDecimal(String digits, int last) {
        var mark = digits.charAt(last);
        var before = digits.substring(0, last);
        var other = mark == ',' ? '.' : ',';
        if (before.indexOf(mark) >= 0) return false;
        if (before.indexOf(other) >= 0 || SPACES.matcher(before).find()) return true;
        if (digits.length() - last != 4 || before.length() > 3 || before.startsWith("0"))
            return true;
        return mark == lexicon.decimalMark();
    }

    /// Whether one mark stands between groups of three digits.
    private static boolean isParted(String whole) {
        return PARTED.matcher(whole).matches()
                && whole.replaceAll("\\d", "").chars().distinct().count() == 1;
    }

    Optional<BigDecimal> small(String word) {
        return lexicon.small(word).map(BigDecimal::valueOf);
    }

    private Parsed within(BigDecimal number, Range range, Value value) {
        if (range.holds(number) && number.abs().compareTo(LARGEST) <= 0)
            return new Parsed.Understood(value);
        var max = range.max() == null && number.signum() > 0 ? LARGEST : range.max();
        return Parsed.unusable(Fault.OUT_OF_RANGE, words(range.min()), words(max));
    }

    private static String words(@Nullable BigDecimal limit) {
        return limit == null ? "" : limit.toPlainString();
    }
}
