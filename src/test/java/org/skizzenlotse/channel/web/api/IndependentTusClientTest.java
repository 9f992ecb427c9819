// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The protocol's own client, which knows nothing of us, gets a file here and goes on after a stop.
class IndependentTusClientTest {
    private static final Path PROJECT = Path.of(System.getProperty("skizzenlotse.project", "."));
    private static final String PACKAGE = "tus-js-client@4.3.1";
    private static final int MINUTES_MAX = 3;

    @TempDir Path folder;

    @Test
    void tusJsClientStopsGoesOnAndTheFileIsWhole() throws Exception {
        var client = client();
        var file = folder.resolve("gross.txt");
        Files.writeString(file, "Eine Zeile von vielen.\n".repeat(100_000));
        try (var api = ApiClient.withFiles(folder)) {
            api.begin("probe").turn("{\"step\":\"ja\",\"choose\":[\"yes\"]}");
            var endpoint = api.served().address() + "/api/v1/conversation/files";

            var said = run(client, "node", "client.mjs", endpoint, api.token(), file.toString());

            var told = new ObjectMapper().readTree(said);
            assertThat(told.path("wentOnAt").asInt()).isGreaterThanOrEqualTo(3 * 256 * 1024);
            var there = api.get("/api/v1/conversation/files").json().at("/files/0");
            assertThat(there.path("name").asText()).isEqualTo("Unabhängig.txt");
            assertThat(there.path("state").asText()).isEqualTo("ready");
            var path = "/api/v1/conversation/files/" + there.path("id").asText() + "/content";
            assertThat(api.get(path).text()).isEqualTo(Files.readString(file));
        }
    }

    /// A folder with the client, fetched once from the registry of npm.
    private static Path client() throws Exception {
        if (!isHere("npm") || !isHere("node")) {
            assertThat(System.getenv("CI")).as("CI without npm").isNotEqualTo("true");
            System.err.println("No npm on the PATH: the test with tus-js-client is skipped.");
            Assumptions.abort("no npm");
        }
        var folder = Files.createDirectories(PROJECT.resolve("target/tus-client"));
        Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
        if (Files.notExists(folder.resolve("node_modules/tus-js-client"))) {
            run(folder, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", PACKAGE);
        }
        try (var script = IndependentTusClientTest.class.getResourceAsStream("/tus/client.mjs")) {
            Files.write(
                    folder.resolve("client.mjs"),
                    java.util.Objects.requireNonNull(script).readAllBytes());
        }
        return folder;
    }

    private static boolean isHere(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
                .anyMatch(one -> Files.isExecutable(Path.of(one, program)));
    }

    private static String run(Path folder, String... command)
            throws IOException, InterruptedException {
        var said = Files.createTempFile("said", ".txt");
        var process =
                new ProcessBuilder(List.of(command))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) process.destroyForcibly();
        var text = Files.readString(said, UTF_8);
        Files.delete(said);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
