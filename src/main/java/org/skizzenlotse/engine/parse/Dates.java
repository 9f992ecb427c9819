// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.Value.Lasting.Unit;
import org.skizzenlotse.engine.parse.Lexicon.Sort;
import org.skizzenlotse.engine.parse.Parsed.Fault;

/// Days and periods as people write them: "31.1.2027", "31. Januar 2027", "January 31st, 2027",
/// "März bis Juni 2027", "three months". Of two numbers the first is the day, unless it cannot be.
public final class Dates {
    private static final Pattern DIGITS =
            Pattern.compile("(\\d{1,2})[./\\s-]\\s*(\\d{1,2})[./\\s-]\\s*(\\d{4}|\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern MONTH = Pattern.compile("(\\p{L}+)\\.?,?\\s+(\\d{4})");
    private static final Pattern BARE_MONTH = Pattern.compile("\\p{L}+");

    private static final int MIDDLE_OF_MONTH = 15;

    private final Lexicon lexicon;
    private final DateWords words;
    private final LocalDate today;

    /// The words of days, and today for "heute" and "morgen".
    public Dates(Lexicon lexicon, LocalDate today) {
        this.lexicon = lexicon;
        this.words = lexicon.dateWords();
        this.today = today;
    }

    /// A day; a month alone is asked back as its first day, or as the one that was hinted at.
    public Parsed day(String text) {
        var bare = bare(text);
        var day = read(bare);
        if (day.isEmpty()) {
            var coming = coming(bare);
            if (coming.isPresent()) return new Parsed.Guessed(new Value.Day(coming.get()));
        }
        if (day.isPresent()) return new Parsed.Understood(new Value.Day(day.get()));
        return month(part(bare))
                .map(month -> within(month, bare))
                .or(() -> monthBeforeDay(bare))
                .<Parsed>map(guess -> new Parsed.Guessed(new Value.Day(guess)))
                .orElseGet(() -> Parsed.unusable(Fault.NO_DATE));
    }

    private LocalDate within(YearMonth month, String text) {
        if (begins(text, Sort.LATE)) return month.atEndOfMonth();
        return month.atDay(begins(text, Sort.MIDDLE) ? MIDDLE_OF_MONTH : 1);
    }

    private boolean begins(String text, Sort sort) {
        return lexicon.words(sort).stream().anyMatch(text::startsWith);
    }

    /// "12/31/2027", where the first number is no month.
    private static Optional<LocalDate> monthBeforeDay(String text) {
        var digits = DIGITS.matcher(text);
        return digits.matches()
                ? date(year(digits.group(3)), digits.group(1), digits.group(2))
                : Optional.empty();
    }

    /// A day without its year: the next one.
    private Optional<LocalDate> coming(String text) {
        for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
            var day = read(text + (text.endsWith(".") ? "" : ".") + year);
            if (day.isEmpty()) day = read(text + " " + year);
            if (day.isPresent() && !day.get().isBefore(today)) return day;
        }
        return Optional.empty();
    }

    /// Two days, two months, or a length.
    public Parsed period(String text) {
        var bare = words.from().matcher(bare(text)).replaceFirst("");
        var length = length(bare);
        if (length.isPresent()) return new Parsed.Understood(length.get());
        var lengths = words.lengths().matcher(bare);
        if (lengths.matches())
            return length(lengths.group(1))
                    .<Parsed>map(Parsed.Guessed::new)
                    .orElseGet(() -> Parsed.unusable(Fault.NO_PERIOD));
        var parts = words.split().split(bare, -1);
        if (parts.length != 2) parts = words.tight().split(bare, -1);
        if (parts.length != 2) return Parsed.unusable(Fault.NO_PERIOD);
        return between(part(parts[0]), part(parts[1]));
    }

    private String part(String text) {
        return words.part().matcher(text.strip()).replaceFirst("");
    }

