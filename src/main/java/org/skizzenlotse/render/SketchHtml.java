// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.time.ZoneId;
import java.util.List;
import org.skizzenlotse.sketch.Sketch;

/// The sketch as an HTML fragment, an `article` with headings from `h2` on: the page around it has
/// the `h1`. Each answer finds its own direction of writing.
public final class SketchHtml implements Renderer {
    /// Fits a screen and a sheet, needs nothing from anywhere, and keeps the colours of the reader.
    private static final String STYLE =
            """
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto;
              padding: 0 1rem; overflow-wrap: anywhere; }
            h1, h2, h3, h4 { line-height: 1.2; break-after: avoid; }
            .open { border: 1px solid; padding: 0 1rem; }
            """;

    private final ZoneId zone;

    /// Times are written in this zone.
    public SketchHtml(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String mediaType() {
        return "text/html";
    }

    @Override
    public String render(Sketch sketch) {
        var outline = Outline.of(sketch, zone);
        var html = new StringBuilder("<article class=\"sketch\" lang=\"de\">\n");
        html.append(element("h2", outline.title()));
        html.append("<p>").append(String.join("<br>\n", texts(outline.head()))).append("</p>\n");
        open(html, outline.open());
        for (var part : outline.parts()) part(html, part);
        return html.append("</article>\n").toString();
    }

    /// The same as a page of its own, for reading and printing without us.
    public String page(Sketch sketch) {
        var title = (Visible.line(sketch.reference()) + " Skizze").strip();
        return """
        <!doctype html>
        <html lang="de">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <h1>%s</h1>
        %s</body>
        </html>
        """
                .formatted(Visible.html(title), STYLE, Visible.html(title), render(sketch));
    }

    private static void open(StringBuilder html, List<Outline.Point> points) {
        html.append("<section class=\"open\">\n").append(element("h3", Words.OPEN));
        if (points.isEmpty()) {
            html.append(element("p", Words.NOTHING_OPEN));
        } else {
            html.append("<ul>\n");
            for (var point : points) {
                html.append("<li><strong>").append(Visible.html(point.name()));
                html.append("</strong>: ").append(Visible.html(point.why())).append("</li>\n");
            }
            html.append("</ul>\n");
        }
        html.append("</section>\n");
    }

    private static void part(StringBuilder html, Outline.Part part) {
        html.append("<section>\n").append(element("h3", part.title()));
        for (var passage : part.passages()) {
            html.append(element("h4", passage.name()));
            if (!passage.state().isEmpty()) {
                html.append("<p class=\"state\">").append(Visible.html(passage.state()));
                html.append("</p>\n");
            }
            for (var line : passage.lines()) answer(html, line);
            if (!passage.by().isEmpty())
                html.append("<p class=\"by\">").append(Visible.html(passage.by())).append("</p>\n");
        }
        html.append("</section>\n");
    }

    private static void answer(StringBuilder html, Outline.Line line) {
        if (!line.label().isEmpty()) {
            html.append("<h5>").append(Visible.html(line.label())).append("</h5>\n");
        }
        for (var paragraph : line.paragraphs()) {
            var lines = String.join("<br>\n", texts(paragraph.lines().toList()));
            html.append("<p dir=\"auto\">").append(lines).append("</p>\n");
        }
    }

    private static List<String> texts(List<String> lines) {
        return lines.stream().map(Visible::html).toList();
    }

    private static String element(String tag, String text) {
        return "<" + tag + ">" + Visible.html(text) + "</" + tag + ">\n";
    }
}
