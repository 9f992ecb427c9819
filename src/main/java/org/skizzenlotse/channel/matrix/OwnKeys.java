// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;

/// The account's cross-signing keys as the homeserver has them.
record OwnKeys(boolean exist, boolean signDevice) {
    static OwnKeys ask(Calls calls, String user, String device) throws Failed {
        var request = Calls.JSON.createObjectNode();
        request.putObject("device_keys").putArray(user);
        var answer = calls.call("POST", "client/v3/keys/query", request.toString());
        var signing = answer.path("self_signing_keys").path(user).path("keys");
        var signatures =
                answer.path("device_keys").path(user).path(device).path("signatures").path(user);
        return new OwnKeys(
                answer.path("master_keys").path(user) instanceof ObjectNode,
                hasAny(signing, signatures));
    }

    private static boolean hasAny(JsonNode signing, JsonNode signatures) {
        for (var keys = signing.fieldNames(); keys.hasNext(); ) {
            if (signatures.has(keys.next())) return true;
        }
        return false;
    }
}
