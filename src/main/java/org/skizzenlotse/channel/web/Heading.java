// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.engine.Expects;

/// What a page asks: its heading, and what stands below.
record Heading(String text, String body) {
    /// The question is the heading, unless a station or a consent has a shorter one.
    static Heading of(Expects expects, Words words) {
        var station = words.station(expects.step().value());
        if (!station.isEmpty()) {
            boolean listsTheSketch = expects.step().value().equals("_review");
            return new Heading(station, listsTheSketch ? withoutList(expects) : expects.text());
        }
        if (expects.type().equals("consent") && !expects.hints().shortText().isEmpty()) {
            return new Heading(expects.hints().shortText(), expects.text());
        }
        return aroundQuestion(paragraphs(expects));
    }

    /// Where the text ends with its question, that is the heading: before it may stand what was
    /// said earlier. Otherwise the text begins with it.
    private static Heading aroundQuestion(List<String> paragraphs) {
        var heading =
                paragraphs.getLast().contains("?") ? paragraphs.getLast() : paragraphs.getFirst();
        var body = new ArrayList<>(paragraphs);
        body.remove(heading);
        return new Heading(heading, String.join("\n\n", body));
    }

    private static List<String> paragraphs(Expects expects) {
        return List.of(expects.text().strip().split("\\n\\s*\\n", -1));
    }

    /// The words around the list of answers, which pages show as a summary of their own.
    private static String withoutList(Expects expects) {
        var paragraphs = paragraphs(expects);
        var lists = paragraphs.stream().filter(one -> one.startsWith("- ")).toList();
        if (lists.isEmpty()) {
            return expects.text();
        }
        var kept = new ArrayList<>(paragraphs.subList(0, paragraphs.indexOf(lists.getFirst())));
        kept.addAll(
                paragraphs.subList(paragraphs.lastIndexOf(lists.getLast()) + 1, paragraphs.size()));
        return String.join("\n\n", kept);
    }
}
