// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.channel.web.SmallDialog;
import org.skizzenlotse.web.WebSettings;

/// Speaks to the API over HTTP and holds every answer against the description that the API itself
/// serves: an undescribed status, header or member fails.
final class ApiClient implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Set<String> READ_BY_NO_SCHEMA =
            Set.of("text/plain", "text/event-stream", "text/markdown", "application/octet-stream");

    private final @Nullable Served served;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final JsonNode description;
    private final Set<String> seen = new TreeSet<>();
    private String token = "";
    private int keys;

    /// A client of what was started so, which ends with it.
    static ApiClient of(Served served) throws Exception {
        return new ApiClient(served.address(), served);
    }

    /// The same of a small dialog that asks for files, written into this folder.
    static ApiClient withFiles(Path folder) throws Exception {
        return of(Served.start(WebSettings.loopback(0), SmallDialog.withFiles(folder)));
    }

    /// One more client.
    ApiClient(String address) throws Exception {
        this(address, null);
    }

    private ApiClient(String address, @Nullable Served served) throws Exception {
        this.address = address;
        this.served = served;
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/openapi.json")).build();
        this.description = MAPPER.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    /// What it was started with.
    Served served() {
        return Objects.requireNonNull(served);
    }

    JsonNode description() {
        return description;
    }

    /// What was answered so far: "GET /api/v1/dialogs 200".
    Set<String> seen() {
        return seen;
    }

    /// An answer, with its body as JSON where it is JSON.
    record Reply(int status, JsonNode json, String text) {
        String step() {
            return json.path("expects").path("step").asText();
        }

        String problem() {
            return json.path("type").asText().replace("/problems/", "");
        }
    }

    ApiClient begin(String dialog) throws Exception {
        var reply = post("/api/v1/conversations", "{\"dialog\":\"" + dialog + "\"}");
        assertThat(reply.status()).isEqualTo(201);
        token = reply.json().path("token").asText();
        return this;
    }

    String token() {
        return token;
    }

    void as(String another) {
        token = another;
    }

    Reply turn(String body) throws Exception {
        return turn("key-" + keys++, body);
    }

    Reply turn(String key, String body) throws Exception {
        return send(
                request("/api/v1/conversation/turns")
                        .POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key));
    }

    Reply post(String path, String body) throws Exception {
        return send(
                request(path)
                        .POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json"));
    }

    Reply post(String path) throws Exception {
        var request = request(path).header("Idempotency-Key", "key-" + keys++);
        return send(request.POST(BodyPublishers.noBody()));
    }

    Reply delete(String path) throws Exception {
        return send(request(path).DELETE());
    }

    Reply get(String path) throws Exception {
        return send(request(path));
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    Reply send(HttpRequest.Builder builder) throws Exception {
        var request = builder.build();
        var response = client.send(request, BodyHandlers.ofString());
        var type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        check(request, response, type);
        var json = type.endsWith("json") ? MAPPER.readTree(response.body()) : MAPPER.nullNode();
        return new Reply(response.statusCode(), json, response.body());
    }

    private void check(HttpRequest request, HttpResponse<String> response, String type)
            throws IOException {
        var path = request.uri().getPath().replaceFirst("/files/[^/]+", "/files/{file}");
        var place = request.method() + " " + path + " " + response.statusCode();
        seen.add(place);
        var described =
                description
                        .path("paths")
                        .path(path)
                        .path(request.method().toLowerCase(Locale.ROOT))
                        .path("responses")
                        .path(String.valueOf(response.statusCode()));
        assertThat(described.isObject()).as("described: %s", place).isTrue();
        for (var header : described.path("headers").properties()) {
            assertThat(response.headers().firstValue(header.getKey())).as(place).isPresent();
        }
        if (!described.has("content")) {
            assertThat(response.body()).as(place).isEmpty();
            return;
        }
        var content = described.path("content").path(type);
        assertThat(content.isObject()).as("%s as %s", place, type).isTrue();
        if (!READ_BY_NO_SCHEMA.contains(type)) {
            validate(content.path("schema"), response.body(), place);
        }
    }

    private void validate(JsonNode schema, String body, String place) throws IOException {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", description.path("components"));
        var errors = SCHEMAS.getSchema(whole).validate(MAPPER.readTree(body));
        assertThat(errors).as(place).isEmpty();
    }

    @Override
    public void close() throws IOException {
        client.close();
        if (served != null) served.close();
    }
}
