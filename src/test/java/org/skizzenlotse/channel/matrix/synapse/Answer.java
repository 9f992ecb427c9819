// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix.synapse;

import com.fasterxml.jackson.databind.JsonNode;

/// What the homeserver answered.
public record Answer(int status, JsonNode json) {
    /// Its `errcode`, empty where all went well.
    public String error() {
        return json.path("errcode").asText("");
    }

    /// What came of that which must go well.
    public JsonNode done() {
        if (status != 200) throw new AssertionError(status + " " + json);
        return json;
    }
}
