// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.web.WebSettings;

class ApiTest {
    private static final String NOTHING = "{\"step\":\"vorhandenes\",\"choose\":[\"nein\"]}";
    private static final String YES = "{\"step\":\"einwilligung\",\"choose\":[\"yes\"]}";
    private static final String SHORT = "{\"step\":\"_scope\",\"choose\":[\"short\"]}";
    private static final String HELP = "{\"command\":\"help\"}";
    private static final String TURNS = "/api/v1/conversation/turns";

    @AutoClose private ApiClient client;

    @BeforeEach
    void start() throws Exception {
        open(WebSettings.Limits.GENEROUS);
    }

    private void open(WebSettings.Limits limits) throws Exception {
        client =
                ApiClient.of(
                        Served.start(
                                new WebSettings("127.0.0.1", 0, "", Set.of(), Set.of(), limits)));
    }

    @Test
    void aConversationBeginsAndGoesOn() throws Exception {
        var dialogs = client.get("/api/v1/dialogs").json().path("dialogs");
        assertThat(dialogs.findValuesAsText("id")).contains("skizze");

        client.begin("skizze");
        assertThat(client.token()).matches("[A-Za-z0-9_-]{22,}");
        assertThat(client.turn(YES).step()).isEqualTo("_scope");
        assertThat(client.turn(SHORT).step()).isEqualTo("vorhandenes");
        assertThat(client.turn(NOTHING).step()).isEqualTo("problem");
        var reply = client.turn("{\"text\":\"Das Essen *reicht* nicht.\"}");

        assertThat(reply.step()).isEqualTo("veraenderung");
        assertThat(reply.json().path("lifecycle").asText()).isEqualTo("draft");
        assertThat(reply.json().path("reference").isMissingNode()).isTrue();
        var whole = client.get("/api/v1/conversation").json();
        assertThat(whole.path("expects")).isEqualTo(reply.json().path("expects"));
        assertThat(whole.path("messages").size()).isGreaterThan(3);
    }

    @Test
    void everyFormOfAnAnswerArrives() throws Exception {
        client.begin("skizze").turn(YES);
        client.turn(SHORT);
        client.turn(NOTHING);
        client.turn("{\"step\":\"problem\",\"text\":\"Das Essen reicht nicht.\"}");

        assertThat(client.turn("{\"step\":\"veraenderung\",\"open\":\"later\"}").step())
                .isEqualTo("loesung");
        var change = client.turn("{\"command\":\"change\",\"step\":\"problem\"}");
        assertThat(change.json().at("/expects/current/value/text").asText())
                .isEqualTo("Das Essen reicht nicht.");
        assertThat(client.turn("{\"command\":\"continue\"}").step()).isEqualTo("loesung");
        assertThat(client.turn("{\"step\":\"_confirm\",\"choose\":[\"yes\"]}").step())
                .as("an answer to what is not asked is no answer to what is")
                .isEqualTo("loesung");
    }

