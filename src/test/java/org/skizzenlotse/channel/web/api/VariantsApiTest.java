// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.channel.web.TwoVariants;
import org.skizzenlotse.web.WebSettings;

/// Languages over HTTP: offered, proposed by the browser, and chosen by the person alone.
class VariantsApiTest {
    @TempDir Path folder;

    @AutoClose private ApiClient client;

    @BeforeEach
    void start() throws Exception {
        var limits = WebSettings.Limits.GENEROUS;
        TwoVariants.write(folder);
        client =
                ApiClient.of(
                        Served.start(
                                new WebSettings("127.0.0.1", 0, "", Set.of(), Set.of(), limits),
                                folder));
    }

    private JsonNode begin(String dialog, String wish) throws Exception {
        var reply =
                client.send(
                        client.request("/api/v1/conversations")
                                .POST(BodyPublishers.ofString("{\"dialog\":\"" + dialog + "\"}"))
                                .header("Content-Type", "application/json")
                                .header("Accept-Language", wish));
        assertThat(reply.status()).isEqualTo(201);
        client.as(reply.json().path("token").asText());
        return reply.json();
    }

    @Test
    void aWishOfTheBrowserIsOfferedAndNotTaken() throws Exception {
        var view = begin("zwei", "en-GB,en;q=0.8,de;q=0.5");
        assertThat(view.path("variant").asText()).isEqualTo("de");
        assertThat(view.path("variants").findValuesAsText("id")).containsExactly("de", "en");
        assertThat(view.path("messages").findValuesAsText("lang")).containsOnly("de");
        var english = client.turn("{\"command\":\"language\",\"variant\":\"en\"}").json();
        assertThat(english.path("variant").asText()).isEqualTo("en");
        assertThat(english.at("/expects/text").asText()).isEqualTo("What is it?");
        var messages = client.get("/api/v1/conversation").json().path("messages");
        assertThat(messages.findValuesAsText("lang")).contains("de", "en");
    }

    @Test
    void aWishThatNobodyCanFulfilIsAnsweredInItsOwnLanguage() throws Exception {
        var first = begin("eins", "en-US,en;q=0.9").path("messages").path(0);
        assertThat(first.path("lang").asText()).isEqualTo("en");
        assertThat(first.path("text").asText()).contains("in German only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "de-AT,en;q=0.4", "*", "tlh", "x;q=y", ",,,"})
    void otherwiseNothingIsSaidOfLanguages(String wish) throws Exception {
        var view = begin("eins", wish);
        assertThat(view.path("messages").findValuesAsText("lang")).containsOnly("de");
        assertThat(view.path("variants").isMissingNode()).isTrue();
    }

    @Test
    void aVariantThatTheDialogLacksIsNoRequest() throws Exception {
        var body = "{\"dialog\":\"eins\",\"variant\":\"en\"}";
        assertThat(client.post("/api/v1/conversations", body).status()).isEqualTo(400);
        body = body.replace("eins", "zwei");
        var view = client.post("/api/v1/conversations", body).json();
        assertThat(view.path("variant").asText()).isEqualTo("en");
    }
}
