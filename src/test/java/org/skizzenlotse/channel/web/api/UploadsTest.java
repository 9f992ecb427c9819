// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files go up in pieces (tus 1.0), belong to an answer, come back as they were, and are nobody
/// else's.
class UploadsTest {
    private static final String FILES = "/api/v1/conversation/files";
    private static final String LINKS = "/api/v1/conversation/upload-links";
    private static final String CONSENT = "{\"step\":\"ja\",\"choose\":[\"yes\"]}";
    private static final byte[] TEXT = "Unser Konzept in einem Satz.\n".repeat(50).getBytes(UTF_8);

    @TempDir Path folder;

    @AutoClose private final HttpClient http = HttpClient.newHttpClient();
    @AutoClose private ApiClient client;

    @BeforeEach
    void start() throws Exception {
        client = ApiClient.withFiles(folder);
        client.begin("probe").turn(CONSENT);
    }

    @Test
    void aFileGoesUpInPiecesAndComesBackAsItWas() throws Exception {
        var file = create("Konzept.txt", TEXT.length);
        assertThat(patch(file, 0, part(0, 500)).headers().firstValue("Upload-Offset"))
                .contains("500");
        assertThat(client.get(file).json().path("state").asText()).isEqualTo("receiving");
        patch(file, 500, part(500, TEXT.length));

        var there = client.get(file).json();
        var content = get(file + "/content", "");

        assertThat(there.path("state").asText()).isEqualTo("ready");
        assertThat(there.path("name").asText()).isEqualTo("Konzept.txt");
        assertThat(there.path("type").asText()).isEqualTo("text/plain");
        assertThat(content.body()).isEqualTo(TEXT);
    }

    @Test
    void afterABreakTheServerKnowsWhereToGoOn() throws Exception {
        var file = create("Konzept.txt", TEXT.length);
        patch(file, 0, part(0, 700));

        var head = send(request(file).HEAD());
        assertThat(head.headers().firstValue("Upload-Offset")).contains("700");
        assertThat(head.headers().firstValue("Upload-Length")).contains("" + TEXT.length);
        assertThat(head.headers().firstValue("Cache-Control")).contains("no-store");

        assertThat(patch(file, 0, part(0, 700)).statusCode()).isEqualTo(409);
        assertThat(patch(file, 700, part(700, TEXT.length)).statusCode()).isEqualTo(204);
        assertThat(get(file + "/content", "").body()).isEqualTo(TEXT);
    }

