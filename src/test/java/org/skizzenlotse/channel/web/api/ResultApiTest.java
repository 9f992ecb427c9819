// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.engine.turn.PreScreening;
import org.skizzenlotse.web.WebSettings;

/// The pre-screening over the API, to its result and on from there.
class ResultApiTest {
    @AutoClose private Served served;

    @BeforeEach
    void open() throws Exception {
        served = Served.start(WebSettings.loopback(0));
    }

    private static ApiClient.Reply screened(ApiClient api, PreScreening.Sample sample)
            throws Exception {
        var reply = api.begin("vorpruefung").get("/api/v1/conversation");
        while (!reply.step().equals("_result")) {
            var options = sample.answers().getOrDefault(reply.step(), java.util.List.of());
            var ids =
                    options.stream()
                            .map(one -> "\"" + one + "\"")
                            .collect(Collectors.joining(",", "\"choose\":[", "]"));
            var answer = options.isEmpty() ? "\"open\":\"unknown\"" : ids;
            reply = api.turn("{\"step\":\"" + reply.step() + "\"," + answer + "}");
        }
        return reply;
    }

    @Test
    void theApiSaysWhatTheEngineSays() throws Exception {
        for (var sample : PreScreening.samples(8)) {
            try (var api = new ApiClient(served.address())) {
                var reply = screened(api, sample);
                assertThat(reply.json().path("expects").path("text").asText())
                        .isEqualTo(sample.result());
            }
        }
    }

    @Test
    void goingOnNamesTheDialogThatIsBegunWithTheToken() throws Exception {
        try (var api = new ApiClient(served.address())) {
            screened(api, PreScreening.samples(1).getFirst());
            var gone = api.turn("{\"step\":\"_result\",\"choose\":[\"skizze\"]}");
            assertThat(gone.json().path("next").path("dialog").asText()).isEqualTo("skizze");
            assertThat(gone.json().path("next").path("title").asText()).isNotEmpty();
            var begun =
                    api.post(
                            "/api/v1/conversations",
                            "{\"dialog\":\"skizze\",\"from\":\"" + api.token() + "\"}");
            api.as(begun.json().path("token").asText());
            var consented = api.turn("{\"step\":\"einwilligung\",\"choose\":[\"yes\"]}");
            assertThat(consented.step()).isEqualTo("_taken_over");
            assertThat(consented.json().has("next")).isFalse();
        }
    }
}
