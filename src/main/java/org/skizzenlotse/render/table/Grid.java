// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.table;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.skizzenlotse.render.Outline;
import org.skizzenlotse.render.Visible;
import org.skizzenlotse.sketch.Sketch;

/// Sketches and their sections as rows of plain text, the first one naming the columns. Sections of
/// several dialogs meet where they are called the same.
record Grid(List<List<String>> rows) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final List<String> HEAD =
            List.of("Kennung", "Fassung", "Eingereicht am", "Fragebogen");

    static Grid of(List<Sketch> sketches, ZoneId zone) {
        var names = names(sketches);
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<>(HEAD);
        head.addAll(names);
        rows.add(head);
        for (var sketch : sketches) {
            var row = new ArrayList<>(head(sketch, zone));
            var texts = texts(sketch);
            for (var name : names) row.add(texts.getOrDefault(name, ""));
            rows.add(row);
        }
        return new Grid(rows);
    }

    /// The same with rows as columns.
    Grid turned() {
        var turned = new ArrayList<List<String>>();
        for (int i = 0; i < rows.getFirst().size(); i++) {
            int column = i;
            turned.add(rows.stream().map(row -> row.get(column)).toList());
        }
        return new Grid(turned);
    }

    private static List<String> head(Sketch sketch, ZoneId zone) {
        var at = sketch.submittedAt();
        return List.of(
                Visible.line(sketch.reference()),
                "" + sketch.revision(),
                at == null ? "" : TIME.format(at.atZone(zone)),
                Visible.line(sketch.dialog()));
    }

    /// A section that only some have stands behind the one that it follows there.
    private static SequencedSet<String> names(List<Sketch> sketches) {
        var names = new ArrayList<String>();
        for (var sketch : sketches) {
            int at = 0;
            for (var passage : Outline.passages(sketch)) {
                int known = names.indexOf(passage.name());
                if (known < 0) names.add(at, passage.name());
                at = (known < 0 ? at : known) + 1;
            }
        }
        return new LinkedHashSet<>(names);
    }

    private static Map<String, String> texts(Sketch sketch) {
        return Outline.passages(sketch).stream()
                .collect(
                        Collectors.toMap(
                                Outline.Passage::name, Grid::text, (a, b) -> a + "\n" + b));
    }

    private static String text(Outline.Passage passage) {
        var lines = new ArrayList<String>();
        if (!passage.state().isEmpty()) lines.add(passage.state());
        for (var line : passage.lines())
            lines.add(line.label().isEmpty() ? line.text() : line.label() + ": " + line.text());
        if (!passage.by().isEmpty()) lines.add(passage.by());
        return Visible.xml(String.join("\n", lines));
    }
}