    @Test
    void aRepeatGetsTheSameAnswerAndHappensOnce() throws Exception {
        client.begin("skizze").turn(YES);
        var first = client.turn("one", SHORT);
        var again = client.turn("one", SHORT);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(client.get("/api/v1/conversation").json().at("/expects/revision"))
                .isEqualTo(first.json().at("/expects/revision"));

        var other = client.turn("one", HELP);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("key-reused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{} {}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{}",
                "{\"step\":\"problem\"}",
                "{\"text\":1}",
                "{\"text\":\"a\",\"open\":\"later\"}",
                "{\"choose\":[\"yes\"]}",
                "{\"step\":\"problem\",\"choose\":\"yes\"}",
                "{\"step\":\"Groß\",\"open\":\"later\"}",
                "{\"step\":\"problem\",\"open\":\"vielleicht\"}",
                "{\"step\":\"problem\",\"value\":\"text\"}",
                "{\"step\":\"problem\",\"value\":{\"number\":1e999999999}}",
                "{\"command\":\"zaubern\"}",
                "{\"text\":\"\\u0000\"}",
                "{\"text\":\"\\ud800\"}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}"
            })
    void whatIsNotUnderstoodIsRefused(String body) throws Exception {
        client.begin("skizze");
        var before = client.get("/api/v1/conversation").json().at("/expects/revision");
        var reply = client.turn(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("malformed");
        assertThat(client.get("/api/v1/conversation").json().at("/expects/revision"))
                .as("nothing happened")
                .isEqualTo(before);
    }

    @Test
    void anUnknownMemberIsNamedAndNothingElseOfWhatWasSent() throws Exception {
        client.begin("skizze");
        var reply = client.turn("{\"text\":\"geheim\",\"txet\":\"geheim\"}");

        assertThat(reply.json().path("detail").asText()).contains("`txet`");
        assertThat(reply.text()).doesNotContain("geheim");
        assertThat(client.turn("{\"<script>geheim\":1}").text()).doesNotContain("geheim");
    }

    @Test
    void aKeyIsNeededAndHasAForm() throws Exception {
        client.begin("skizze");

        assertThat(client.post(TURNS, YES).problem()).isEqualTo("key-missing");
        assertThat(client.turn("x".repeat(201), YES).problem()).isEqualTo("key-missing");
        assertThat(client.turn("with space", YES).problem()).isEqualTo("key-missing");
        assertThat(client.turn("!".repeat(200), YES).status()).isEqualTo(200);
    }

    @Test
    void anErasedConversationIsGone() throws Exception {
        client.begin("skizze").turn(YES);
        client.turn("{\"command\":\"erase\"}");
        client.turn("{\"step\":\"_confirm\",\"choose\":[\"yes\"]}");

        for (var path : List.of("", "/messages", "/sketch")) {
            assertThat(client.get("/api/v1/conversation" + path).status()).isEqualTo(410);
        }
        assertThat(client.turn(HELP).problem()).isEqualTo("gone");
    }

    @Test
    void theSketchComesAsItIsAskedFor() throws Exception {
        client.begin("skizze").turn(YES);
        client.turn(SHORT);
        client.turn(NOTHING);
        client.turn("{\"text\":\"Das Essen reicht nicht.\"}");

        assertThat(sketch("*/*").json().toString()).contains("Das Essen reicht nicht.");
        assertThat(sketch("application/json;q=0.5, text/markdown").text())
                .startsWith("# ")
                .contains("Das Essen reicht nicht");
        assertThat(sketch("text/*;q=0.1, application/json").json().isObject()).isTrue();
        assertThat(sketch("image/png").problem()).isEqualTo("not-acceptable");
        assertThat(sketch("application/json;q=0").problem()).isEqualTo("not-acceptable");
    }

    private ApiClient.Reply sketch(String accept) throws Exception {
        return client.send(client.request("/api/v1/conversation/sketch").header("Accept", accept));
    }

    @Test
    void tokensAreTakenFromNoUrl() throws Exception {
        var token = client.begin("skizze").token();
        client.as("");

        for (var name : List.of("token", "access_token")) {
            var reply = client.get("/api/v1/conversation?" + name + "=" + token);
            assertThat(reply.problem()).isEqualTo("unknown-token");
        }
        client.as("x".repeat(43));
        assertThat(client.get("/api/v1/conversation").problem()).isEqualTo("unknown-token");
    }

    @Test
    void whatIsTooLargeOrNoJsonIsRefused() throws Exception {
        client.begin("skizze");
        assertThat(client.turn("x".repeat(70_000)).problem()).isEqualTo("too-large");
        var plain = client.request(TURNS).POST(BodyPublishers.ofString(YES));
        var reply = client.send(plain.header("Idempotency-Key", "k").header("Content-Type", "a/b"));
        assertThat(reply.problem()).isEqualTo("media-type");
    }

    @Test
    void onlyDialogsThatAreThereCanBeBegun() throws Exception {
        var start = "/api/v1/conversations";
        assertThat(client.post(start, "{\"dialog\":\"nirgends\"}").problem())
                .isEqualTo("unknown-dialog");
        assertThat(client.post(start, "{\"dialog\":\"skizze\",\"variant\":\"xx\"}").problem())
                .isEqualTo("malformed");
    }

    @Test
    void whatCannotBeMadeDurableIsNotAcknowledged() throws Exception {
        client.begin("skizze");
        client.served().breakDisk();

        assertThat(client.turn(YES).problem()).isEqualTo("unavailable");
        assertThat(client.post("/api/v1/conversations", "{\"dialog\":\"skizze\"}").problem())
                .isEqualTo("unavailable");
        for (var path : List.of("", "/messages", "/sketch")) {
            assertThat(client.get("/api/v1/conversation" + path).status()).isEqualTo(503);
        }
    }

    @Test
    void whoStartsOrAsksTooOftenWaits() throws Exception {
        client.close();
        open(new WebSettings.Limits(3, 100, 1, 1_000, 3, 100));
        client.begin("skizze");

        var second = client.post("/api/v1/conversations", "{\"dialog\":\"skizze\"}");
        assertThat(second.problem()).isEqualTo("too-many");
        client.turn(YES);
        client.get("/api/v1/conversation");
        assertThat(client.get("/api/v1/conversation").problem()).isEqualTo("too-many");
    }
}
