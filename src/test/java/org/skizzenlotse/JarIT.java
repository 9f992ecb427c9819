// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class JarIT {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path JAR = Path.of(System.getProperty("skizzenlotse.jar"));

    @TempDir Path folder;

    @Test
    @Timeout(30)
    void theOneJarServesAndSaysOnlyWhere() throws Exception {
        var errors = folder.resolve("errors");
        var server = server("0").redirectError(errors.toFile()).start();
        try (var said = server.inputReader();
                var client = HttpClient.newHttpClient()) {
            var address = said.readLine().replaceFirst("^Skizzenlotse: (\\S+).*$", "$1");
            var request = HttpRequest.newBuilder(URI.create(address + "health/live")).build();

            assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("ok");
            assertThat(errors).isEmptyFile();
        } finally {
            server.destroy();
        }
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @Timeout(30)
    void aWrongPortIsNamedInOneLine() throws Exception {
        var errors = folder.resolve("errors");
        var server = server("achtzig").redirectError(errors.toFile()).start();

        assertThat(server.waitFor()).isEqualTo(2);
        assertThat(Files.readAllLines(errors)).hasSize(1).first().asString().startsWith("PORT");
    }

    private ProcessBuilder server(String port) {
        var builder = new ProcessBuilder(JAVA.toString(), "-jar", JAR.toString(), "serve");
        builder.directory(folder.toFile()).environment().put("PORT", port);
        return builder;
    }
}
