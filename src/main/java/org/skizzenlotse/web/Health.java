// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/// Whether the service lives and can work. What should be looked at is named without making it
/// unready: restarting would not help.
final class Health {
    private final Vitals vitals;

    Health(Vitals vitals) {
        this.vitals = vitals;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/health/live", context -> context.result("ok"));
        routes.get("/health/ready", this::ready);
    }

    private void ready(Context context) {
        if (!vitals.isReady()) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "Die Datenablage antwortet nicht.");
        }
        var answer = JsonNodeFactory.instance.objectNode().put("status", "ready");
        var warnings = answer.putArray("warnings");
        for (var warning : vitals.warnings()) {
            warnings.addObject()
                    .put("kind", warning.kind())
                    .put("count", warning.count())
                    .put("text", warning.text());
        }
        context.result(answer.toString()).contentType("application/json");
    }
}
