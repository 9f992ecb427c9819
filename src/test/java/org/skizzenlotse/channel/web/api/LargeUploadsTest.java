// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exactly 96 MB go in; one byte more does not, however it is sent, and that is said kindly.
class LargeUploadsTest {
    private static final String FILES = "/api/v1/conversation/files";
    private static final int MOST = 96 * 1024 * 1024;

    @TempDir Path folder;

    @AutoClose private final HttpClient http = HttpClient.newHttpClient();
    @AutoClose private ApiClient client;

    @BeforeEach
    void start() throws Exception {
        client = ApiClient.withFiles(folder);
        client.begin("probe").turn("{\"step\":\"ja\",\"choose\":[\"yes\"]}");
    }

    @Test
    void asMuchAsWasAnnouncedGoesInAndNoByteMore() throws Exception {
        var refused = patch(create(), MOST + 1);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("höchstens 96 MB");
        assertThat(client.get(FILES).json().path("files")).isEmpty();

        assertThat(patch(create(), MOST).statusCode()).isEqualTo(204);
        var listed = client.get(FILES).json();
        assertThat(listed.at("/files/0/state").asText()).isEqualTo("ready");
        assertThat(listed.path("bytes").asInt()).isEqualTo(MOST);
        assertThat(listed.path("bytes_max").asInt()).isEqualTo(MOST);
    }

    @Test
    void aFormWithOneByteTooManySaysSoAtItsFile() throws Exception {
        var body = "{\"step\":\"unterlagen\"}";
        var link = client.post("/api/v1/conversation/upload-links", body).json().path("url");

        var page = form(link.asText(), MOST + 1);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Riese.txt: ", "höchstens 96 MB");
        assertThat(client.get(FILES).json().path("files")).isEmpty();
        assertThat(form(link.asText(), MOST).body()).contains("Angekommen");
        assertThat(client.get(FILES).json().at("/files/0/size").asInt()).isEqualTo(MOST);
    }

    private String create() throws Exception {
        var metadata = "filename " + base64("Riese.txt") + ",step " + base64("unterlagen");
        var request =
                client.request(FILES)
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", String.valueOf(MOST))
                        .header("Upload-Metadata", metadata)
                        .POST(BodyPublishers.noBody());
        var answer = http.send(request.build(), BodyHandlers.discarding());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> patch(String file, int bytes) throws Exception {
        var request =
                client.request(file)
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Offset", "0")
                        .header("Content-Type", "application/offset+octet-stream")
                        .method("PATCH", BodyPublishers.ofInputStream(() -> letters(bytes)));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> form(String link, int bytes) throws Exception {
        var head =
                "--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Riese.txt\""
                        + "\r\n\r\n";
        var parts = List.of(words(head), letters(bytes), words("\r\n--grenze--\r\n"));
        return http.send(
                HttpRequest.newBuilder(URI.create(link))
                        .POST(
                                BodyPublishers.ofInputStream(() ->
                                        new SequenceInputStream(Collections.enumeration(parts))))
                        .header("Content-Type", "multipart/form-data; boundary=grenze")
                        .build(),
                BodyHandlers.ofString());
    }

    private static InputStream words(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /// So many letters, of which none is kept.
    private static InputStream letters(int count) {
        return new InputStream() {
            private int left = count;

            @Override
            public int read() {
                return left-- > 0 ? 'a' : -1;
            }

            @Override
            public int read(byte[] to, int from, int wanted) {
                if (left <= 0) return -1;
                int given = Math.min(wanted, left);
                java.util.Arrays.fill(to, from, from + given, (byte) 'a');
                left -= given;
                return given;
            }
        };
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
