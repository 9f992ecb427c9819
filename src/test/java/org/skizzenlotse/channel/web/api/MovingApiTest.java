// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.web.WebSettings;

/// A conversation moves to another device over the API.
class MovingApiTest {
    private Served served;
    private ApiClient old;
    private ApiClient fresh;

    @BeforeEach
    void start() throws Exception {
        served = Served.known("http://lotse.example");
        old = new ApiClient(served.address()).begin("skizze");
        fresh = new ApiClient(served.address());
    }

    @AfterEach
    void stop() throws Exception {
        old.close();
        fresh.close();
        served.close();
    }

    private ApiClient.Reply shows(String typed) throws Exception {
        return fresh.post("/api/v1/return", "{\"key\":\"" + typed + "\"}");
    }

    @Test
    void theTokenOpensNothingUntilTheOtherDeviceSaysYes() throws Exception {
        var made = old.turn("{\"command\":\"move\"}").json();
        var waiting = shows(made.path("link").asText());
        assertThat(waiting.status()).isEqualTo(202);
        fresh.as(waiting.json().path("token").asText());
        assertThat(fresh.get("/api/v1/conversation").status()).isEqualTo(401);
        assertThat(fresh.get("/api/v1/arrival").json()).isEqualTo(waiting.json());

        var asked = old.get("/api/v1/conversation").json().path("expects");
        assertThat(asked.path("html").asText())
                .contains("<strong>" + waiting.json().path("number").asInt() + "</strong>");
        old.turn("{\"step\":\"_arrival\",\"choose\":[\"yes\"]}");

        assertThat(fresh.get("/api/v1/arrival").step()).isEqualTo("einwilligung");
        assertThat(fresh.get("/api/v1/conversation").status()).isEqualTo(200);
    }

    @Test
    void aNoEndsTheWaiting() throws Exception {
        var code = old.turn("{\"command\":\"move\"}").json().path("code").asText();
        fresh.as(shows(code).json().path("token").asText());
        old.turn("{\"step\":\"_arrival\",\"choose\":[\"no\"]}");
        assertThat(fresh.get("/api/v1/arrival").status()).isEqualTo(404);
        assertThat(fresh.get("/api/v1/conversation").status()).isEqualTo(401);
    }

    @Test
    void whereThereIsABotTheSameLinkLeadsToIt() throws Exception {
        var made = old.turn("{\"command\":\"move\"}").json();
        var secret = made.path("link").asText().replaceFirst("^.*/umzug/", "");
        assertThat(made.path("telegram").asText())
                .isEqualTo("https://t.me/" + Served.BOT + "?start=" + secret);
        assertThat(made.path("matrix").asText())
                .isEqualTo("https://matrix.to/#/%40lotse%3Aexample.org");
        assertThat(old.get("/api/v1/conversation").json().has("telegram")).isFalse();
        assertThat(old.get("/api/v1/conversation").json().has("matrix")).isFalse();
        assertThat(old.turn("{\"command\":\"key\"}").json().has("telegram")).isFalse();
    }

    @Test
    void thePictureIsToldOnlyWhereTheWholeAddressIsKnown() throws Exception {
        var made = old.turn("{\"command\":\"move\"}").json();
        assertThat(made.path("link").asText()).startsWith("http://lotse.example/umzug/");
        assertThat(made.path("qr").path("size").asInt()).isGreaterThan(28);
        assertThat(old.get("/api/v1/conversation").json().has("qr")).isFalse();
        try (var local = Served.start(WebSettings.loopback(0));
                var client = new ApiClient(local.address())) {
            var plain = client.begin("skizze").turn("{\"command\":\"move\"}").json();
            assertThat(plain.has("qr")).isFalse();
            assertThat(plain.has("telegram")).isFalse();
            assertThat(plain.path("link").asText()).startsWith("/umzug/");
        }
    }
}
