// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names and descriptions of files are words, wherever they are told: never markup, never a path.
class HostileNamesTest {
    private static final String FILES = "/api/v1/conversation/files";

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)<script>.txt",
                "..\\..\\Windows\\boot.txt",
                "../../etc/passwd.txt",
                "rechnung\u202Etxt.exe.txt",
                "**fett** [hier](https:example.org) `code`.txt",
                "<img src=x onerror=alert(1)>.txt",
                "a\r\nSet-Cookie: b=c.txt",
            })
    void aNameIsNeverMarkupAndNeverAPath(String name) throws Exception {
        try (var client = ApiClient.withFiles(folder)) {
            client.begin("probe").turn("{\"step\":\"ja\",\"choose\":[\"yes\"]}");
            var file = upload(client, name);
            var said = client.turn(turn(file)).json();

            var listed = client.get(FILES).json().at("/files/0/name").asText();
            assertThat(listed)
                    .doesNotContain("<", ">", "/", "\\", "..", "\u202E", "\r", "\n")
                    .endsWith(".txt");
            var html = said.findValuesAsText("html").toString();
            assertThat(html).doesNotContain("<script", "<img", "<a ", "\u202E");
            assertThat(html).doesNotContain("<strong>fett", "<code>");
            assertThat(said.toString()).doesNotContain("\u202E");
        }
    }

    @Test
    void aDescriptionIsNeverMarkup() throws Exception {
        try (var client = ApiClient.withFiles(folder)) {
            client.begin("probe").turn("{\"step\":\"ja\",\"choose\":[\"yes\"]}");
            var said = client.turn(turn(upload(client, "a.txt"))).json();
            client.turn("{\"command\":\"change\",\"step\":\"unterlagen\"}");
            assertThat(said.findValuesAsText("html").toString())
                    .doesNotContain("<script", "<strong>laut");
        }
    }

    private static String upload(ApiClient client, String name) throws Exception {
        var metadata = "filename " + base64(name) + ",step " + base64("unterlagen");
        var created =
                client.request(FILES)
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", "4")
                        .header("Upload-Metadata", metadata)
                        .POST(BodyPublishers.noBody());
        assertThat(client.send(created).status()).isEqualTo(201);
        var id = client.get(FILES).json().at("/files/0/id").asText();
        var piece =
                client.request(FILES + "/" + id)
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Offset", "0")
                        .header("Content-Type", "application/offset+octet-stream")
                        .method("PATCH", BodyPublishers.ofString("Text"));
        assertThat(client.send(piece).status()).isEqualTo(204);
        return id;
    }

    private static String turn(String file) {
        return "{\"step\":\"unterlagen\",\"files\":[{\"id\":\"%s\",\"description\":\"%s\"}]}"
                .formatted(file, "<script>**laut**</script>");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
