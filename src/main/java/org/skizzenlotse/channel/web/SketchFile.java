// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import org.skizzenlotse.render.SketchHtml;
import org.skizzenlotse.render.SketchMarkdown;
import org.skizzenlotse.render.document.Odt;
import org.skizzenlotse.render.document.PagePdf;
import org.skizzenlotse.render.document.SketchDocument;
import org.skizzenlotse.render.document.SketchPdf;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.sketch.Sketch;

/// The forms in which people take their sketch along.
public enum SketchFile {
    /// For programs.
    JSON("json", "application/json"),
    /// For reading, and for pasting anywhere.
    MARKDOWN("md", "text/markdown"),
    /// For going on writing.
    DOCUMENT("odt", Odt.MEDIA_TYPE),
    /// For reading, printing and keeping.
    PDF("pdf", PagePdf.MEDIA_TYPE),
    /// The same for whoever reads with a browser and how they set it.
    PAGE("html", "text/html");

    private final String ending;
    private final String mediaType;

    SketchFile(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /// Of its name, without a dot.
    public String ending() {
        return ending;
    }

    /// Without parameters.
    public String mediaType() {
        return mediaType;
    }

    /// What is sent as its type.
    String contentType() {
        return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
    }

    byte[] of(Sketch sketch, ZoneId zone) {
        return switch (this) {
            case JSON -> new SketchJson().render(sketch).getBytes(UTF_8);
            case MARKDOWN -> new SketchMarkdown(zone).render(sketch).getBytes(UTF_8);
            case DOCUMENT -> new SketchDocument(zone).render(sketch);
            case PDF -> new SketchPdf(zone).render(sketch);
            case PAGE -> new SketchHtml(zone).page(sketch).getBytes(UTF_8);
        };
    }
}
