// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.Value.Lasting.Unit;
import org.skizzenlotse.engine.parse.Parsed.Fault;

/// Days and periods as people write them in German: "31.1.2027", "31. Januar 2027", "März bis Juni
/// 2027", "drei Monate".
public final class Dates {
    private static final List<String> MONTHS =
            List.of(
                    "januar",
                    "februar",
                    "märz",
                    "april",
                    "mai",
                    "juni",
                    "juli",
                    "august",
                    "september",
                    "oktober",
                    "november",
                    "dezember");
    private static final Pattern DIGITS =
            Pattern.compile("(\\d{1,2})[./\\s-]\\s*(\\d{1,2})[./\\s-]\\s*(\\d{4}|\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern NAMED =
            Pattern.compile("(\\d{1,2})\\.?\\s*([a-zä]+)\\.?\\s+(\\d{4}|\\d{2})");
    private static final Pattern MONTH =
            Pattern.compile("(?:anfang |ende |mitte )?([a-zä]+)\\.?\\s+(\\d{4})");
    private static final Pattern BARE_MONTH = Pattern.compile("([a-zä]+)");
    private static final Pattern SPLIT =
            Pattern.compile("\\s+(?:bis(?: zum| ende| einschließlich)?|-|–|—)\\s+|\\s*[–—]\\s*");
    private static final Pattern TIGHT =
            Pattern.compile("(?<=[a-zä]|\\.|\\.\\d{2}|\\.\\d{4})-(?=[a-zä\\d])");
    private static final Pattern WEEKDAY =
            Pattern.compile(
                    "^(?:am\\s+)?(?:(?:mo|di|mi|do|fr|sa|so)(?:[a-z]*tag|[a-z]*woch)?[.,]+\\s*)?");
    private static final Pattern HALF = Pattern.compile("(\\d{1,2}),5\\s*jahre?n?");
    private static final Pattern LENGTH =
            Pattern.compile(
                    "(?:ca\\.?|circa|etwa|rund|ungefähr)?\\s*([a-zäöü]+|\\d{1,4})\\s*"
                            + "(tage?n?|wochen?|monate?n?|jahre?n?)");
    private static final Pattern LENGTHS =
            Pattern.compile(
                    "\\d{1,3}\\s*(?:-|–|bis)\\s*"
                            + "(\\d{1,3}\\s*(?:tage?n?|wochen?|monate?n?|jahre?n?))");

    private static final int MIDDLE_OF_MONTH = 15;

    private final LocalDate today;

    /// Today, for "heute" and "morgen".
    public Dates(LocalDate today) {
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
        return month(bare)
                .<Parsed>map(month -> new Parsed.Guessed(new Value.Day(within(month, bare))))
                .orElseGet(() -> Parsed.unusable(Fault.NO_DATE));
    }

    private static LocalDate within(YearMonth month, String text) {
        if (text.startsWith("ende ")) return month.atEndOfMonth();
        return month.atDay(text.startsWith("mitte ") ? MIDDLE_OF_MONTH : 1);
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
        var bare = bare(text).replaceFirst("^(?:von|vom|ab|zwischen)\\s+", "");
        var length = length(bare);
        if (length.isPresent()) return new Parsed.Understood(length.get());
        var lengths = LENGTHS.matcher(bare);
        if (lengths.matches())
            return length(lengths.group(1))
                    .<Parsed>map(Parsed.Guessed::new)
                    .orElseGet(() -> Parsed.unusable(Fault.NO_PERIOD));
        var parts = SPLIT.split(bare, -1);
        if (parts.length != 2) parts = TIGHT.split(bare, -1);
        if (parts.length != 2) return Parsed.unusable(Fault.NO_PERIOD);
        return between(part(parts[0]), part(parts[1]));
    }

    private static String part(String text) {
        return text.strip().replaceFirst("^(?:anfang|mitte|ende)\\s+", "");
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
        if (text.equals("heute")) return Optional.of(today);
        if (text.equals("morgen")) return Optional.of(today.plusDays(1));
        if (text.equals("übermorgen")) return Optional.of(today.plusDays(2));
        var iso = ISO.matcher(text);
        if (iso.matches()) return date(iso.group(1), iso.group(2), iso.group(3));
        var digits = DIGITS.matcher(text);
        if (digits.matches()) return date(year(digits.group(3)), digits.group(2), digits.group(1));
        var named = NAMED.matcher(text);
        if (!named.matches()) return Optional.empty();
        var month = monthOf(named.group(2));
        return month == 0
                ? Optional.empty()
                : date(year(named.group(3)), String.valueOf(month), named.group(1));
    }

    private static Optional<YearMonth> month(String text) {
        var matcher = MONTH.matcher(text);
        if (!matcher.matches() || monthOf(matcher.group(1)) == 0) return Optional.empty();
        return Optional.of(
                YearMonth.of(Integer.parseInt(matcher.group(2)), monthOf(matcher.group(1))));
    }

    private static Optional<LocalDate> bareMonth(String text, int year) {
        if (!BARE_MONTH.matcher(text).matches() || monthOf(text) == 0) return Optional.empty();
        return Optional.of(LocalDate.of(year, monthOf(text), 1));
    }

    private static int monthOf(String name) {
        var spelled = name.replace("mae", "mä").replace("mrz", "mär").replace("jän", "jan");
        if (spelled.length() < 3) return 0;
        for (int i = 0; i < MONTHS.size(); i++) if (MONTHS.get(i).startsWith(spelled)) return i + 1;
        return spelled.equals("sept") ? 9 : 0;
    }

    private static Optional<Value> length(String text) {
        if (text.equals("ein halbes jahr") || text.equals("halbes jahr"))
            return Optional.of(new Value.Lasting(6, Unit.MONTHS));
        if (text.matches("(?:anderthalb|eineinhalb) jahre?"))
            return Optional.of(new Value.Lasting(18, Unit.MONTHS));
        var half = HALF.matcher(text);
        if (half.matches())
            return Optional.of(
                    new Value.Lasting(Integer.parseInt(half.group(1)) * 12 + 6, Unit.MONTHS));
        var matcher = LENGTH.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        var number = Numbers.read(matcher.group(1)).or(() -> Numbers.small(matcher.group(1)));
        return number.filter(one -> one.signum() > 0)
                .map(one -> new Value.Lasting(one.intValueExact(), unit(matcher.group(2))));
    }

    private static Unit unit(String word) {
        return switch (word.charAt(0)) {
            case 't' -> Unit.DAYS;
            case 'w' -> Unit.WEEKS;
            case 'm' -> Unit.MONTHS;
            default -> Unit.YEARS;
        };
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

    private static String bare(String text) {
        return WEEKDAY.matcher(text.strip().toLowerCase(Locale.GERMAN)).replaceFirst("");
    }
}
