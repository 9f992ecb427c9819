// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import java.util.Set;

/// Reads what somebody sends who was invited.
final class JoinRequests {
    private JoinRequests() {}

    /// Reads the secret of an invitation.
    static String secret(String body) {
        return JsonRequests.only(body, "secret");
    }

    /// Reads the body by which somebody comes in: the secret of the invitation, and how they are
    /// called. Without their yes to what the invitation says nobody comes in.
    static Joining joining(String body) {
        var json = JsonRequests.object(body);
        JsonRequests.knowsOnly(json, Set.of("secret", "name", "agreed"));
        if (!json.path("agreed").asBoolean(false)) throw JsonRequests.malformed("`agreed` fehlt.");
        return new Joining(JsonRequests.text(json, "secret"), JsonRequests.text(json, "name"));
    }

    /// Who comes in.
    record Joining(String secret, String name) {
        @Override
        public String toString() {
            return "Joining";
        }
    }
}
