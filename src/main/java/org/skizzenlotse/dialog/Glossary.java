// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What words mean, in the order of reading. A word is known in its usual forms of German and
/// English ("offene Lizenz", "offenen Lizenzen"), and in those that its author adds.
public final class Glossary {
    /// Nothing is explained.
    public static final Glossary NONE = new Glossary("", List.of());

    /// Terms of more words are none.
    private static final int WORDS_MAX = 4;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*");
    private static final List<String> ENDINGS =
            List.of("", "e", "n", "en", "s", "es", "er", "em", "ern", "nen");

    private final String title;
    private final List<Term> terms;
    private final Map<String, Term> forms = new HashMap<>();

    /// A word, what it means, and other words and forms for the same.
    public record Term(String word, String text, List<String> also) {
        /// Copies the list.
        public Term {
            also = List.copyOf(also);
        }
    }

    /// These terms under this heading.
    public Glossary(String title, List<Term> terms) {
        this.title = title;
        this.terms = List.copyOf(terms);
        for (var term : terms) forms.put(lower(term.word()), term);
        for (var term : terms) {
            inflected(term.word()).forEach(form -> forms.putIfAbsent(form, term));
            for (var other : term.also())
                inflected(other).forEach(form -> forms.putIfAbsent(form, term));
        }
    }

    private static Set<String> inflected(String term) {
        var all = new LinkedHashSet<>(List.of(""));
        for (var word : lower(term).split("\\s+", 0)) {
            var longer = new LinkedHashSet<String>();
            for (var before : all)
                for (var form : forms(word)) longer.add((before + " " + form).strip());
            all = longer;
        }
        return all;
    }

    private static Set<String> forms(String word) {
        var stem = word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
        var forms = new LinkedHashSet<>(List.of(word));
        for (var ending : ENDINGS) {
            forms.add(word + ending);
            if (!ending.isEmpty()) forms.add(stem + ending);
        }
        return forms;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.GERMAN);
    }

    /// The heading.
    public String title() {
        return title;
    }

    /// What is explained.
    public List<Term> terms() {
        return terms;
    }

    /// What each word means, in the order of reading.
    public Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        for (var term : terms) words.put(term.word(), term.text());
        return Collections.unmodifiableMap(words);
    }

    /// The term that is meant by words of its own, in any form.
    public Optional<Term> term(String asked) {
        var known = forms.get(lower(asked));
        if (known != null) return Optional.of(known);
        var bare = WORD.matcher(lower(asked)).results().map(one -> one.group()).toList();
        return Optional.ofNullable(forms.get(String.join(" ", bare)));
    }

    /// The terms that a text uses, each once; of two at one place the longer one.
    public List<Term> in(String text) {
        var found = new LinkedHashSet<Term>();
        var words = WORD.matcher(lower(text)).results().map(one -> one.group()).toList();
        for (int i = 0; i < words.size(); ) i += use(words, i, found);
        return new ArrayList<>(found);
    }

    private int use(List<String> words, int at, Set<Term> found) {
        for (int length = Math.min(WORDS_MAX, words.size() - at); length > 0; length--) {
            var term = forms.get(String.join(" ", words.subList(at, at + length)));
            if (term != null) {
                found.add(term);
                return length;
            }
        }
        return 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glossary glossary
                && title.equals(glossary.title)
                && terms.equals(glossary.terms);
    }

    @Override
    public int hashCode() {
        return 31 * title.hashCode() + terms.hashCode();
    }
}
