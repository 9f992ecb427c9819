// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.sketch.Attached;
import org.skizzenlotse.sketch.Sketch;

/// What came along, as parts behind those of what was handed in: what it is, its result, and what
/// was answered there.
final class AttachedOutline {
    private AttachedOutline() {}

    static List<Outline.Part> parts(Attached attached, ZoneId zone) {
        var sketch = attached.sketch();
        if (sketch == null)
            return List.of(new Outline.Part(Words.ATTACHED, List.of(passage(Words.GONE, ""))));
        var passages = new ArrayList<Outline.Passage>();
        passages.add(
                passage(
                        Visible.line(sketch.title()),
                        sketch.schema().isEmpty()
                                ? ""
                                : String.join("\n", Outline.head(sketch, zone))));
        if (!attached.light().isEmpty()) passages.add(passage(Words.RESULT, result(attached)));
        var parts = new ArrayList<Outline.Part>();
        parts.add(new Outline.Part(Words.ATTACHED, passages));
        parts.addAll(Outline.parts(sketch, told(sketch), Words.ATTACHED + ": "));
        return parts;
    }

    private static String result(Attached attached) {
        var lines = new ArrayList<String>();
        lines.add(Visible.of(attached.light()));
        for (var reason : attached.reasons()) lines.add("– " + Visible.line(reason));
        return String.join("\n", lines);
    }

    /// What nobody was asked, and what does not apply, tells nothing here.
    private static List<Sketch.Section> told(Sketch sketch) {
        return sketch.sections().stream().filter(one -> !one.entries().isEmpty()).toList();
    }

    private static Outline.Passage passage(String name, String text) {
        var lines = text.isEmpty() ? List.<Outline.Line>of() : List.of(new Outline.Line("", text));
        return new Outline.Passage(name, "", lines);
    }
}
