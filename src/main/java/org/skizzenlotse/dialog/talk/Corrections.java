// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skizzenlotse.dialog.source.Part;
import org.skizzenlotse.dialog.source.YamlLine;

/// What expectations of a talk would have to say to hold, by the place of what they say now.
final class Corrections {
    /// For whoever only wants to know what is wrong.
    static final Corrections NONE = new Corrections(false);

    /// Words that are said are quoted up to here; that is enough to know them again.
    private static final int WORDS_LENGTH_MAX = 60;

    private final boolean wanted;
    private final Map<String, String> byPointer = new LinkedHashMap<>();

    private Corrections(boolean wanted) {
        this.wanted = wanted;
    }

    static Corrections wanted() {
        return new Corrections(true);
    }

    boolean areWanted() {
        return wanted;
    }

    Map<String, String> all() {
        return Map.copyOf(byPointer);
    }

    void text(Part instead, String text) {
        note(instead, YamlLine.text(text));
    }

    void flag(Part instead, boolean flag) {
        note(instead, String.valueOf(flag));
    }

    void list(Part instead, Collection<String> texts) {
        note(instead, YamlLine.list(List.copyOf(texts)));
    }

    /// The sentence that is said now and has most words in common with the one expected.
    void nearest(Part instead, String said) {
        var expected = words(instead.text());
        Arrays.stream(said.split("\n|(?<=[.?!])\\s+", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .max(Comparator.comparingInt(one -> common(expected, one)))
                .ifPresent(one -> text(instead, start(one)));
    }

    private static int common(Set<String> expected, String sentence) {
        var both = words(sentence);
        both.retainAll(expected);
        return both.size();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(
                Arrays.asList(text.toLowerCase(java.util.Locale.ROOT).split("\\W+", -1)));
    }

    private static String start(String sentence) {
        if (sentence.length() <= WORDS_LENGTH_MAX) return sentence;
        var end = sentence.lastIndexOf(' ', WORDS_LENGTH_MAX);
        return sentence.substring(0, end > 0 ? end : WORDS_LENGTH_MAX);
    }

    private void note(Part instead, String yaml) {
        if (wanted) byPointer.put(instead.pointer(), yaml);
    }
}
