// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// The far end of the wire: gives the answers that it was told, one after the other, byte by byte
/// as they are, and keeps what it was asked.
final class FarEnd implements AutoCloseable {
    static final String TOKEN = "123456:SECRET-token_of-the-test";

    /// Short, so that silence shows soon.
    static final BotClients.Limits LIMITS =
            new BotClients.Limits(
                    Duration.ofSeconds(2),
                    Duration.ofMillis(1500),
                    Duration.ofSeconds(3),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(6));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<BotApi> apis = new CopyOnWriteArrayList<>();

    /// Answers one request.
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    /// One request; a character of its body stands for a byte.
    record Asked(String path, String type, String body) {
        /// The body as text.
        String text() {
            return new String(body.getBytes(ISO_8859_1), UTF_8);
        }

        JsonNode json() throws IOException {
            return JSON.readTree(text());
        }

        String method() {
            return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        }
    }

    FarEnd() throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    BotApi api() throws BotAccess.Unusable {
        var api = new BotApi(BotAccess.of(address(), TOKEN), LIMITS);
        apis.add(api);
        return api;
    }

    FarEnd then(Answer answer) {
        synchronized (answers) {
            answers.add(answer);
        }
        return this;
    }

    /// A result of the Bot API.
    FarEnd thenResult(String result) {
        return then(200, "{\"ok\":true,\"result\":" + result + "}");
    }

    /// A refusal of the Bot API.
    FarEnd thenRefusal(int code, String description) {
        return then(
                code,
                "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}"
                        .formatted(code, description));
    }

    FarEnd then(int status, String body) {
        return then(exchange -> whole(exchange, status, body.getBytes(UTF_8)));
    }

    /// Ends the connection without an answer.
    FarEnd thenDrop() {
        return then(HttpExchange::close);
    }

    /// Keeps the connection and says nothing for a while.
    FarEnd thenSilence(Duration pause) {
        return then(exchange -> {
            Thread.sleep(pause);
            exchange.close();
        });
    }

    static void whole(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    Asked last() {
        return asked.getLast();
    }

    @Override
    public void close() {
        apis.forEach(BotApi::close);
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        asked.add(
                new Asked(
                        exchange.getRequestURI().getRawPath(),
                        type == null ? "" : type,
                        new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1)));
        try {
            next().to(exchange);
        } catch (InterruptedException stopped) {
            exchange.close();
        }
    }

    private Answer next() {
        synchronized (answers) {
            var next = answers.poll();
            return next == null ? exchange -> whole(exchange, 500, new byte[0]) : next;
        }
    }
}
