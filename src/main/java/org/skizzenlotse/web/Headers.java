// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The headers of every answer: what a browser may do with it, and who may call the API from
/// another origin. Nothing is kept by caches unless a handler says so.
final class Headers {
    private static final String PAGES_MAY =
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"
                    + " img-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'; require-trusted-types-for 'script'";

    private static final int PREFLIGHT_SECONDS = 600;

    /// What a script of another origin may read, beside what it always may.
    private static final String EXPOSED =
            "Retry-After, Location, Tus-Resumable, Upload-Length, Upload-Offset";

    private final Set<String> embedOrigins;
    private final Map<String, String> all;

    Headers(WebSettings settings) {
        this.embedOrigins = settings.embedOrigins();
        this.all = all(settings.isSecure());
    }

    void addTo(RoutesConfig routes) {
        routes.before(this::set);
        routes.before("/api/v1/*", this::allowEmbedding);
    }

    private void set(Context context) {
        all.forEach(context::header);
    }

    /// The headers that every answer has.
    Map<String, String> all() {
        return all;
    }

    private static Map<String, String> all(boolean secure) {
        var all = new LinkedHashMap<String, String>();
        all.put("Content-Security-Policy", PAGES_MAY);
        all.put("X-Content-Type-Options", "nosniff");
        all.put("X-Frame-Options", "DENY");
        all.put("Referrer-Policy", "no-referrer");
        all.put("Cross-Origin-Opener-Policy", "same-origin");
        all.put("Cross-Origin-Resource-Policy", "same-origin");
        all.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        all.put("Cache-Control", "no-store");
        if (secure) {
            all.put("Strict-Transport-Security", "max-age=31536000");
        }
        return Collections.unmodifiableMap(all);
    }

    /// CORS without credentials: the token travels in a header that the page sets itself.
    private void allowEmbedding(Context context) {
        context.header("Vary", "Origin");
        var sender = context.header("Origin");
        var origin = sender == null ? "" : sender;
        boolean welcome = embedOrigins.contains(origin);
        if (welcome) {
            context.header("Access-Control-Allow-Origin", origin)
                    .header("Access-Control-Expose-Headers", EXPOSED)
                    .header("Cross-Origin-Resource-Policy", "cross-origin");
        }
        if (context.method().equals(HandlerType.OPTIONS)
                && (welcome || context.header("Access-Control-Request-Method") != null)) {
            if (welcome) {
                allowMethods(context);
            }
            context.status(204).skipRemainingHandlers();
        }
    }

    private static void allowMethods(Context context) {
        context.header("Access-Control-Allow-Methods", "GET, HEAD, POST, PATCH, DELETE")
                .header(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, Idempotency-Key, Last-Event-ID, "
                                + "Tus-Resumable, Upload-Length, Upload-Metadata, Upload-Offset")
                .header("Access-Control-Max-Age", String.valueOf(PREFLIGHT_SECONDS));
    }
}
