// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// The few files that pages need, by their names: nothing else of the class path can be asked for.
final class StaticFiles {
    private static final String STYLES = "text/css; charset=utf-8";
    private static final Map<String, String> TYPES =
            Map.of(
                    "tokens.css", STYLES,
                    "style.css", STYLES,
                    "site.css", STYLES,
                    "staff.css", STYLES,
                    "author.css", STYLES,
                    "staff.js", "text/javascript; charset=utf-8",
                    "icon.svg", "image/svg+xml");

    private StaticFiles() {}

    static void addTo(RoutesConfig routes) {
        routes.get("/static/{name}", StaticFiles::serve);
        routes.get("/schema/{name}", StaticFiles::schema);
    }

    private static void schema(Context context) {
        var name = context.pathParam("name");
        if (!name.matches("[a-z0-9_-]{1,60}\\.schema\\.json")
                || StaticFiles.class.getResource("/schema/" + name) == null) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "");
        }
        context.result(read("/schema/" + name)).contentType("application/schema+json");
    }

    private static void serve(Context context) {
        var name = context.pathParam("name");
        var type = TYPES.get(name);
        if (type == null) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "");
        }
        context.result(read("/static/" + name))
                .contentType(type)
                .header("Cache-Control", "public, max-age=3600");
    }

    /// A file of the class path.
    static byte[] read(String name) {
        try (var stream = StaticFiles.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("not packaged: " + name);
            }
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