    @Test
    void aDownloadIsNeverShownAsAPage() throws Exception {
        var file = upload("Pläne <b>.txt", TEXT);

        var headers = get(file + "/content", "").headers();

        assertThat(headers.firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; ")
                .contains("filename*=UTF-8''Pl%C3%A4ne")
                .doesNotContain("<");
        assertThat(headers.firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; sandbox");
    }

    @Test
    void aPartOfAFileCanBeAskedFor() throws Exception {
        var file = upload("Konzept.txt", TEXT);

        var middle = get(file + "/content", "bytes=10-29");
        var end = get(file + "/content", "bytes=-5");

        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.headers().firstValue("Content-Range"))
                .contains("bytes 10-29/" + TEXT.length);
        assertThat(middle.body()).isEqualTo(part(10, 30));
        assertThat(end.body()).isEqualTo(part(TEXT.length - 5, TEXT.length));
    }

    @Test
    void theAnswerHoldsItsFilesAndWhatTheyShow() throws Exception {
        var file = upload("Konzept.txt", TEXT);

        var next = client.turn(turn(file, "Die Idee auf einer Seite"));

        assertThat(next.step()).isEqualTo("frage");
        var listed = client.get(FILES).json().path("files").path(0);
        assertThat(listed.path("attached").asBoolean()).isTrue();
        var changing = client.turn("{\"command\":\"change\",\"step\":\"unterlagen\"}").json();
        var value = changing.at("/expects/current/value/files/0");
        assertThat(value.path("name").asText()).isEqualTo("Konzept.txt");
        assertThat(value.path("bytes").asInt()).isEqualTo(TEXT.length);
        assertThat(value.path("description").asText()).isEqualTo("Die Idee auf einer Seite");
        assertThat(client.delete(file).status()).isEqualTo(422);
    }

    @Test
    void anotherConversationSeesNothingOfIt() throws Exception {
        var file = upload("Konzept.txt", TEXT);
        client.begin("probe").turn(CONSENT);

        assertThat(client.get(FILES).json().path("files")).isEmpty();
        assertThat(client.get(file).status()).isEqualTo(404);
        assertThat(get(file + "/content", "").statusCode()).isEqualTo(404);
        assertThat(patch(file, 0, TEXT).statusCode()).isEqualTo(404);
        assertThat(client.delete(file).status()).isEqualTo(404);
        assertThat(client.turn(turn(file, "fremd")).step()).isEqualTo("unterlagen");
    }

    @Test
    void whatDoesNotFitIsRefusedKindly() throws Exception {
        assertThat(begin("Leer.txt", 0).problem()).isEqualTo("file");
        assertThat(begin("Riese.pdf", 96 * 1024 * 1024 + 1).problem()).isEqualTo("too-large");
        var program = create("Konzept.pdf", 4_000);
        var exe = new byte[4_000];
        exe[0] = 'M';
        exe[1] = 'Z';
        var refused = patch(program, 0, exe);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(new String(refused.body(), UTF_8)).contains("PDF", "DOCX", "TXT", "PNG");
        assertThat(client.get(program).status()).isEqualTo(404);
        for (int i = 0; i < 3; i++) upload("Blatt " + i + ".txt", TEXT);
        assertThat(begin("Noch eins.txt", 10).json().path("detail").asText())
                .contains("höchstens 3");
    }

    @Test
    void aLinkTakesFilesFromAnotherDeviceOnce() throws Exception {
        var link = client.post(LINKS, "{\"step\":\"unterlagen\"}").json().path("url").asText();
        assertThat(link).startsWith(client.served().address() + "/hochladen/");

        var page = form(link, "Foto.txt");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Angekommen");
        assertThat(client.get(FILES).json().at("/files/0/name").asText()).isEqualTo("Foto.txt");
        var again = HttpRequest.newBuilder(URI.create(link)).build();
        assertThat(http.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(410);
        assertThat(form(link, "Zweites.txt").statusCode()).isEqualTo(303);
        assertThat(client.get(FILES).json().path("files")).hasSize(1);
    }

    @Test
    void aProgramThatCannotSendPatchSendsPost() throws Exception {
        var file = create("Konzept.txt", TEXT.length);

        assertThat(override("PATCH", file, TEXT)).isEqualTo(204);
        assertThat(get(file + "/content", "").body()).isEqualTo(TEXT);
        assertThat(override("DELETE", file, TEXT)).isEqualTo(204);
        assertThat(override("PATCH", file, TEXT)).isEqualTo(404);
    }

    @Test
    void whatIsNotTusIsRefused() throws Exception {
        var file = create("Konzept.txt", 5);
        var old = client.request(FILES).header("Tus-Resumable", "0.2.2");

        assertThat(client.send(old.POST(BodyPublishers.noBody())).status()).isEqualTo(412);
        assertThat(client.send(request(FILES).POST(BodyPublishers.noBody())).status())
                .isEqualTo(400);
        assertThat(patch(file, 3, new byte[1]).statusCode()).isEqualTo(409);
        assertThat(client.post(LINKS, "{}").status()).isEqualTo(400);
    }

    private String upload(String name, byte[] bytes) throws Exception {
        var file = create(name, bytes.length);
        assertThat(patch(file, 0, bytes).statusCode()).isEqualTo(204);
        return file;
    }

    private String create(String name, long bytes) throws Exception {
        var answer = send(creation(name, bytes));
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private ApiClient.Reply begin(String name, long bytes) throws Exception {
        return client.send(creation(name, bytes));
    }

    private HttpRequest.Builder creation(String name, long bytes) {
        return request(FILES)
                .POST(BodyPublishers.noBody())
                .header("Upload-Length", String.valueOf(bytes))
                .header(
                        "Upload-Metadata",
                        "filename " + base64(name) + ",step " + base64("unterlagen"));
    }

    private HttpResponse<byte[]> patch(String file, long offset, byte[] bytes) throws Exception {
        return override("PATCH", file, offset, bytes);
    }

    private int override(String method, String file, byte[] bytes) throws Exception {
        var post =
                request(file)
                        .POST(BodyPublishers.ofByteArray(bytes))
                        .header("X-HTTP-Method-Override", method)
                        .header("Upload-Offset", "0")
                        .header("Content-Type", "application/offset+octet-stream");
        return send(post).statusCode();
    }

    private HttpResponse<byte[]> override(String method, String file, long offset, byte[] bytes)
            throws Exception {
        return send(
                request(file)
                        .method(method, BodyPublishers.ofByteArray(bytes))
                        .header("Upload-Offset", String.valueOf(offset))
                        .header("Content-Type", "application/offset+octet-stream"));
    }

    private HttpResponse<byte[]> get(String path, String range) throws Exception {
        var request = client.request(path).header("Accept-Encoding", "gzip");
        return send(range.isEmpty() ? request : request.header("Range", range));
    }

    private HttpRequest.Builder request(String path) {
        return client.request(path).header("Tus-Resumable", "1.0.0");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> form(String link, String name) throws Exception {
        var body =
                ("--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\""
                                + "\r\n\r\n%s\r\n--grenze--\r\n")
                        .formatted(name, new String(TEXT, UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create(link))
                        .POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "multipart/form-data; boundary=grenze")
                        .build(),
                BodyHandlers.ofString());
    }

    private static String turn(String file, String description) {
        return "{\"step\":\"unterlagen\",\"files\":[{\"id\":\"%s\",\"description\":\"%s\"}]}"
                .formatted(file.substring(file.lastIndexOf('/') + 1), description);
    }

    private static byte[] part(int from, int to) {
        return java.util.Arrays.copyOfRange(TEXT, from, to);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
