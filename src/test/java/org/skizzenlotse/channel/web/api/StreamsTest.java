// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.web.WebSettings;

@Timeout(30)
class StreamsTest {
    private static final String PATH = "/api/v1/conversation/messages";
    private static final String YES = "{\"step\":\"einwilligung\",\"choose\":[\"yes\"]}";

    private final List<HttpClient> readers = new ArrayList<>();
    @AutoClose private ApiClient client;

    @BeforeEach
    void start() throws Exception {
        client = ApiClient.of(Served.start(WebSettings.loopback(0))).begin("skizze");
    }

    @AfterEach
    void stop() throws Exception {
        readers.forEach(HttpClient::shutdownNow);
    }

    @Test
    void messagesComeAsTheyAreWrittenAndFromWhereTheReaderWas() throws Exception {
        int known = lastMessage();
        var stream = open(known - 1);
        assertThat(stream.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        try (var lines = lines(stream)) {
            assertThat(ids(lines, known)).containsExactly(known);

            client.turn(YES);

            int fresh = lastMessage();
            assertThat(fresh).isGreaterThan(known);
            assertThat(ids(lines, fresh)).startsWith(known + 1).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void aStreamEndsWithTheServer() throws Exception {
        try (var lines = lines(open(0))) {
            ids(lines, lastMessage());

            client.served().close();

            assertThat(lines.lines().anyMatch("event: end"::equals)).isTrue();
        }
    }

    @Test
    void aFourthStreamEndsTheOldestAndNoOther() throws Exception {
        var streams = new ArrayList<BufferedReader>();
        for (int i = 0; i < 4; i++) {
            var stream = open(0);
            assertThat(stream.statusCode()).isEqualTo(200);
            streams.add(lines(stream));
            ids(streams.getLast(), lastMessage());
        }

        assertThat(streams.getFirst().lines()).contains("event: replaced").endsWith("");
        client.turn(YES);
        int fresh = lastMessage();
        for (var stream : streams.subList(1, 4)) {
            assertThat(ids(stream, fresh)).endsWith(fresh);
        }
    }

    private int lastMessage() throws Exception {
        var messages = client.get("/api/v1/conversation").json().path("messages");
        return messages.path(messages.size() - 1).path("id").asInt();
    }

    private HttpResponse<InputStream> open(int after) throws Exception {
        var reader = HttpClient.newHttpClient();
        readers.add(reader);
        var request = client.request(PATH).header("Last-Event-ID", String.valueOf(after));
        return reader.send(request.build(), BodyHandlers.ofInputStream());
    }

    private static BufferedReader lines(HttpResponse<InputStream> stream) {
        return new BufferedReader(new InputStreamReader(stream.body(), UTF_8));
    }

    private static List<Integer> ids(BufferedReader lines, int last) throws Exception {
        var ids = new ArrayList<Integer>();
        while (ids.isEmpty() || ids.getLast() < last) {
            var line = lines.readLine();
            assertThat(line).isNotNull();
            if (line.startsWith("id: ")) {
                ids.add(Integer.parseInt(line.substring(4)));
            }
        }
        return ids;
    }
}
