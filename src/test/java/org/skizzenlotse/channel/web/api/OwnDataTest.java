// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept of somebody is given out to them whole, and to nobody else.
class OwnDataTest {
    private static final String DATA = "/api/v1/conversation/data";
    private static final String MINE = "Kanarienvogel-Amsel";
    private static final String THEIRS = "Kanarienvogel-Drossel";

    @TempDir Path folder;

    @AutoClose private ApiClient client;

    @BeforeEach
    void start() throws Exception {
        client = ApiClient.withFiles(folder);
    }

    @Test
    void itIsWholeAndFitsItsSchemaAndHoldsNothingOfOthers() throws Exception {
        talk(THEIRS);
        talk(MINE);
        var reply = client.get(DATA);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).doesNotContain(THEIRS);
        var data = reply.json();
        assertValid(data);
        assertThat(data.at("/answers").toString())
                .contains(MINE + " antwortet", MINE + ".txt", "was es zeigt " + MINE);
        assertThat(data.at("/files/0/name").asText()).isEqualTo(MINE + ".txt");
        assertThat(data.at("/files/0/attached").asBoolean()).isTrue();
        assertThat(data.at("/consents/0/decision").asText()).isEqualTo("yes");
        assertThat(data.at("/consents/0/text").asText())
                .isEqualTo("Seid ihr einverstanden?\n\nWir probieren etwas aus.");
        assertThat(data.at("/consents/0/provenance/wording").asText()).hasSize(64);
        assertThat(data.at("/messages").toString()).contains("\"said\"", MINE + " antwortet");
        assertThat(data.at("/history").size()).isGreaterThan(3);
        assertThat(data.at("/submissions/0/revision").asInt()).isEqualTo(1);
    }

    @Test
    void whoWorksAlongStandsThereAndOnlyOnesOwnReceiptOfComing() throws Exception {
        talk(THEIRS);
        client.as("");
        client.begin("probe");
        turn("{'step':'ja','choose':['yes']}");
        turn("{'command':'invite'}");
        turn("{'step':'_name','text':'Benedikta'}");
        var first = invited("Xanthippe");
        var second = invited("Yolanthe");
        joined(second, "Yolanthe");
        joined(first, "Xanthippe " + MINE);
        var reply = client.get(DATA);
        assertThat(reply.text()).doesNotContain(THEIRS);
        var data = reply.json();
        assertValid(data);
        assertThat(data.at("/people").toString())
                .contains("{\"by\":\"applicant\",\"name\":\"Benedikta\",\"own\":false,")
                .contains("\"name\":\"Xanthippe " + MINE + "\",\"own\":true,")
                .contains("\"name\":\"Yolanthe\",\"own\":false,");
        assertThat(data.at("/joined").size()).isEqualTo(1);
        assertThat(data.at("/joined/0/by").asText()).isEqualTo("person_2");
        assertThat(data.at("/joined/0/text").asText()).contains("Dafür speichern wir euren Namen");
        assertThat(data.at("/joined/0/channel").asText()).isEqualTo("web");
        assertThat(data.at("/joined/0/at").asText()).startsWith("20");
    }

    private String invited(String name) throws Exception {
        turn("{'command':'invite'}");
        var link = said("{'step':'_invite','text':'%s'}".formatted(name)).at("/link").asText();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private void joined(String secret, String name) throws Exception {
        var body = "{'secret':'%s','name':'%s','agreed':true}".formatted(secret, name);
        var here = client.post("/api/v1/join", body.replace('\'', '"'));
        assertThat(here.status()).isEqualTo(201);
        client.as(here.json().at("/token").asText());
    }

    @Test
    void beforeAnythingIsSaidItFitsItsSchemaToo() throws Exception {
        client.begin("probe");
        assertValid(client.get(DATA).json());
    }

    @Test
    void withoutATokenOrAfterErasingThereIsNothing() throws Exception {
        assertThat(client.get(DATA).status()).isEqualTo(401);
        talk(MINE);
        turn("{'command':'erase'}");
        turn("{'step':'_confirm','choose':['yes']}");
        var gone = client.get(DATA);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text()).doesNotContain(MINE);
    }

    /// Beginning and a yes are two requests; the command and its confirmation are two as well.
    @Test
    void takingBackTakesNoMoreRequestsThanGiving() throws Exception {
        client.begin("probe");
        turn("{'step':'ja','choose':['yes']}");
        var asked = client.turn("{\"command\":\"withdraw\"}");
        assertThat(asked.json().at("/expects/text").asText()).contains("alles sofort");
        turn("{'step':'_confirm','choose':['yes']}");
        assertThat(client.get(DATA).status()).isEqualTo(410);
    }

    private void talk(String words) throws Exception {
        client.as("");
        client.begin("probe");
        turn("{'step':'ja','choose':['yes']}");
        var file = upload(words);
        turn(
                "{'step':'unterlagen','files':[{'id':'%s','description':'was es zeigt %s'}]}"
                        .formatted(file, words));
        turn("{'step':'frage','text':'%s antwortet'}".formatted(words));
        turn("{'step':'_review','choose':['submit']}");
    }

    private String upload(String words) throws Exception {
        var name = Base64.getEncoder().encodeToString((words + ".txt").getBytes(UTF_8));
        var step = Base64.getEncoder().encodeToString("unterlagen".getBytes(UTF_8));
        var files = "/api/v1/conversation/files";
        var begun =
                client.send(
                        client.request(files)
                                .header("Tus-Resumable", "1.0.0")
                                .header("Upload-Length", "" + words.length())
                                .header(
                                        "Upload-Metadata",
                                        "filename %s,step %s".formatted(name, step))
                                .POST(BodyPublishers.noBody()));
        assertThat(begun.status()).isEqualTo(201);
        var id = client.get(files).json().findValue("id").asText();
        var sent =
                client.send(
                        client.request(files + "/" + id)
                                .header("Tus-Resumable", "1.0.0")
                                .header("Upload-Offset", "0")
                                .header("Content-Type", "application/offset+octet-stream")
                                .method("PATCH", BodyPublishers.ofString(words)));
        assertThat(sent.status()).isEqualTo(204);
        return id;
    }

    private void turn(String body) throws Exception {
        said(body);
    }

    private JsonNode said(String body) throws Exception {
        var reply = client.turn(body.replace('\'', '"'));
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }

    /// By the schema as it is served.
    private void assertValid(JsonNode data) throws Exception {
        var request =
                java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create(
                                        client.served().address()
                                                + "/schema/meine-daten-1.schema.json"))
                        .build();
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            var text =
                    http.send(request, java.net.http.HttpResponse.BodyHandlers.ofString()).body();
            var schema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(new ObjectMapper().readTree(text));
            assertThat(schema.validate(data)).isEmpty();
        }
    }
}
