// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;

/// Calls a server in the plainest way, as its own tests do.
final class Asked implements AutoCloseable {
    static final String TOKEN = "123456:AA-test_token";

    private final HttpClient http = HttpClient.newHttpClient();
    private final BotServer server;

    Asked(BotServer server) {
        this.server = server;
    }

    /// The whole answer, whatever its code.
    JsonNode ask(String method, String json) throws IOException, InterruptedException {
        return Json.read(send(method, "application/json", json).body()).orElseThrow();
    }

    /// The result of what must go well.
    JsonNode get(String method, String json) throws IOException, InterruptedException {
        var answer = ask(method, json);
        if (!answer.path("ok").asBoolean()) throw new AssertionError(answer.toString());
        return answer.path("result");
    }

    /// The description of what must go wrong.
    String refused(String method, String json) throws IOException, InterruptedException {
        var answer = ask(method, json);
        if (answer.path("ok").asBoolean()) throw new AssertionError("it went well");
        return answer.path("error_code").asInt() + " " + answer.path("description").asText();
    }

    HttpResponse<String> send(String method, String type, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(place("/bot" + TOKEN + "/" + method))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body, UTF_8))
                        .build(),
                BodyHandlers.ofString(UTF_8));
    }

    HttpResponse<byte[]> fetch(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(place(path)).GET().build(), BodyHandlers.ofByteArray());
    }

    private URI place(String path) {
        return URI.create(server.address() + path);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
