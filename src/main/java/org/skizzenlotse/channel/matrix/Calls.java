// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Plain calls of the client-server API with one token; each blocks, for a minute at most.
final class Calls implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    /// What a homeserver needs at its worst; longer means that it does not answer.
    static final Duration CALL_MAX = Duration.ofMinutes(1);

    private static final Duration CONNECT_MAX = Duration.ofSeconds(20);

    private final HttpClient client;
    private final String base;
    private final String token;
    private final Duration callMax;
    private final AtomicBoolean revoked = new AtomicBoolean();

    /// `token` is empty before the login.
    Calls(String base, String token) {
        this(base, token, CALL_MAX);
    }

    /// The same with another patience.
    Calls(String base, String token, Duration callMax) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.token = token;
        this.callMax = callMax;
        this.client =
                HttpClient.newBuilder()
                        .version(
                                base.startsWith("https:")
                                        ? HttpClient.Version.HTTP_2
                                        : HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_MAX)
                        .build();
    }

    /// What the homeserver answered, whatever it is.
    record Answer(int status, JsonNode json) {
        boolean isGood() {
            return status / 100 == 2;
        }

        String errcode() {
            return json.path("errcode").asText("");
        }

        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /// Calls, and gives the JSON of a good answer.
    ///
    /// @throws Homeserver.Failed for any other answer
    JsonNode call(String method, String path, @Nullable String body) throws Homeserver.Failed {
        var answer = ask(method, path, body);
        if (!answer.isGood()) throw Failures.of(answer);
        return answer.json();
    }

    /// Calls; only an answer that does not come is a failure.
    Answer ask(String method, String path, @Nullable String body) throws Homeserver.Failed {
        var request =
                request(path, callMax)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        try {
            return whole(request, callMax);
        } catch (IOException unreachable) {
            throw Failures.unreachable();
        }
    }

    /// The answer with its body, all within that time; the client itself counts no longer than to
    /// the headers.
    Answer whole(HttpRequest request, Duration timeMax) throws Homeserver.Failed, IOException {
        var sent = client.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            var response = sent.get(timeMax.toMillis(), TimeUnit.MILLISECONDS);
            return answer(response, response.body());
        } catch (TimeoutException late) {
            throw Failures.soon("timeout");
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", ended);
        } finally {
            sent.cancel(true);
        }
    }

    HttpRequest.Builder request(String path, Duration timeMax) {
        var request =
                HttpRequest.newBuilder(URI.create(base + "/_matrix/" + path)).timeout(timeMax);
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return request;
    }

    /// Gives the answer as soon as it begins.
    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            return client.send(request, handler);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", ended);
        }
    }

    /// The answer of which these bytes are the body; notes that the token counts no more.
    Answer answer(HttpResponse<?> response, byte[] body) {
        var answer = new Answer(response.statusCode(), json(body));
        if (answer.status() == 429 && !answer.json().has("retry_after_ms")) {
            var seconds = response.headers().firstValueAsLong("Retry-After");
            if (seconds.isPresent() && answer.json() instanceof ObjectNode object) {
                object.put("retry_after_ms", seconds.getAsLong() * 1000);
            }
        }
        if (answer.errcode().equals("M_UNKNOWN_TOKEN")) revoked.set(true);
        return answer;
    }

    /// Whether the homeserver said that the token counts no more.
    boolean isRevoked() {
        return revoked.get();
    }

    void revoke() {
        revoked.set(true);
    }

    /// One part of a path.
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// What was said, or an empty object where it is no JSON.
    private static JsonNode json(byte[] body) {
        try {
            var read = JSON.readTree(body);
            return read == null || read.isMissingNode() ? JSON.createObjectNode() : read;
        } catch (IOException none) {
            return JSON.createObjectNode();
        }
    }

    static JsonNode parsed(String json) throws Homeserver.Failed {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw Failures.refused("no JSON");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
