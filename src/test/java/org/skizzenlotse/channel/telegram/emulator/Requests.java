// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads calls as the real server does: GET or POST, a query, JSON, a form, or a form with files.
final class Requests {
    /// A bot may send files of 50 MB; the rest is for what goes with them.
    private static final int BODY_BYTES_MAX = 52 << 20;

    private final SchemaCheck check;

    Requests(SchemaCheck check) {
        this.check = check;
    }

    Request read(HttpExchange exchange, Method method) throws IOException {
        var parameters = Json.object();
        var parts = new HashMap<String, Upload>();
        form(method, exchange.getRequestURI().getRawQuery(), parameters);
        var body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
        if (body.length > BODY_BYTES_MAX) throw Refusal.tooLarge();
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (body.length > 0) body(method, type == null ? "" : type, body, parameters, parts);
        parameters.remove("method");
        return new Request(method, parameters, parts);
    }

    private void body(
            Method method,
            String type,
            byte[] body,
            ObjectNode parameters,
            Map<String, Upload> parts) {
        var kind = type.toLowerCase(ROOT);
        if (kind.startsWith("application/json")) {
            var tree = Json.read(new String(body, UTF_8)).filter(node -> node.isObject());
            parameters.setAll(
                    (ObjectNode)
                            tree.orElseThrow(() -> Refusal.badRequest("can't parse JSON object")));
        } else if (kind.startsWith("multipart/form-data")) {
            for (var part : Multipart.parts(type, body)) {
                if (part.isFile()) parts.put(part.name(), part.file());
                else put(method, part.name(), part.text(), parameters);
            }
        } else {
            form(method, new String(body, UTF_8), parameters);
        }
    }

    private void form(Method method, @Nullable String written, ObjectNode parameters) {
        if (written == null || written.isEmpty()) return;
        for (var pair : written.split("&", -1)) {
            int end = pair.indexOf('=');
            if (end <= 0) continue;
            var name = URLDecoder.decode(pair.substring(0, end), UTF_8);
            var value = URLDecoder.decode(pair.substring(end + 1), UTF_8);
            put(method, name, value, parameters);
        }
    }

    private void put(Method method, String name, String value, ObjectNode parameters) {
        parameters.set(name, check.typed(method, name, value));
    }
}
