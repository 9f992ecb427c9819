// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebServerTest {
    private static final WebSettings.Limits FEW = new WebSettings.Limits(2, 3, 1, 100, 1, 1);

    private final AtomicBoolean ready = new AtomicBoolean(true);
    private HttpClient client;
    private WebServer server;

    @BeforeEach
    void start() {
        client = HttpClient.newHttpClient();
        server = server(WebSettings.Limits.GENEROUS);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /// A surface with one route of each kind.
    private static final class Echo implements WebServer.Surface {
        @Override
        public void addTo(RoutesConfig routes, WebServer.Shared shared) {
            routes.post("/api/v1/echo", context -> context.result(Bodies.json(context)));
            routes.post("/form", context -> context.result(Bodies.form(context).toString()));
            routes.get(
                    "/api/v1/counted/{name}",
                    context -> {
                        shared.rates().request(context);
                        shared.rates().conversation(context.pathParam("name"));
                        context.result("counted");
                    });
            routes.get(
                    "/api/v1/broken",
                    _ -> {
                        throw new IllegalStateException("geheim");
                    });
        }
    }

    private WebServer server(WebSettings.Limits limits) {
        var settings =
                new WebSettings(
                        "127.0.0.1",
                        0,
                        "",
                        Set.of("https://verein.example"),
                        Set.of("127.0.0.1"),
                        limits);
        return WebServer.start(settings, ready::get, List.of(new Echo()));
    }

    @Test
    void itLivesAndSaysWhetherItCanWork() throws Exception {
        assertThat(get("/health/live").body()).isEqualTo("ok");
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);

        ready.set(false);

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        var answer = get("/health/ready");
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void everyAnswerSaysWhatABrowserMayDoWithIt() throws Exception {
        for (var path :
                List.of("/health/live", "/nirgends", "/api/v1/nirgends", "/problems/gone")) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void whatIsNotThereIsAProblemForScriptsAndAPageForPeople() throws Exception {
        assertProblem(get("/api/v1/nirgends"), 404, "not-found");

        var page = get("/nirgends");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("<h1>Hier ist nichts</h1>", "lang=\"de\"");
    }

    @Test
    void anotherMethodIsRefused() throws Exception {
        var answer = get("/api/v1/echo");

        assertProblem(answer, 405, "method");
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void aBugIsAnsweredWithoutItsWords() throws Exception {
        var answer = get("/api/v1/broken");

        assertProblem(answer, 500, "internal");
        assertThat(answer.body()).doesNotContain("geheim", "IllegalState");
    }

    @Test
    void bodiesHaveALimitWhateverTheirHeaderSays() throws Exception {
        var large = "\"" + "x".repeat(Bodies.BYTES_MAX) + "\"";
        var unannounced =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(UTF_8)));

        assertProblem(echo(BodyPublishers.ofString(large)), 413, "too-large");
        assertProblem(echo(unannounced), 413, "too-large");
        var small = "\"" + "x".repeat(Bodies.BYTES_MAX - 2) + "\"";
        assertThat(echo(BodyPublishers.ofString(small)).statusCode()).isEqualTo(200);
    }

    @Test
    void bodiesAreWhatTheirHeaderSaysAndReadable() throws Exception {
        var bytes = BodyPublishers.ofByteArray(new byte[] {(byte) 0xC3, 0x28});
        assertProblem(echo(bytes), 400, "malformed");

        var text = request("/api/v1/echo").POST(BodyPublishers.ofString("{}"));
        assertProblem(send(text.header("Content-Type", "text/plain")), 415, "media-type");
    }

    @Test
    void aRequestThatBreaksOffIsNoBug() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            var head =
                    "POST /api/v1/echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 500\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("Die Anfrage kam nicht ganz an.");
        }
    }

    @Test
    void formsAreReadAsBrowsersSendThem() throws Exception {
        assertThat(form("a=1&b=%C3%A4+%C3%B6&a=2&c").body()).isEqualTo("{a=[1, 2], b=[ä ö], c=[]}");
        assertThat(form("a=%zz").statusCode()).isEqualTo(400);
        assertThat(form("a&".repeat(300)).statusCode()).isEqualTo(413);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
        server.close();
        server = server(FEW);

        assertThat(counted("eins", "192.0.2.1").statusCode()).isEqualTo(200);
        assertThat(counted("eins", "192.0.2.1").statusCode()).isEqualTo(200);
        var answer = counted("eins", "192.0.2.1");
        assertProblem(answer, 429, "too-many");
        int wait = Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow());
        assertThat(wait).isBetween(1, 31);

        assertThat(counted("zwei", "192.0.2.1").statusCode())
                .as("another conversation of a visitor who has used up everything")
                .isEqualTo(429);
        assertThat(counted("drei", "192.0.2.2").statusCode())
                .as("another visitor behind the same trusted proxy")
                .isEqualTo(200);
    }

    @Test
    void onlyTheTrustedPartOfAForwardedAddressCounts() throws Exception {
        server.close();
        server = server(FEW);

        for (int i = 0; i < 3; i++) {
            counted("c" + i, "198.51.100." + i + ", 192.0.2.1");
        }

        assertThat(counted("c9", "198.51.100.9, 192.0.2.1").statusCode())
                .as("an invented first hop makes no other visitor")
                .isEqualTo(429);
    }

    @Test
    void onlyNamedOriginsMayEmbedAndNoneWithCredentials() throws Exception {
        var ours = send(request("/api/v1/nirgends").header("Origin", "https://verein.example"));
        assertThat(ours.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("https://verein.example");
        assertThat(ours.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();

        for (var other : List.of("https://verein.example.evil", "http://verein.example", "null")) {
            var answer = send(request("/api/v1/nirgends").header("Origin", other));
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
            assertThat(answer.headers().firstValue("Vary")).contains("Origin");
        }

        var preflight =
                send(
                        request("/api/v1/echo")
                                .method("OPTIONS", BodyPublishers.noBody())
                                .header("Origin", "https://verein.example")
                                .header("Access-Control-Request-Method", "POST"));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Authorization", "Idempotency-Key", "Last-Event-ID");
    }

    @Test
    void numbersNameRoutesAndNothingPersonal() throws Exception {
        get("/api/v1/counted/geheimnis");
        get("/nirgends/geheimnis");

        var numbers = get("/metrics").body();

        assertThat(numbers)
                .contains("http_requests_seconds_count", "route=\"/api/v1/counted/{name}\"")
                .doesNotContain("geheimnis", "127.0.0.1");
    }

    @Test
    void onlyTheFilesOfPagesAreServed() throws Exception {
        var style = get("/static/style.css");
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");

        for (var name : List.of("nichts.css", "..%2Fopenapi.json", "%2e%2e/openapi.json")) {
            assertThat(get("/static/" + name).statusCode()).isIn(400, 404);
        }
    }

    private void assertProblem(HttpResponse<String> answer, int status, String kind)
            throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        var problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("/problems/" + kind);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
    }

    private HttpResponse<String> counted(String name, String forwarded) throws Exception {
        return send(request("/api/v1/counted/" + name).header("X-Forwarded-For", forwarded));
    }

    private HttpResponse<String> echo(HttpRequest.BodyPublisher body) throws Exception {
        return send(
                request("/api/v1/echo")
                        .POST(body)
                        .header("Content-Type", "application/json; charset=utf-8"));
    }

    private HttpResponse<String> form(String body) throws Exception {
        return send(
                request("/form")
                        .POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
