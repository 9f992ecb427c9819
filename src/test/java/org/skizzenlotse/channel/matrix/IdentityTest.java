// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.matrix.Homeserver.Account;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;

/// An account at something that takes any login.
class IdentityTest {
    private static final String USER = "@bot:example.org";

    @TempDir Path folder;

    @Test
    void aLibraryThatDoesNotLoadIsAFailure() throws Exception {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/_matrix/client/v3/login",
                exchange -> {
                    var asked = Calls.JSON.readTree(exchange.getRequestBody().readAllBytes());
                    var device = asked.path("device_id").asText();
                    var answer = Calls.JSON.createObjectNode().put("user_id", USER);
                    answer.put("device_id", device).put("access_token", "token");
                    var bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        try {
            var base = "http://localhost:" + server.getAddress().getPort();
            failsToLoad(base, new UnsatisfiedLinkError("no such library"));
            failsToLoad(base, new NoClassDefFoundError("Library"));
        } finally {
            server.stop(0);
        }
    }

    private void failsToLoad(String base, LinkageError error) {
        var account = new Account(base, USER, "password", folder, new InMemory());
        var failed =
                catchThrowableOfType(
                        Failed.class,
                        () ->
                                Identity.open(
                                        account,
                                        _ -> {
                                            throw error;
                                        }));
        assertThat(failed).hasMessage("native library");
        assertThat(failed.how()).isEqualTo(Failed.How.NOT_NOW);
        assertThat(failed.after()).isEqualTo(Duration.ofMinutes(1));
    }

    private static final class InMemory implements Homeserver.Keeping {
        private final Map<String, String> kept = new ConcurrentHashMap<>();

        @Override
        public String get(String name) {
            return kept.getOrDefault(name, "");
        }

        @Override
        public void put(String name, String value) {
            kept.put(name, value);
        }
    }
}
