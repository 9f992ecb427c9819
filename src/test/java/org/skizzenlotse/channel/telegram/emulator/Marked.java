// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A text as it is shown, with its entities. Their places and lengths are in UTF-16 units.
record Marked(String text, ArrayNode entities) {
    /// Without the space around it, which the real server takes away.
    Marked trimmed() {
        var start = text.length() - text.stripLeading().length();
        var shown = text.strip();
        var kept = Json.array();
        for (var entity : entities) {
            int from = Math.max(0, entity.path("offset").asInt() - start);
            int to = entity.path("offset").asInt() + entity.path("length").asInt() - start;
            int length = Math.min(shown.length(), to) - from;
            if (length > 0) {
                kept.add(
                        ((ObjectNode) entity.deepCopy()).put("offset", from).put("length", length));
            }
        }
        return new Marked(shown, kept);
    }

    void into(ObjectNode message, String textName, String entitiesName) {
        message.remove(entitiesName);
        message.put(textName, text);
        if (!entities.isEmpty()) message.set(entitiesName, entities);
    }
}
