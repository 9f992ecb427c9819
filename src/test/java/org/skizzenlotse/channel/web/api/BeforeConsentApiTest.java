// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.engine.Command;

/// Whatever somebody sends before they agreed, in whatever form: it is stored nowhere.
class BeforeConsentApiTest {
    private static final String CANARY = "Kanarienvogel-Stieglitz";
    private static final List<String> STEPS = List.of("ja", "frage", "unterlagen", "_confirm");

    @TempDir Path folder;

    @AutoClose private ApiClient client;

    @BeforeEach
    void start() throws Exception {
        client = ApiClient.withFiles(folder);
    }

    @Test
    void noInputOfAnyKindIsStored() throws Exception {
        client.begin("probe");
        sendEverything();
        assertNothingIsThere();
    }

    @Test
    void afterANoNothingIsStoredEither() throws Exception {
        client.begin("probe").turn("{'step':'ja','choose':['no']}".replace('\'', '"'));
        sendEverything();
        assertNothingIsThere();
    }

    @Test
    void theSameIsFoundOnceTheyAgreed() throws Exception {
        client.begin("probe").turn("{'step':'ja','choose':['yes']}".replace('\'', '"'));
        client.turn("{'step':'unterlagen','open':'later'}".replace('\'', '"'));
        client.turn("{'command':'change','step':'%s'}".formatted(CANARY).replace('\'', '"'));
        sendEverything();
        assertThat(client.served().opened(client.token())).contains(CANARY);
        assertThat(client.served().bytes()).doesNotContain(CANARY);
    }

    private void assertNothingIsThere() throws Exception {
        assertThat(client.served().opened(client.token())).doesNotContain(CANARY);
        assertThat(client.served().bytes()).doesNotContain(CANARY).contains("SQLite format 3");
        assertThat(client.get("/api/v1/conversation").text()).doesNotContain(CANARY);
    }

    private void sendEverything() throws Exception {
        turn("{'text':'%s'}");
        turn("{'text':'/%s'}");
        for (var step : STEPS) {
            var at = "{'step':'" + step + "',";
            turn(at + "'text':'%s'}");
            turn(at + "'choose':['%s']}");
            turn(at + "'choose':['no'],'text':'%s'}");
            turn(at + "'value':{'%1$s':'%1$s','email':'%1$s@verein.example'}}");
            turn(at + "'open':'later'}");
            turn(at + "'open':'%s'}");
            turn(at + "'files':[{'id':'%1$s','description':'%1$s','about':'%1$s'}]}");
        }
        turn("{'step':'%s','text':'%1$s'}");
        for (var command : Command.values())
            if (!command.destroys())
                for (var target : List.of("step", "group", "variant"))
                    turn("{'command':'" + command.id() + "','" + target + "':'%s'}");
        client.turn(CANARY, "{\"text\":\"ja?\"}");
        upload();
        client.post("/api/v1/conversation/upload-links", "{\"step\":\"unterlagen\"}");
    }

    private void turn(String body) throws Exception {
        client.turn(body.formatted(CANARY).replace('\'', '"'));
    }

    /// Announced by tus with a name, a description and its first bytes at once.
    private void upload() throws Exception {
        var name = Base64.getEncoder().encodeToString((CANARY + ".txt").getBytes(UTF_8));
        var step = Base64.getEncoder().encodeToString("unterlagen".getBytes(UTF_8));
        var words = Base64.getEncoder().encodeToString(CANARY.getBytes(UTF_8));
        var answer =
                client.send(
                        client.request("/api/v1/conversation/files")
                                .header("Tus-Resumable", "1.0.0")
                                .header("Upload-Length", "" + CANARY.length())
                                .header("Content-Type", "application/offset+octet-stream")
                                .header(
                                        "Upload-Metadata",
                                        "filename %s,step %s,description %s"
                                                .formatted(name, step, words))
                                .POST(BodyPublishers.ofString(CANARY)));
        assertThat(answer.status()).isBetween(200, 499);
        assertThat(URLEncoder.encode(answer.text(), UTF_8)).doesNotContain("Stieglitz");
    }
}
