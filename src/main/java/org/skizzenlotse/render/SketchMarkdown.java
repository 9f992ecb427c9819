// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.skizzenlotse.sketch.Sketch;

/// The sketch as Markdown. Answers are escaped, so that none of them is ever read as Markdown or
/// HTML; their lines stay lines.
public final class SketchMarkdown implements Renderer {
    private static final Pattern SPECIAL =
            Pattern.compile("[\\\\`*_\\[\\]<>&#|~$]" + "|!(?=\\[)" + "|:(?=//)");
    private static final Pattern LINE_START = Pattern.compile("^([-+=:]|\\d{1,9}(?=[.)]))");

    private final ZoneId zone;

    /// Times are written in this zone.
    public SketchMarkdown(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String mediaType() {
        return "text/markdown";
    }

    @Override
    public String render(Sketch sketch) {
        var outline = Outline.of(sketch, zone);
        var blocks = new ArrayList<String>();
        blocks.add("# " + escaped(outline.title()));
        blocks.add(String.join("\\\n", outline.head().stream().map(SketchMarkdown::line).toList()));
        blocks.add("## " + Words.OPEN);
        blocks.add(open(outline.open()));
        for (var part : outline.parts()) {
            blocks.add("## " + escaped(part.title()));
            for (var passage : part.passages()) passage(blocks, passage);
        }
        return String.join("\n\n", blocks) + "\n";
    }

    private static String open(List<Outline.Point> points) {
        if (points.isEmpty()) return Words.NOTHING_OPEN;
        return String.join("\n", points.stream().map(SketchMarkdown::point).toList());
    }

    private static String point(Outline.Point point) {
        return "- **" + escaped(point.name()) + "**: " + escaped(point.why());
    }

    private static void passage(List<String> blocks, Outline.Passage passage) {
        blocks.add("### " + escaped(passage.name()));
        if (!passage.state().isEmpty()) blocks.add(line(passage.state()));
        for (var one : passage.lines()) {
            var text = paragraphs(one);
            blocks.add(one.label().isEmpty() ? text : "**" + escaped(one.label()) + ":** " + text);
        }
        if (!passage.by().isEmpty()) blocks.add("*" + escaped(passage.by()) + "*");
    }

    /// Lines end in a backslash, which keeps them apart; empty lines set paragraphs apart.
    private static String paragraphs(Outline.Line answer) {
        var paragraphs = new ArrayList<String>();
        for (var paragraph : answer.paragraphs()) {
            var lines = paragraph.lines().map(SketchMarkdown::line).filter(l -> !l.isEmpty());
            paragraphs.add(String.join("\\\n", lines.toList()));
        }
        return String.join("\n\n", paragraphs);
    }

    private static String line(String text) {
        var line = escaped(text.strip());
        var start = LINE_START.matcher(line);
        if (!start.find()) return line;
        var marker = start.group();
        var rest = line.substring(start.end());
        return Character.isDigit(marker.charAt(0)) ? marker + "\\" + rest : "\\" + line;
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }
}
