// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class VisitorsTest {
    private static final String ADDRESS = "203.0.113.77";

    private Instant now = Instant.parse("2026-11-23T23:30:00Z");

    /// A clock that a test sets, or that breaks.
    private static Clock clock(Supplier<Instant> time) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return time.get();
            }
        };
    }

    @Test
    void theSameVisitorHasAnotherNameEachDay() {
        var visitors = new Visitors(Set.of(), clock(() -> now));
        var today = visitors.name(ADDRESS);
        assertThat(today).doesNotContain("203").isEqualTo(visitors.name(ADDRESS));
        assertThat(visitors.name("203.0.113.78")).isNotEqualTo(today);
        now = now.plus(Duration.ofHours(1));
        assertThat(visitors.name(ADDRESS)).isNotEqualTo(today);
        now = now.minus(Duration.ofHours(1));
        assertThat(visitors.name(ADDRESS)).as("the key of a day is gone").isNotEqualTo(today);
        assertThat(new Visitors(Set.of(), clock(() -> now)).name(ADDRESS))
                .as("no other process has it")
                .isNotEqualTo(visitors.name(ADDRESS));
    }

    @Test
    void whereNobodyCanBeCountedNothingIsTaken() throws Exception {
        var taken = new AtomicInteger();
        var settings =
                new WebSettings(
                        "127.0.0.1", 0, "", Set.of(), Set.of(), WebSettings.Limits.GENEROUS);
        var broken =
                clock(() -> {
                    throw new IllegalStateException("no clock");
                });
        var fine = new Rates(settings, Clock.systemUTC());
        var blind = new Rates(settings, broken);
        WebServer.Surface surface =
                (routes, _) -> {
                    for (var rates : List.of(fine, blind))
                        routes.post(
                                rates == fine ? "/api/v1/fine" : "/api/v1/blind",
                                context -> {
                                    rates.request(context);
                                    taken.incrementAndGet();
                                });
                };
        try (var client = HttpClient.newHttpClient();
                var server = WebServer.start(settings, () -> true, List.of(surface))) {
            assertThat(post(client, server, "fine")).isEqualTo(200);
            assertThat(post(client, server, "blind")).isEqualTo(500);
        }
        assertThat(taken).hasValue(1);
    }

    private static int post(HttpClient client, WebServer server, String path) throws Exception {
        var address = "http://127.0.0.1:" + server.port() + "/api/v1/" + path;
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
