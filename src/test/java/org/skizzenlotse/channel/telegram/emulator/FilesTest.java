// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Files in both directions.
class FilesTest {
    private BotServer server;
    private Asked bot;
    private Person anna;

    @BeforeEach
    void start() throws Exception {
        server = BotServer.start(Asked.TOKEN);
        bot = new Asked(server);
        anna = server.person("Anna");
    }

    @AfterEach
    void end() {
        bot.close();
        server.close();
    }

    @Test
    void aSentFileCanBeFetched() throws Exception {
        anna.sendDocument("Lage (ü).PDF", "Inhalt".getBytes(UTF_8), "application/pdf");

        var document = update().path("document");
        assertThat(document.path("file_name").asText()).isEqualTo("Lage (ü).PDF");
        assertThat(document.path("file_size").asInt()).isEqualTo(6);
        var path = bot.get("getFile", file(document)).path("file_path").asText();
        assertThat(path).isEqualTo("documents/file_1.pdf");
        assertThat(bot.fetch(place(path)).body()).asString(UTF_8).isEqualTo("Inhalt");
        assertThat(bot.fetch(place("documents/file_2.pdf")).statusCode()).isEqualTo(404);
    }

    @Test
    void anEmptyFileCanBeFetched() throws Exception {
        anna.sendDocument("leer.txt", new byte[0], "text/plain");

        var path = bot.get("getFile", file(update().path("document"))).path("file_path").asText();
        assertThat(bot.fetch(place(path)).body()).isEmpty();
    }

    @Test
    void moreThan20MegabytesAreNotFetched() throws Exception {
        anna.sendDocument(
                Upload.of("gross.bin", new byte[] {1}, "").declaring((20L << 20) + 1), "Dazu");
        anna.sendDocument(Upload.of("fast.bin", new byte[] {1}, "").declaring(20L << 20), "");

        var updates = bot.get("getUpdates", "{}");
        assertThat(updates.at("/0/message/caption").asText()).isEqualTo("Dazu");
        assertThat(bot.refused("getFile", file(updates.at("/0/message/document"))))
                .isEqualTo("400 Bad Request: file is too big");
        bot.get("getFile", file(updates.at("/1/message/document")));
        assertThat(bot.refused("getFile", "{\"file_id\":\"x\"}"))
                .isEqualTo("400 Bad Request: wrong file_id or the file is temporarily unavailable");
    }

    @Test
    void aFileMayBreakOffInItsMiddle() throws Exception {
        anna.sendDocument("a.bin", new byte[100_000], "application/octet-stream");
        var path = bot.get("getFile", file(update().path("document"))).path("file_path").asText();

        server.faults()
                .next(Faults.FILE, Fault.droppedBefore())
                .next(Faults.FILE, Fault.tooMany(1));

        assertThatThrownBy(() -> bot.fetch(place(path))).isInstanceOf(IOException.class);
        assertThat(bot.fetch(place(path)).statusCode()).isEqualTo(429);
        assertThat(bot.fetch(place(path)).body()).hasSize(100_000);
    }

    @Test
    void aPhotoHasSizesAndTheLargestIsWhole() throws Exception {
        anna.sendPhoto(new byte[300], "Unser Büro");

        var message = update();
        assertThat(message.path("caption").asText()).isEqualTo("Unser Büro");
        assertThat(message.path("photo")).hasSize(3);
        var path = bot.get("getFile", file(message.at("/photo/2"))).path("file_path").asText();
        assertThat(path).startsWith("photos/").endsWith(".jpg");
        assertThat(bot.fetch(place(path)).body()).hasSize(300);
    }

    @Test
    void anAlbumIsAsManyMessages() throws Exception {
        anna.album(
                Upload.of("a.pdf", new byte[] {1}, "application/pdf"),
                Upload.of("b.pdf", new byte[] {2}, "application/pdf"),
                Upload.of("", new byte[] {3, 3, 3}, "image/jpeg"));

        var updates = bot.get("getUpdates", "{}");
        assertThat(updates).hasSize(3);
        assertThat(updates.findValuesAsText("media_group_id").stream().distinct()).hasSize(1);
        assertThat(updates.at("/2/message").has("photo")).isTrue();
    }

    @Test
    void aBotSendsAFileAndAFileThatIsThereAlready() throws Exception {
        anna.start();
        var body =
                """
                --X
                Content-Disposition: form-data; name="chat_id"

                %d
                --X
                Content-Disposition: form-data; name="document"

                attach://doc
                --X
                Content-Disposition: form-data; name="caption"

                <b>Ihre</b> Skizze
                --X
                Content-Disposition: form-data; name="parse_mode"

                HTML
                --X
                Content-Disposition: form-data; name="doc"; filename="Skizze – ü.pdf"
                Content-Type: application/pdf

                %%PDF
                --X--
                """
                        .formatted(anna.chat())
                        .replace("\n", "\r\n");
        var answer = bot.send("sendDocument", "multipart/form-data; boundary=X", body).body();
        var document = Json.read(answer).orElseThrow().at("/result/document");

        var seen = anna.last();
        assertThat(seen.text()).isEqualTo("Ihre Skizze");
        assertThat(seen.files().getFirst().name()).isEqualTo("Skizze – ü.pdf");
        assertThat(seen.files().getFirst().bytes()).asString(UTF_8).isEqualTo("%PDF");
        bot.get(
                "sendDocument",
                "{\"chat_id\":%d,\"document\":\"%s\"}"
                        .formatted(anna.chat(), document.path("file_id").asText()));
        assertThat(anna.last().files().getFirst().bytes()).asString(UTF_8).isEqualTo("%PDF");
    }

    private JsonNode update() throws Exception {
        return bot.get("getUpdates", "{\"offset\":-1}").at("/0/message");
    }

    private static String file(JsonNode described) {
        return "{\"file_id\":\"%s\"}".formatted(described.path("file_id").asText());
    }

    private static String place(String path) {
        return "/file/bot" + Asked.TOKEN + "/" + path;
    }
}
