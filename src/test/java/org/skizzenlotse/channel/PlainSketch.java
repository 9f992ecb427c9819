// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.sketch.Sketch;

/// A sketch without what differs by channel and time: what was said must be the same everywhere.
public final class PlainSketch {
    private static final Set<String> OWN =
            Set.of("provenance", "reference", "submitted_at", "dialog_hash");

    private PlainSketch() {}

    /// Of this sketch, as JSON that can be read in a failed comparison.
    public static String of(Sketch sketch) {
        return plain(SketchJson.tree(sketch)).toPrettyString();
    }

    private static JsonNode plain(JsonNode sketch) {
        if (sketch instanceof ObjectNode object) object.remove(OWN);
        sketch.forEach(PlainSketch::plain);
        return sketch;
    }
}
