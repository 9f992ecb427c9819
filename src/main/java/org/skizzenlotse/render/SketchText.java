// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.skizzenlotse.sketch.Sketch;

/// The sketch as plain text for mails and terminals, at most 76 columns wide; only words longer
/// than that (web addresses) are wider.
public final class SketchText implements Renderer {
    private static final int COLUMNS = 76;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final ZoneId zone;

    /// Times are written in this zone.
    public SketchText(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public String render(Sketch sketch) {
        var outline = Outline.of(sketch, zone);
        var text = new StringBuilder();
        heading(text, outline.title(), '=');
        for (var line : outline.head()) wrap(text, "", "", line);
        text.append("\n\n");
        open(text, outline.open());
        for (var part : outline.parts()) part(text, part);
        return text.toString();
    }

    private static void open(StringBuilder text, List<Outline.Point> points) {
        heading(text, Words.OPEN, '-');
        if (points.isEmpty()) wrap(text, "", "", Words.NOTHING_OPEN);
        for (var point : points) wrap(text, "- ", "  ", point.name() + ": " + point.why());
    }

    private static void part(StringBuilder text, Outline.Part part) {
        text.append("\n\n");
        heading(text, part.title(), '-');
        for (var passage : part.passages()) {
            if (text.charAt(text.length() - 2) != '-') text.append('\n');
            wrap(text, "", "", passage.name());
            if (!passage.state().isEmpty()) wrap(text, "  ", "  ", passage.state());
            for (var line : passage.lines()) answer(text, line);
            if (!passage.by().isEmpty()) wrap(text, "  ", "  ", passage.by());
        }
    }

    private static void answer(StringBuilder text, Outline.Line line) {
        var words = line.label().isEmpty() ? line.text() : line.label() + ": " + line.text();
        words.lines().forEach(one -> wrap(text, "  ", "  ", one));
    }

    private static void heading(StringBuilder text, String title, char rule) {
        int before = text.length();
        wrap(text, "", "", title);
        int wide = Math.min(COLUMNS, text.length() - before - 1);
        text.append(String.valueOf(rule).repeat(Math.max(3, wide))).append('\n');
    }

    /// One line of the source as lines of the text, the first after `first`, the others after
    /// `next`.
    private static void wrap(StringBuilder text, String first, String next, String line) {
        var row = new StringBuilder(first);
        boolean empty = true;
        for (var word : SPACES.split(line.strip(), -1)) {
            if (!empty && columns(row) + 1 + columns(word) > COLUMNS) {
                text.append(row).append('\n');
                row = new StringBuilder(next);
                empty = true;
            }
            if (!empty) row.append(' ');
            row.append(word);
            empty = false;
        }
        text.append(row.toString().stripTrailing()).append('\n');
    }

    private static int columns(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
