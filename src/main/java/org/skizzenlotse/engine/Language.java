// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.Value.Lasting.Unit;

/// How one language writes days, numbers, lengths and general answers: words as data, from
/// `texts/answers/<language>.properties`.
public final class Language {
    private static final BigDecimal KILO = BigDecimal.valueOf(1024);

    private final Map<Word, String> words = new EnumMap<>(Word.class);
    private final DecimalFormatSymbols marks;
    private final DateTimeFormatter day;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter typedDay;

    /// What a language has words for. `{0}` and `{1}` are filled in; forms are those of
    /// [DateTimeFormatter].
    public enum Word {
        LOCALE,
        NAME,
        OFFER,
        OFFER_TYPED,
        YES,
        NO,
        OPEN_UNKNOWN,
        OPEN_LATER,
        OPEN_REFUSED,
        OPEN_NOT_APPLICABLE,
        DAY_FORM,
        WEEKDAY_FORM,
        TYPED_DAY_FORM,
        AMOUNT,
        BETWEEN,
        ONE_DAY,
        DAYS,
        ONE_WEEK,
        WEEKS,
        ONE_MONTH,
        MONTHS,
        ONE_YEAR,
        YEARS,
        FILE,
        FILE_ABOUT,
        FILES_TYPED,
        FILES_ALL,
        FILE_ATTACH,
        FILE_TAKEN,
        FILE_NOT_THERE,
        KILOBYTES,
        MEGABYTES,
        QUOTED,
        REMOVED;

        /// The ID under which it stands.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A language of these words by ID; others are not read.
    ///
    /// @throws IllegalArgumentException when one is missing
    public Language(Map<String, String> byId) {
        for (var word : Word.values()) {
            var text = byId.get(word.id());
            if (text == null) throw new IllegalArgumentException("no words for " + word.id());
            words.put(word, text);
        }
        var locale = Locale.forLanguageTag(word(Word.LOCALE));
        marks = DecimalFormatSymbols.getInstance(locale);
        day = DateTimeFormatter.ofPattern(word(Word.DAY_FORM), locale);
        weekday = DateTimeFormatter.ofPattern(word(Word.WEEKDAY_FORM), locale);
        typedDay = DateTimeFormatter.ofPattern(word(Word.TYPED_DAY_FORM), locale);
    }

    /// The words, with `{0}`, `{1}` replaced by the details.
    public String word(Word word, String... details) {
        var text = words.getOrDefault(word, "");
        for (int i = 0; i < details.length; i++) text = text.replace("{" + i + "}", details[i]);
        return text;
    }

    /// Yes or no.
    public String decision(boolean yes) {
        return word(yes ? Word.YES : Word.NO);
    }

    /// The general words of an open answer.
    public String open(OpenStatus status) {
        return word(
                switch (status) {
                    case UNKNOWN -> Word.OPEN_UNKNOWN;
                    case LATER -> Word.OPEN_LATER;
                    case REFUSED -> Word.OPEN_REFUSED;
                    case NOT_APPLICABLE -> Word.OPEN_NOT_APPLICABLE;
                });
    }

    /// A day, as it is read: "3. März 2027".
    public String day(LocalDate date) {
        return day.format(date);
    }

    /// A day with its weekday.
    public String weekday(LocalDate date) {
        return weekday.format(date);
    }

    /// A day, as people type it: "3.3.2027".
    public String typed(LocalDate date) {
        return typedDay.format(date);
    }

    /// A number, as people type it: without marks between thousands.
    public String typed(BigDecimal number) {
        return number.toPlainString().replace('.', marks.getDecimalSeparator());
    }

    /// A number, as it is read: "1.500,5".
    public String number(BigDecimal number) {
        return new DecimalFormat("#,##0.##########", marks).format(number);
    }

    /// An amount in euros; cents are written where they were given.
    public String amount(BigDecimal euros) {
        var form = euros.scale() > 0 ? "#,##0.00" : "#,##0";
        return word(Word.AMOUNT, new DecimalFormat(form, marks).format(euros));
    }

    /// Two days.
    public String between(LocalDate from, LocalDate to) {
        return word(Word.BETWEEN, day(from), day(to));
    }

    /// A length: "3 Monate".
    public String lasting(int length, Unit unit) {
        var one = length == 1;
        var words =
                switch (unit) {
                    case DAYS -> one ? Word.ONE_DAY : Word.DAYS;
                    case WEEKS -> one ? Word.ONE_WEEK : Word.WEEKS;
                    case MONTHS -> one ? Word.ONE_MONTH : Word.MONTHS;
                    case YEARS -> one ? Word.ONE_YEAR : Word.YEARS;
                };
        return word(words, String.valueOf(length));
    }

    /// Files with name, size and what they show.
    public String files(List<Value.File> files) {
        return files(files, _ -> "");
    }

    /// The same, with the names of the questions that they belong to.
    public String files(List<Value.File> files, UnaryOperator<String> named) {
        return files.stream()
                .map(file -> file(file, named.apply(file.about())))
                .collect(Collectors.joining("; "));
    }

    /// A file with name and size, the name of the question that it belongs to (empty: none), and
    /// what it shows.
    public String file(Value.File file, String about) {
        var known = word(Word.FILE, file.name(), size(file.bytes()));
        var named = about.isEmpty() ? known : word(Word.FILE_ABOUT, known, about);
        return file.description().isEmpty() ? named : named + ": " + file.description();
    }

    /// A size as it is read: "300 KB", "1,5 MB" (of 1,024 each), rounded up.
    public String size(long bytes) {
        var kilobytes = new BigDecimal(bytes).divide(KILO, 0, RoundingMode.CEILING);
        if (kilobytes.compareTo(KILO) < 0) return word(Word.KILOBYTES, number(kilobytes));
        return word(Word.MEGABYTES, number(kilobytes.divide(KILO, 1, RoundingMode.CEILING)));
    }

    /// Words between this language's quotation marks.
    public String quoted(String words) {
        return word(Word.QUOTED, words);
    }

    /// The mark before decimals.
    public char decimalMark() {
        return marks.getDecimalSeparator();
    }
}
