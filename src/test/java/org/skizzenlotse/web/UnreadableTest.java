// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is wrong with a request as HTTP, and requests for the head of an answer only.
class UnreadableTest {
    private WebServer server;

    @BeforeEach
    void start() {
        server = WebServer.start(WebSettings.loopback(0), () -> true, List.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatHttpCannotReadIsAnsweredInOurWords(int status, String sent, String words)
            throws Exception {
        var answer = raw(sent);

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains(words, "lang=\"de\"")
                .contains("Content-Security-Policy: default-src 'none'", "nosniff", "no-store")
                .doesNotContain("geheim", "Jetty", "jetty", "URI:", "Exception");
    }

    static List<Arguments> unreadable() {
        var host = "Host: x\r\n\r\n";
        var much = "x".repeat(20_000);
        return List.of(
                Arguments.of(400, "GET\r\n\r\n", "nicht lesbar"),
                Arguments.of(400, "GET / HTTP/1.1\r\nge heim: x\r\n" + host, "nicht lesbar"),
                Arguments.of(400, "GET /%zzgeheim HTTP/1.1\r\n" + host, "nicht lesbar"),
                Arguments.of(400, "GET /geheim HTTP/1.1\r\n\r\n", "nicht lesbar"),
                Arguments.of(
                        431, "GET / HTTP/1.1\r\nCookie: geheim" + much + "\r\n" + host, "Cookies"),
                Arguments.of(414, "GET /" + much + " HTTP/1.1\r\n" + host, "zu lang"),
                Arguments.of(505, "GET /geheim HTTP/7.3\r\n" + host, "Fassung von HTTP"));
    }

    @Test
    void aPageAnswersHeadLikeGetWithoutItsBody() throws Exception {
        for (var path : List.of("/problems/gone", "/nirgends", "/static/style.css")) {
            var rest = " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            var page = parts(raw("GET" + rest));
            var head = parts(raw("HEAD" + rest));

            assertThat(page.getLast()).isNotEmpty();
            assertThat(head.getLast()).isEmpty();
            assertThat(head.getFirst()).contains("Content-Length").isEqualTo(page.getFirst());
        }
    }

    /// Head and body, without the time.
    private static List<String> parts(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        var head = answer.substring(0, end).replaceAll("Date: .*\r\n", "");
        return List.of(head, answer.substring(end + 4));
    }

    /// What comes back to these characters.
    private String raw(String sent) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(sent.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
