// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.Problem.Severity;

/// A file that was read: its lines, its content as a tree, and where every key and value stands, by
/// JSON Pointer. What is wrong in it goes to its findings.
public final class Source {
    /// Words of a sentence that tell it apart; more of them are rarely in one line.
    private static final int WORDS_MAX = 4;

    /// Longer than any text of a dialog.
    private static final int LINES_MAX = 60;

    private final Lines text;
    private final JsonNode root;
    private final Places places;
    private final Findings findings;

    /// A file as it was written.
    record Lines(String file, List<String> lines) {}

    /// Where the keys and the values stand, by JSON Pointer.
    public record Places(Map<String, Place> keys, Map<String, Place> values) {
        /// Nowhere.
        public static final Places NONE = new Places(Map.of(), Map.of());
    }

    Source(Lines text, JsonNode root, Places places, Findings findings) {
        this.text = text;
        this.root = root;
        this.places = places;
        this.findings = findings;
    }

    /// Content without places, as it was stored.
    public static Source stored(String file, JsonNode root, Findings findings) {
        return new Source(new Lines(file, List.of()), root, Places.NONE, findings);
    }

    /// The path of the file, as authors know it.
    public String file() {
        return text.file();
    }

    /// The whole content.
    public Part root() {
        return new Part(this, "", root);
    }

    /// Whether something in this file was found to be wrong.
    public boolean hasErrors() {
        return findings.hasErrorsIn(text.file());
    }

    /// The same file with other findings.
    public Source reportingTo(Findings others) {
        return new Source(text, root, places, others);
    }

    Place key(String pointer) {
        var place = places.keys().get(pointer);
        return place != null ? place : value(pointer);
    }

    Place value(String pointer) {
        return places.values().getOrDefault(pointer, Place.NONE);
    }

    /// The place of words behind another one, by as many of the first ones as stand in a line.
    Place find(Place from, String words) {
        var first = List.of(words.split("\\s+"));
        for (int count = Math.min(WORDS_MAX, first.size()); count > 0; count--) {
            var start = String.join(" ", first.subList(0, count));
            for (int i = 0; i < LINES_MAX; i++) {
                var line = from.line() + i;
                if (line < 1 || line > text.lines().size()) break;
                var at = text.lines().get(line - 1).indexOf(start, i == 0 ? from.column() - 1 : 0);
                if (at >= 0) return new Place(line, at + 1, -1);
            }
        }
        return from;
    }

    /// Notes what is wrong at a place.
    public void report(Severity severity, Place place, String message, String proposal) {
        var index = place.line() - 1;
        var lines = text.lines();
        var excerpt = index >= 0 && index < lines.size() ? lines.get(index).stripTrailing() : "";
        findings.add(
                new Problem(
                        severity,
                        text.file(),
                        place.line(),
                        place.column(),
                        excerpt,
                        message,
                        proposal));
    }
}
