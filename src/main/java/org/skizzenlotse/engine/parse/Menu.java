// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A numbered list of things to choose: options first and open answers behind, or the other way
/// round. An entry is found by number, ID, text, button or synonym. The lexicon knows the words
/// between numbers.
public record Menu(List<Entry> entries, Lexicon lexicon) {
    private static final Pattern NUMBERED = Pattern.compile("^\\s*(\\d{1,3})\\s*[.):]?\\s*$");
    private static final Pattern NUMBER_FIRST =
            Pattern.compile("^\\s*(\\d{1,3})\\s*[.):]\\s*(\\S.*)$", Pattern.DOTALL);

    /// More pieces are no name of an option.
    private static final int PIECES_MAX = 8;

    /// Copies the list.
    public Menu {
        entries = List.copyOf(entries);
    }

    /// One thing to choose; `open` marks open answers, `note` whether it takes words beside it.
    public record Entry(String id, boolean open, boolean note, List<String> labels) {
        /// Copies the labels.
        public Entry {
            labels = List.copyOf(labels);
        }

        private boolean isCalled(String normal) {
            return !normal.isEmpty()
                    && labels.stream().anyMatch(label -> Words.normal(label).equals(normal));
        }

        private boolean isNearlyCalled(String normal) {
            return labels.stream().anyMatch(label -> Words.isNear(Words.normal(label), normal));
        }
    }

    /// An entry with the words beside it.
    public record Pick(Entry entry, String note) {}

    /// The entry called so, letter for letter in the compared form.
    public Optional<Entry> called(String text) {
        var normal = Words.normal(text);
        return entries.stream().filter(entry -> entry.isCalled(normal)).findFirst();
    }

    /// The entry with that number in the list, counted from 1.
    public Optional<Entry> numbered(String text) {
        var matcher = NUMBERED.matcher(text);
        return matcher.matches() ? at(matcher.group(1)) : Optional.empty();
    }

    private Optional<Entry> at(String number) {
        var index = Integer.parseInt(number) - 1;
        return index >= 0 && index < entries.size()
                ? Optional.of(entries.get(index))
                : Optional.empty();
    }

    /// The one entry meant by these words: by name, by number, by both, or by name and words
    /// beside.
    public Optional<Pick> pick(String text) {
        var plain = called(text).or(() -> numbered(text)).map(entry -> new Pick(entry, ""));
        return plain.isPresent() ? plain : withNote(text);
    }

    private Optional<Pick> withNote(String text) {
        Matcher numbered = NUMBER_FIRST.matcher(text);
        if (numbered.matches()) {
            var rest = numbered.group(2).strip();
            var entry = at(numbered.group(1));
            if (entry.isPresent() && entry.get().isCalled(Words.normal(rest)))
                return entry.map(one -> new Pick(one, ""));
            if (lexicon.menuWords().numbers().matcher(rest).matches()) return Optional.empty();
            return entry.filter(Entry::note).map(one -> new Pick(one, rest));
        }
        var colon = text.indexOf(':');
        if (colon < 0) return Optional.empty();
        return called(text.substring(0, colon))
                .filter(Entry::note)
                .map(entry -> new Pick(entry, text.substring(colon + 1).strip()));
    }

    /// The one entry that these words miss by a slip; none if several come near.
    public Optional<Entry> near(String text) {
        var normal = Words.normal(text);
        var near = entries.stream().filter(entry -> entry.isNearlyCalled(normal)).toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    /// The one entry that takes words beside it, if there is only one.
    Optional<Entry> onlyNote() {
        var noting = entries.stream().filter(Entry::note).toList();
        return noting.size() == 1 ? Optional.of(noting.getFirst()) : Optional.empty();
    }

    /// The pieces of an enumeration, with ranges of numbers ("1-3") spelled out.
    List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        for (var piece : split(text)) {
            var range = lexicon.menuWords().range().matcher(piece);
            if (!range.matches()) {
                pieces.add(piece);
                continue;
            }
            var from = Integer.parseInt(range.group(1));
            var to = Integer.parseInt(range.group(2));
            if (from > to) pieces.add(piece);
            if (to - from >= entries.size()) return List.of(piece);
            for (int number = from; number <= to; number++) pieces.add(String.valueOf(number));
        }
        return pieces;
    }

    /// The pieces between commas, "und" and the like; where several of them together are a name
    /// ("Armut, Wohnen und Nachbarschaft"), they stay together.
    private List<String> split(String text) {
        if (lexicon.menuWords().numbers().matcher(text).matches()) return numbers(text);
        var spans = Words.spans(text, lexicon.menuWords().separator());
        var pieces = new ArrayList<String>();
        for (int from = 0; from < spans.size(); from++) {
            int to = Math.min(spans.size(), from + PIECES_MAX) - 1;
            while (to > from && called(between(text, spans, from, to)).isEmpty()) to--;
            pieces.add(between(text, spans, from, to));
            from = to;
        }
        return pieces;
    }

    private static List<String> numbers(String text) {
        return Stream.of(text.split("\\D+", -1)).filter(one -> !one.isEmpty()).toList();
    }

    private static String between(String text, List<Words.Span> spans, int from, int to) {
        return text.substring(spans.get(from).from(), spans.get(to).to());
    }
}
