// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.web.WebSettings;

/// The OpenAPI document says what is there, all of it, and nothing else. That the answers have the
/// described form is held by [ApiClient], in every test that uses it.
class DescriptionTest {
    private static final String TURNS = "/api/v1/conversation/turns";
    private static final String STARTS = "/api/v1/conversations";
    private static final String KEY = "/api/v1/conversation/key";
    private static final String TOKEN = "/api/v1/conversation/token";
    private static final String RETURN = "/api/v1/return";
    private static final String ARRIVAL = "/api/v1/arrival";
    private static final String INVITATION = "/api/v1/invitation";
    private static final String JOIN = "/api/v1/join";
    private static final String HELP = "{\"command\":\"help\"}";

    /// These need a crowd or a failing disk, or never end: they are tested alone; so are files.
    private static final Set<String> TESTED_ALONE =
            Set.of(
                    "GET /api/v1/conversation/messages 200",
                    "GET /api/v1/conversation/meeting 200",
                    "GET /api/v1/conversation/meeting 401",
                    "GET /api/v1/conversation/meeting 404",
                    "GET /api/v1/conversation/meeting 410",
                    "GET /api/v1/conversation/sketch 404",
                    "GET /api/v1/conversation/data 200",
                    "GET /api/v1/conversation/data 401",
                    "GET /api/v1/conversation/data 410",
                    "GET /api/v1/conversation/data 429",
                    "GET /api/v1/conversation/data 503",
                    "GET /api/v1/conversation/open-questions 404",
                    "POST /api/v1/invitation 200",
                    "POST /api/v1/join 201");

    @AutoClose private ApiClient client;

    @BeforeEach
    void start() throws Exception {
        client = ApiClient.of(Served.start(WebSettings.loopback(0)));
    }

    @Test
    void itsSchemasAreSchemas() {
        var meta =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(client.description().path("openapi").asText()).startsWith("3.1.");
        for (var schema : client.description().path("components").path("schemas")) {
            assertThat(meta.validate(schema)).isEmpty();
        }
    }

    @Test
    void everyDescribedAnswerIsGivenAndNoOther() throws Exception {
        withoutAToken();
        withAToken();

        assertThat(client.seen()).isEqualTo(described());
    }

    private void withoutAToken() throws Exception {
        client.get("/api/v1/openapi.json");
        client.get("/api/v1/dialogs");
        for (var path : List.of("", "/messages", "/sketch", "/open-questions")) {
            client.get("/api/v1/conversation" + path);
        }
        client.turn(HELP);
        client.get(ARRIVAL);
        client.post(KEY);
        client.delete(TOKEN);
        for (var body : List.of("{}", key("AAAAA"), key("0".repeat(25)), "x".repeat(70_000))) {
            client.post(RETURN, body);
        }
        client.send(client.request(RETURN).POST(BodyPublishers.ofString("{}")));
        for (var path : List.of(INVITATION, JOIN)) {
            client.post(path, "{}");
            client.post(path, "x".repeat(70_000));
            client.send(client.request(path).POST(BodyPublishers.ofString("{}")));
        }
        client.post(INVITATION, "{\"secret\":\"x\"}");
        client.post(JOIN, "{\"secret\":\"x\",\"name\":\"Kim\",\"agreed\":true}");
        client.post(STARTS, "{\"dialog\":\"skizze\",\"variant\":\"xx\"}");
        client.post(STARTS, "{\"dialog\":\"nirgends\"}");
        client.post(STARTS, "x".repeat(70_000));
        client.send(client.request(STARTS).POST(BodyPublishers.ofString("{}")));
    }

    private void withAToken() throws Exception {
        client.begin("skizze").turn("{\"step\":\"einwilligung\",\"choose\":[\"yes\"]}");
        client.get("/api/v1/conversation");
        for (var path : List.of("/sketch", "/open-questions")) {
            client.get("/api/v1/conversation" + path);
            client.send(
                    client.request("/api/v1/conversation" + path).header("Accept", "image/png"));
        }
        client.turn("once", HELP);
        client.turn("once", "{\"command\":\"why\"}");
        client.turn("{}");
        client.turn("x".repeat(70_000));
        var form = client.request(TURNS).POST(BodyPublishers.ofString("{}"));
        client.send(form.header("Idempotency-Key", "k").header("Content-Type", "text/plain"));
        client.send(client.request(KEY).POST(BodyPublishers.noBody()));
        client.send(
                client.request(KEY)
                        .header("Idempotency-Key", "once")
                        .POST(BodyPublishers.noBody()));
        var key = key(client.post(KEY).json().path("key").asText());
        var here = client.token();
        client.as(client.post(RETURN, key).json().path("token").asText());
        client.delete(TOKEN);
        client.as(here);
        moves(here);
        client.turn("{\"command\":\"erase\"}");
        client.turn("{\"step\":\"_confirm\",\"choose\":[\"yes\"]}");
        for (var path : List.of("", "/messages", "/sketch", "/open-questions")) {
            client.get("/api/v1/conversation" + path);
        }
        client.turn(HELP);
        client.post(KEY);
        client.delete(TOKEN);
        client.post(RETURN, key);
        client.get(ARRIVAL);
    }

    private void moves(String here) throws Exception {
        var code = client.turn("{\"command\":\"move\"}").json().path("code").asText();
        client.as(client.post(RETURN, key(code)).json().path("token").asText());
        client.get(ARRIVAL);
        client.as("0".repeat(43));
        client.get(ARRIVAL);
        client.as(here);
        client.get(ARRIVAL);
    }

    private static String key(String letters) {
        return "{\"key\":\"" + letters + "\"}";
    }

    private Set<String> described() {
        var described = new TreeSet<String>();
        for (var path : client.description().path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                var name = method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + " ";
                for (var answer : method.getValue().path("responses").properties()) {
                    described.add(name + answer.getKey());
                }
            }
        }
        described.removeIf(one -> one.endsWith(" 429") || one.endsWith(" 503"));
        described.removeAll(TESTED_ALONE);
        described.removeIf(one -> one.matches(".*/(files|upload-links)[ /].*"));
        return described;
    }
}
