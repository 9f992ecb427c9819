// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.document;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.ZoneId;
import java.util.List;
import org.skizzenlotse.render.Visible;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.sketch.Sketch;

/// The sketch as PDF, with its JSON inside as `sketch.json`.
public final class SketchPdf {
    private static final String MADE_BY_THE_BUILD = "org.skizzenlotse.pages";
    private static final String JSON = "sketch.json";

    private static final TemplateEngine PAGES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, MADE_BY_THE_BUILD);

    private final ZoneId zone;
    private final SketchJson json = new SketchJson();
    private final PagePdf pdf = new PagePdf();

    /// Times are written in this zone.
    public SketchPdf(ZoneId zone) {
        this.zone = zone;
    }

    /// The sketch as a file of type [PagePdf#MEDIA_TYPE].
    public byte[] render(Sketch sketch) {
        var xhtml = new StringOutput();
        PAGES.render("dokument/skizze.jte", SketchPage.of(sketch, zone), xhtml);
        var title = Visible.line(sketch.reference() + " " + sketch.title());
        var page = PagePdf.page(Visible.xml(xhtml.toString()), title, "de");
        var source =
                new PagePdf.Source(
                        JSON, json.mediaType(), json.render(sketch), sketch.submittedAt());
        return pdf.render(page, List.of(source));
    }
}
