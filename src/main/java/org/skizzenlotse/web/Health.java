// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Whether the service lives and can work, and how much it does. Numbers carry the route's pattern,
/// never a path, a token or an address.
final class Health {
    private static final String STARTED = "skizzenlotse.started";

    private final BooleanSupplier ready;
    private final PrometheusMeterRegistry numbers =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Health(BooleanSupplier ready) {
        this.ready = ready;
    }

    void addTo(RoutesConfig routes) {
        routes.before(context -> context.attribute(STARTED, System.nanoTime()));
        routes.after(this::count);
        routes.get("/health/live", context -> context.result("ok"));
        routes.get("/health/ready", this::ready);
        routes.get(
                "/metrics",
                context ->
                        context.result(numbers.scrape())
                                .contentType("text/plain; version=0.0.4; charset=utf-8"));
    }

    private void ready(Context context) {
        if (!ready.getAsBoolean()) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "Die Datenablage antwortet nicht.");
        }
        context.result("ready");
    }

    private void count(Context context) {
        Long started = context.attribute(STARTED);
        if (started == null) {
            return;
        }
        Timer.builder("http.requests")
                .tag("method", method(context))
                .tag("route", Problems.route(context))
                .tag("status", String.valueOf(context.statusCode()))
                .register(numbers)
                .record(Duration.ofNanos(System.nanoTime() - started));
    }

    /// A caller may invent methods: each would be a series of its own.
    private static String method(Context context) {
        var method = context.method().name();
        return switch (method) {
            case "GET", "POST", "HEAD", "OPTIONS" -> method;
            default -> "other";
        };
    }
}
