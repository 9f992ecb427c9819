// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skizzenlotse.dialog.proof.words.Sentences.Sentence;
import org.skizzenlotse.dialog.source.Part;

/// A text that people read: where it stands, and how authors name the place ("traeger.help").
record Prose(Part part, String label, String plain, List<Sentence> sentences) {
    /// Copies the list.
    Prose {
        sentences = List.copyOf(sentences);
    }

    /// Keys whose values are texts, or lists of texts.
    private static final Set<String> TEXTS =
            Set.of(
                    "text",
                    "short",
                    "why",
                    "help",
                    "notice",
                    "examples",
                    "button",
                    "say",
                    "title",
                    "intro",
                    "review",
                    "full",
                    "done",
                    "means",
                    "if_open",
                    "brief",
                    "promises",
                    "check");

    /// Keys of objects whose values are texts, whatever their keys are.
    private static final Set<String> MAPS =
            Set.of(
                    "open_text",
                    "purposes",
                    "glossary",
                    "conditions",
                    "rules",
                    "lights",
                    "sections",
                    "criteria");

    /// What is no text for readers.
    private static final Set<String> SKIPPED =
            Set.of("silenced", "also", "staff", "when", "compute");

    private static final List<String> IDS = List.of("ask", "id");

    /// The texts of a file in their order.
    static List<Prose> in(Part root) {
        var all = new ArrayList<Prose>();
        for (var entry : root.entries().entrySet())
            walk(entry.getValue(), entry.getKey(), labelled("", entry.getKey()), all);
        return all;
    }

    private static void walk(Part part, String key, String label, List<Prose> all) {
        if (SKIPPED.contains(key)) return;
        if (part.node().isArray()) {
            var entries = part.list();
            for (int i = 0; i < entries.size(); i++) {
                var entry = entries.get(i);
                var name = entry.node().isObject() ? "" : key;
                walk(entry, name, inList(label, key, entry, i), all);
            }
        } else if (part.node().isObject()) inside(part.entries(), key, label, all);
        else if (TEXTS.contains(key) && !part.text().isEmpty()) {
            var plain = Sentences.plain(part.text());
            all.add(new Prose(part, label, plain, Sentences.of(plain)));
        }
    }

    private static void inside(
            Map<String, Part> entries, String key, String label, List<Prose> all) {
        // a notice is named by `say`
        var isNotice = entries.containsKey("say") && entries.containsKey("text");
        entries.forEach((name, part) -> {
            if (isNotice && name.equals("say")) return;
            var isText = MAPS.contains(key) && part.node().isValueNode();
            walk(part, isText ? "text" : name, labelled(label, name), all);
        });
    }

    private static String inList(String label, String key, Part entry, int index) {
        for (var id : IDS)
            if (entry.has(id))
                return key.equals("steps") ? entry.text(id) : labelled(label, entry.text(id));
        if (key.equals("steps") && entry.has("say")) return entry.text("say");
        return labelled(label, String.valueOf(index + 1));
    }

    private static String labelled(String label, String key) {
        if (key.equals("steps")) return label;
        return label.isEmpty() ? key : label + "." + key;
    }

    /// Whether this is the place that an author names, or lies in it.
    boolean isAt(String place) {
        return place.isEmpty() || label.equals(place) || label.startsWith(place + ".");
    }

    /// The words of all sentences in order.
    List<String> words() {
        return sentences.stream().flatMap(one -> one.words().stream()).toList();
    }
}
