// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;

class CallsTest {
    @Test
    void anAnswerThatBeginsAndDoesNotEndIsNone() throws Exception {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpServer.create(address, 0);
        var ended = new CountDownLatch(1);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    try {
                        ended.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
        server.start();
        var base = "http://localhost:" + server.getAddress().getPort();
        try (var calls = new Calls(base, "", Duration.ofMillis(500))) {
            var failed =
                    catchThrowableOfType(
                            Failed.class, () -> calls.call("GET", "client/versions", null));
            assertThat(failed.how()).isEqualTo(Failed.How.NOT_NOW);
            assertThat(failed).hasMessage("timeout");
        } finally {
            ended.countDown();
            server.stop(0);
        }
    }
}
