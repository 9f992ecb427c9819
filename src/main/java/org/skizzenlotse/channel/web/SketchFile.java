// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import org.skizzenlotse.render.document.SketchDocument;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.render.SketchMarkdown;
import org.skizzenlotse.render.document.Odt;
import org.skizzenlotse.sketch.Sketch;

/// The forms in which people take their sketch along.
public enum SketchFile {
    /// For programs.
    JSON("json", "application/json"),
    /// For reading, and for pasting anywhere.
    MARKDOWN("md", "text/markdown"),
    /// For going on writing.
    DOCUMENT("odt", Odt.MEDIA_TYPE);

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
        return this == MARKDOWN ? mediaType + "; charset=utf-8" : mediaType;
    }

    byte[] of(Sketch sketch, ZoneId zone) {
        return switch (this) {
            case JSON -> new SketchJson().render(sketch).getBytes(UTF_8);
            case MARKDOWN -> new SketchMarkdown(zone).render(sketch).getBytes(UTF_8);
            case DOCUMENT -> new SketchDocument(zone).render(sketch);
        };
    }
}
