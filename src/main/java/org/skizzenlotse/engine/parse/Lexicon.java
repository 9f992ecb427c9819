// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words that the readers know, of all languages together, and the mark before decimals of the
/// language at hand. Sort are data, from `texts/answers/<language>.properties`.
public final class Lexicon {
    private static final String NONE = "-";

    /// Longer messages ask for more than a word.
    private static final int MEANING_LENGTH_MAX = 100;

    private final Map<Sort, List<String>> words = new EnumMap<>(Sort.class);
    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, Integer> small = new HashMap<>();
    private final Set<String> yes;
    private final Set<String> no;
    private final char decimalMark;
    private final MenuWords menuWords;
    private final Pattern label;
    private final DateWords dateWords;
    private final NumberWords numberWords;
    private final Pattern meaning;
    private final Pattern meaningAlso;

    /// The lists of words. `MONTHS` has twelve, `SMALL` begins with zero.
    public enum Sort {
        YES,
        NO,
        AND,
        OR,
        ABOUT,
        TO,
        FROM,
        ON,
        OF,
        ORDINAL,
        EARLY,
        MIDDLE,
        LATE,
        TODAY,
        TOMORROW,
        DAY_AFTER_TOMORROW,
        WEEKDAYS,
        MONTHS,
        MONTHS_ALSO,
        MONTHS_SHORT,
        SMALL,
        ONE,
        THOUSAND,
        MILLION,
        CURRENCY,
        DAYS,
        WEEKS,
        MONTHS_LONG,
        YEARS,
        HALF_A_YEAR,
        YEAR_AND_A_HALF,
        LABELS,
        MEANING,
        MEANING_ALSO;

        /// The ID under which they stand.
        public String id() {
            return "read_" + name().toLowerCase(Locale.ROOT);
        }
    }

    /// The words of these languages; others than those of the readers are not read.
    ///
    /// @throws IllegalArgumentException when a language lacks some
    public Lexicon(List<Map<String, String>> languages, char decimalMark) {
        this.decimalMark = decimalMark;
        for (var one : Sort.values()) {
            var all = new LinkedHashSet<String>();
            for (var language : languages) all.addAll(split(language, one));
            all.remove(NONE);
            words.put(one, List.copyOf(all));
        }
        for (var language : languages) count(language);
        yes = normal(words(Sort.YES));
        no = normal(words(Sort.NO));
        menuWords = new MenuWords(this);
        label =
                Pattern.compile(
                        "^" + anyOf(Sort.LABELS) + "(?:\\.?\\s*:?\\s*$|\\s*:\\s*)",
                        Pattern.CASE_INSENSITIVE);
        dateWords = new DateWords(this);
        numberWords = new NumberWords(this);
        meaning = question(Sort.MEANING);
        meaningAlso = question(Sort.MEANING_ALSO);
    }

    /// Questions with `{0}` for what they are about, as one expression.
    private Pattern question(Sort sort) {
        var forms =
                words(sort).stream()
                        .map(form -> Pattern.quote(form).replace("{0}", "\\E(.{2,60}?)\\Q"))
                        .collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?iu)\\s*(?:" + forms + ")\\s*[?.!]*\\s*",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// The word that a message asks the meaning of: "was heißt …?", "was ist …?".
    public Optional<String> askedMeaning(String text) {
        return asked(meaning, text).or(() -> asked(meaningAlso, text));
    }

    /// Whether it can be nothing else: "was heißt …?".
    public boolean asksForMeaning(String text) {
        return asked(meaning, text).isPresent();
    }

    private static Optional<String> asked(Pattern question, String text) {
        if (text.length() > MEANING_LENGTH_MAX) return Optional.empty();
        var matcher = question.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        for (int i = 1; i <= matcher.groupCount(); i++)
            if (matcher.group(i) != null)
                return Optional.of(matcher.group(i).replaceAll("^[\"„“'»(]+|[\"“”'«)?.!]+$", ""));
        return Optional.empty();
    }

    private static List<String> split(Map<String, String> language, Sort words) {
        var text = language.get(words.id());
        if (text == null) throw new IllegalArgumentException("no words for " + words.id());
        return List.of(text.split("\\|", -1));
    }

    private void count(Map<String, String> language) {
        for (var kind : List.of(Sort.MONTHS, Sort.MONTHS_ALSO, Sort.MONTHS_SHORT)) {
            var names = split(language, kind);
            for (int i = 0; i < names.size(); i++)
                if (!names.get(i).equals(NONE)) months.put(names.get(i), i + 1);
        }
        var numbers = split(language, Sort.SMALL);
        for (int i = 0; i < numbers.size(); i++) small.put(numbers.get(i), i);
        for (var one : split(language, Sort.ONE)) small.put(one, 1);
    }

    private static Set<String> normal(List<String> words) {
        var normal = new HashSet<String>();
        for (var word : words) normal.add(Words.normal(word));
        return Set.copyOf(normal);
    }

    /// Longer ones first, so that a part of a word is never taken for the whole.
    private static String alternatives(Set<String> words) {
        var sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingInt(String::length).reversed());
        return sorted.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /// The words of a list.
    List<String> words(Sort list) {
        return words.getOrDefault(list, List.of());
    }

    /// The words of these lists as the alternatives of a regular expression.
    String anyOf(Sort... lists) {
        var all = new LinkedHashSet<String>();
        for (var list : lists) all.addAll(words(list));
        return "(?:" + alternatives(all) + ")";
    }

    /// Whether the words say yes.
    public boolean isYes(String text) {
        return yes.contains(Words.normal(text));
    }

    /// Whether the words say no.
    public boolean isNo(String text) {
        return no.contains(Words.normal(text));
    }

    /// The number of a month by its name, or by the first three letters of it or more.
    Optional<Integer> month(String name) {
        if (name.length() < 3) return Optional.empty();
        return months.entrySet().stream()
                .filter(month -> month.getKey().startsWith(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// The number of a word: "sieben".
    Optional<Integer> small(String word) {
        return Optional.ofNullable(small.get(word));
    }

    /// The mark before decimals in the language at hand.
    char decimalMark() {
        return decimalMark;
    }

    MenuWords menuWords() {
        return menuWords;
    }

    /// A label before a member of a contact, or alone: "Rolle:", "Tel.".
    Pattern label() {
        return label;
    }

    DateWords dateWords() {
        return dateWords;
    }

    NumberWords numberWords() {
        return numberWords;
    }
}
