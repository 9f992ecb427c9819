// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/// A server that is called, in whatever mood it is set to.
public final class Callee implements AutoCloseable {
    /// How it answers.
    public enum Mood {
        /// Takes it.
        WELL,
        /// Takes it, and never ends its answer.
        TALKATIVE,
        /// Says nothing.
        STALLING,
        /// Ends the connection without a word.
        DROPPING,
        /// Has a fault.
        BROKEN,
        /// Sends on to itself, where it would be taken.
        ELSEWHERE,
        /// Is no more.
        GONE
    }

    /// What was taken.
    public record Call(String delivery, String signature, String body) {}

    private final HttpServer server;
    private final List<Call> taken = new CopyOnWriteArrayList<>();
    private final List<Call> refused = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Mood mood;

    private Callee(HttpServer server, Mood mood) {
        this.server = server;
        this.mood = mood;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
    }

    public static Callee on(int port, Mood mood) throws IOException {
        return new Callee(HttpServer.create(address(port), 0), mood);
    }

    static Callee overTls(int port, SSLContext showing) throws IOException {
        var server = HttpsServer.create(address(port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(showing));
        return new Callee(server, Mood.WELL);
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    public void is(Mood now) {
        mood = now;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI address(String scheme) {
        return URI.create(scheme + "://localhost:" + port() + "/skizzen");
    }

    public List<Call> taken() {
        return taken;
    }

    /// What came while it was in another mood.
    public List<Call> refused() {
        return refused;
    }

    private void hear(HttpExchange exchange) throws IOException {
        var head = exchange.getRequestHeaders();
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var call =
                new Call(head.getFirst(Webhook.DELIVERY), head.getFirst(Webhook.SIGNATURE), body);
        var now = mood;
        (now == Mood.WELL || now == Mood.TALKATIVE ? taken : refused).add(call);
        switch (now) {
            case WELL -> exchange.sendResponseHeaders(204, -1);
            case BROKEN -> exchange.sendResponseHeaders(503, -1);
            case GONE -> exchange.sendResponseHeaders(410, -1);
            case ELSEWHERE -> {
                exchange.getResponseHeaders().set("Location", "/anders");
                exchange.sendResponseHeaders(307, -1);
            }
            case DROPPING -> {}
            case STALLING -> await();
            case TALKATIVE -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("ja ".repeat(100_000).getBytes(UTF_8));
                exchange.getResponseBody().flush();
                await();
            }
        }
        exchange.close();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
