// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;

/// How much the service does, at `/metrics`. Numbers carry the route's pattern, never a path, a
/// token or an address. They are for whoever has the word of the setting; while there is none, only
/// for this machine, and for nobody once people come through a public address: a proxy on this
/// machine would pass on strangers.
final class Numbers {
    private static final String STARTED = "skizzenlotse.started";
    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private final WebSettings settings;
    private final Vitals vitals;
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private boolean measured;

    Numbers(WebSettings settings, Vitals vitals) {
        this.settings = settings;
        this.vitals = vitals;
    }

    void addTo(RoutesConfig routes) {
        routes.before(context -> context.attribute(STARTED, System.nanoTime()));
        routes.after(this::count);
        routes.get("/metrics", this::show);
    }

    private void show(Context context) {
        if (!mayRead(context)) throw new Refusal(Refusal.Kind.NOT_FOUND, "");
        if (!vitals.isReady()) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "Die Datenablage antwortet nicht.");
        }
        measure();
        context.result(registry.scrape()).contentType("text/plain; version=0.0.4; charset=utf-8");
    }

    /// Not at the start, which they would make slower.
    private synchronized void measure() {
        if (measured) return;
        measured = true;
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        vitals.measure(registry);
    }

    private boolean mayRead(Context context) {
        var word = settings.metricsToken();
        if (word.isEmpty()) {
            return settings.publicUrl().isEmpty()
                    && isLoopback(context.req().getRemoteAddr())
                    && FORWARDED.stream().allMatch(name -> context.header(name) == null);
        }
        var given = context.header("Authorization");
        var wanted = "Bearer " + word;
        return given != null
                && MessageDigest.isEqual(given.getBytes(UTF_8), wanted.getBytes(UTF_8));
    }

    private static boolean isLoopback(String address) {
        try {
            // an address, so nothing is looked up
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private void count(Context context) {
        Long started = context.attribute(STARTED);
        if (started == null) return;
        Timer.builder("http.requests")
                .tag("method", method(context))
                .tag("route", Problems.route(context))
                .tag("status", String.valueOf(context.statusCode()))
                .register(registry)
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