    private Parsed between(String first, String second) {
        var to = read(second).or(() -> month(second).map(YearMonth::atEndOfMonth));
        if (to.isEmpty()) return Parsed.unusable(Fault.NO_PERIOD);
        var from =
                read(first + (first.endsWith(".") ? "" : ".") + to.get().getYear())
                        .or(() -> read(first + " " + to.get().getYear()))
                        .or(() -> bareMonth(first, to.get().getYear()))
                        .map(day -> day.isAfter(to.get()) ? day.minusYears(1) : day)
                        .or(() -> month(first).map(month -> month.atDay(1)));
        var whole = read(first);
        if (whole.isPresent()) return between(whole.get(), to.get());
        return from.isEmpty() ? Parsed.unusable(Fault.NO_PERIOD) : between(from.get(), to.get());
    }

    /// A period of two days in the right order.
    public static Parsed between(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? Parsed.unusable(Fault.ENDS_BEFORE_START)
                : new Parsed.Understood(new Value.Between(from, to));
    }

    private Optional<LocalDate> read(String text) {
        if (lexicon.words(Sort.TODAY).contains(text)) return Optional.of(today);
        if (lexicon.words(Sort.TOMORROW).contains(text)) return Optional.of(today.plusDays(1));
        if (lexicon.words(Sort.DAY_AFTER_TOMORROW).contains(text))
            return Optional.of(today.plusDays(2));
        var iso = ISO.matcher(text);
        if (iso.matches()) return date(iso.group(1), iso.group(2), iso.group(3));
        var digits = DIGITS.matcher(text);
        if (digits.matches()) return date(year(digits.group(3)), digits.group(2), digits.group(1));
        var named = words.named().matcher(text);
        if (named.matches()) return named(year(named.group(3)), named.group(2), named.group(1));
        var first = words.monthFirst().matcher(text);
        return first.matches()
                ? named(first.group(3), first.group(1), first.group(2))
                : Optional.empty();
    }

    private Optional<LocalDate> named(String year, String month, String day) {
        return lexicon.month(month).flatMap(one -> date(year, String.valueOf(one), day));
    }

    private Optional<YearMonth> month(String text) {
        var matcher = MONTH.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        return lexicon.month(matcher.group(1))
                .map(month -> YearMonth.of(Integer.parseInt(matcher.group(2)), month));
    }

    private Optional<LocalDate> bareMonth(String text, int year) {
        if (!BARE_MONTH.matcher(text).matches()) return Optional.empty();
        return lexicon.month(text).map(month -> LocalDate.of(year, month, 1));
    }

    private Optional<Value> length(String text) {
        if (lexicon.words(Sort.HALF_A_YEAR).contains(text))
            return Optional.of(new Value.Lasting(6, Unit.MONTHS));
        if (lexicon.words(Sort.YEAR_AND_A_HALF).contains(text))
            return Optional.of(new Value.Lasting(18, Unit.MONTHS));
        var half = words.half().matcher(text);
        if (half.matches())
            return Optional.of(
                    new Value.Lasting(Integer.parseInt(half.group(1)) * 12 + 6, Unit.MONTHS));
        var matcher = words.length().matcher(text);
        if (!matcher.matches()) return Optional.empty();
        return whole(matcher.group(1))
                .filter(number -> number > 0)
                .map(number ->
                        new Value.Lasting(number, DateWords.unit(lexicon, matcher.group(2))));
    }

    private Optional<Integer> whole(String word) {
        return Character.isDigit(word.charAt(0))
                ? Optional.of(Integer.parseInt(word))
                : lexicon.small(word);
    }

    private static String year(String digits) {
        return digits.length() == 2 ? "20" + digits : digits;
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private String bare(String text) {
        var lower = text.strip().toLowerCase(Locale.GERMAN);
        var matcher = words.weekday().matcher(lower);
        if (!matcher.find()) return lower;
        var brief = matcher.group(1);
        var isDay =
                brief == null
                        || lexicon.words(Sort.WEEKDAYS).stream()
                                .anyMatch(day -> day.startsWith(brief));
        return isDay ? lower.substring(matcher.end()) : lower;
    }
}
