// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.document;

import java.time.ZoneId;
import java.util.ArrayList;
import org.skizzenlotse.render.Outline;
import org.skizzenlotse.render.Words;
import org.skizzenlotse.sketch.Sketch;

/// The sketch as a document in which people go on writing, for whoever helps them or funds them.
public final class SketchDocument {
    private final ZoneId zone;

    /// Times are written in this zone.
    public SketchDocument(ZoneId zone) {
        this.zone = zone;
    }

    /// The sketch as a file of type [Odt#MEDIA_TYPE].
    public byte[] render(Sketch sketch) {
        var outline = Outline.of(sketch, zone);
        var document = new Odt("de").heading(1, outline.title());
        document.paragraph(String.join("\n", outline.head()));
        document.heading(2, Words.OPEN);
        if (outline.open().isEmpty()) document.paragraph(Words.NOTHING_OPEN);
        var points = new ArrayList<String>();
        for (var point : outline.open()) points.add(point.name() + ": " + point.why());
        document.points(points);
        for (var part : outline.parts()) {
            document.heading(2, part.title());
            for (var passage : part.passages()) passage(document, passage);
        }
        return document.bytes();
    }

    private static void passage(Odt document, Outline.Passage passage) {
        document.heading(3, passage.name());
        if (!passage.state().isEmpty()) document.paragraph(passage.state());
        for (var line : passage.lines()) {
            var label = line.label();
            for (var paragraph : line.paragraphs()) {
                document.paragraph(label, paragraph);
                label = "";
            }
        }
        if (!passage.by().isEmpty()) document.paragraph(passage.by());
    }
}
