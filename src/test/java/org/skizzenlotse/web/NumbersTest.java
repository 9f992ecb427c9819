// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may read the numbers, and what health tells.
class NumbersTest {
    private static final String WORD = "ein-langes-geheimes-wort";

    private final AtomicInteger measured = new AtomicInteger();
    private final Vitals vitals =
            new Vitals() {
                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public List<Warning> warnings() {
                    return List.of(new Warning("mail_late", 2, "Zwei \"warten\""));
                }

                @Override
                public void measure(MeterRegistry numbers) {
                    measured.incrementAndGet();
                    numbers.gauge("probe.count", 7);
                }
            };

    @Test
    void whatShouldBeLookedAtIsNamedAndTheServiceStaysReady() throws Exception {
        try (var server = server("", "")) {
            var answer = get(server, "/health/ready");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(answer.body())
                    .isEqualTo(
                            "{\"status\":\"ready\",\"warnings\":[{\"kind\":\"mail_late\","
                                    + "\"count\":2,\"text\":\"Zwei \\\"warten\\\"\"}]}");
        }
    }

    @Test
    void withoutAPublicAddressThisMachineReadsThem() throws Exception {
        try (var server = server("", "")) {
            get(server, "/metrics");
            var numbers = get(server, "/metrics");

            assertThat(numbers.statusCode()).isEqualTo(200);
            assertThat(numbers.body())
                    .contains("probe_count 7.0", "jvm_memory_used_bytes", "process_uptime_seconds");
            assertThat(measured).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"})
    void whatAProxyPassesOnIsNoRequestOfThisMachine(String header) throws Exception {
        try (var server = server("", "")) {
            assertThat(get(server, "/metrics", header, "127.0.0.1").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void behindAPublicAddressNobodyReadsThemWithoutTheWord() throws Exception {
        try (var server = server("https://lotse.example", "")) {
            assertThat(get(server, "/metrics").statusCode()).isEqualTo(404);
        }
        try (var server = server("https://lotse.example", WORD)) {
            assertThat(get(server, "/metrics").statusCode()).isEqualTo(404);
            assertThat(get(server, "/metrics", "Authorization", "Bearer falsch").statusCode())
                    .isEqualTo(404);
            assertThat(get(server, "/metrics", "Authorization", "Bearer " + WORD).statusCode())
                    .isEqualTo(200);
        }
    }

    private WebServer server(String publicUrl, String word) {
        var settings =
                new WebSettings(
                        "127.0.0.1",
                        0,
                        publicUrl,
                        Set.of(),
                        Set.of(),
                        WebSettings.Limits.GENEROUS,
                        word);
        return WebServer.start(settings, vitals, List.of());
    }

    private static HttpResponse<String> get(WebServer server, String path, String... headers)
            throws Exception {
        var address = URI.create("http://127.0.0.1:" + server.port() + path);
        var request = HttpRequest.newBuilder(address);
        if (headers.length > 0) request.headers(headers);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
