// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.channel.telegram.CallOutcome.Done;
import org.skizzenlotse.channel.telegram.CallOutcome.NotNow;
import org.skizzenlotse.channel.telegram.CallOutcome.Refused;

class BotFilesTest {
    private static final long CAP = 20L << 20;

    private FarEnd far;
    private BotApi api;

    @BeforeEach
    void connect() throws Exception {
        far = new FarEnd();
        api = far.api();
    }

    @AfterEach
    void hangUp() {
        far.close();
    }

    @Test
    void aFileComesAsItIsFromTheSameAddress() throws Exception {
        var bytes = new byte[300_000];
        new Random(6).nextBytes(bytes);
        far.thenResult("{\"file_id\":\"f\",\"file_size\":300000,\"file_path\":\"photos/a b.jpg\"}");
        far.then(exchange -> FarEnd.whole(exchange, 200, bytes));
        var open = (Download.Open) api.download("f", CAP);
        try (var stream = open.bytes()) {
            assertThat(stream.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(open.size()).isEqualTo(bytes.length);
        assertThat(far.asked().getFirst().json().path("file_id").asText()).isEqualTo("f");
        assertThat(far.last().path()).isEqualTo("/file/bot" + FarEnd.TOKEN + "/photos/a%20b.jpg");
    }

    @Test
    void aFileThatIsTooBigIsKnownBeforeItComesWhereSomebodySaysSo() {
        far.thenRefusal(400, "Bad Request: file is too big");
        assertThat(api.download("f", CAP)).isEqualTo(new Download.TooBig());
        far.thenResult("{\"file_size\":1001,\"file_path\":\"a\"}");
        assertThat(api.download("f", 1000)).isEqualTo(new Download.TooBig());
        far.thenResult("{\"file_path\":\"a\"}");
        far.then(exchange -> FarEnd.whole(exchange, 200, new byte[1001]));
        assertThat(api.download("f", 1000)).isEqualTo(new Download.TooBig());
        assertThat(far.asked()).hasSize(4);
    }

    @Test
    void aFileThatGrowsWhileItComesIsCutOffAtTheCap() throws Exception {
        far.thenResult("{\"file_size\":10,\"file_path\":\"a\"}");
        var ended = new CountDownLatch(1);
        far.then(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) out.write(new byte[10_000]);
            } finally {
                ended.countDown();
            }
        });
        var open = (Download.Open) api.download("f", 100_000);
        assertThat(open.size()).isEqualTo(-1);
        try (var stream = open.bytes()) {
            assertThatThrownBy(() -> stream.transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(Download.TooBigInside.class);
        }
        // the connection is cut, so that the other end hears it
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void exactlyTheCapIsAllowed() throws Exception {
        far.thenResult("{\"file_path\":\"a\"}");
        far.then(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[1000]);
            exchange.close();
        });
        try (var stream = ((Download.Open) api.download("f", 1000)).bytes()) {
            assertThat(stream.read()).isZero();
            assertThat(stream.skip(10)).isEqualTo(10);
            assertThat(stream.readAllBytes()).hasSize(989);
        }
    }

    @Test
    void aFileThatEndsTooEarlyOrComesTooSlowlyIsNotTakenForWhole() throws Exception {
        far.thenResult("{\"file_path\":\"a\"}");
        far.then(exchange -> {
            exchange.sendResponseHeaders(200, 5000);
            exchange.getResponseBody().write(new byte[2000]);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        assertBreaks(((Download.Open) api.download("f", CAP)).bytes());
        far.thenResult("{\"file_path\":\"a\"}");
        far.then(exchange -> {
            exchange.sendResponseHeaders(200, 5000);
            exchange.getResponseBody().write(new byte[2000]);
            exchange.getResponseBody().flush();
            Thread.sleep(3000);
            exchange.close();
        });
        assertBreaks(((Download.Open) api.download("f", CAP)).bytes());
    }

    @Test
    void aFileThatCannotBeHadSaysWhetherToTryAgain() {
        far.thenRefusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable");
        assertThat(api.download("f", CAP)).isEqualTo(later("unavailable"));
        far.thenResult("{}").thenResult("{\"file_path\":\"../etc\"}");
        assertThat(api.download("f", CAP)).isEqualTo(later("not understood"));
        assertThat(api.download("f", CAP)).isEqualTo(later("not understood"));
        for (int status : new int[] {404, 502, 302}) {
            far.thenResult("{\"file_path\":\"a\"}").then(status, "");
            assertThat(api.download("f", CAP))
                    .isEqualTo(later(status == 502 ? "server" : "unavailable"));
        }
        far.thenResult("{\"file_path\":\"a\"}").then(401, "");
        assertThat(api.download("f", CAP))
                .isEqualTo(new Download.Failed(new Refused(401, "token")));
    }

    @Test
    void aDocumentIsStreamedUnderItsNameInAPartThatIsPlain() throws Exception {
        far.thenResult("{\"message_id\":8}");
        var bytes = "Skizze – eins".getBytes(UTF_8);
        var outcome =
                api.sendDocument(
                        5,
                        new Upload(
                                "Übersicht – ü.pdf",
                                bytes.length,
                                () -> new ByteArrayInputStream(bytes)),
                        "Ihre Kopie & mehr");
        assertThat(((Done) outcome).messageId()).isEqualTo(8);
        assertThat(far.last().method()).isEqualTo("senddocument");
        assertThat(far.last().type()).startsWith("multipart/form-data; boundary=");
        assertThat(far.last().text())
                .contains("name=\"chat_id\"", "\r\n\r\n5\r\n")
                .contains("name=\"document\"", "\r\n\r\nattach://file\r\n")
                .contains("name=\"file\"; filename=\"Übersicht – ü.pdf\"")
                .contains("\r\n\r\nSkizze – eins\r\n")
                .contains("\r\n\r\nIhre Kopie & mehr\r\n");
    }

    @Test
    void aDocumentMayGoToNobodyOrNotNow() {
        var upload = new Upload("a.txt", 1, () -> new ByteArrayInputStream(new byte[1]));
        far.thenRefusal(403, "Forbidden: bot was blocked by the user").then(502, "<html>");
        assertThat(api.sendDocument(5, upload, "")).isEqualTo(new CallOutcome.Gone("blocked"));
        assertThat(far.last().text()).doesNotContain("caption");
        assertThat(api.sendDocument(5, upload, ""))
                .isEqualTo(new NotNow(Answers.FIRST_PAUSE, "not understood"));
        far.thenDrop();
        assertThat(api.sendDocument(5, upload, ""))
                .isEqualTo(new NotNow(Answers.FIRST_PAUSE, "no answer"));
        assertThat(far.asked()).hasSize(3);
    }

    @Test
    void aWaitingPollAndAFileDoNotKeepAnAnswerWaiting() throws Exception {
        far.thenSilence(Duration.ofSeconds(2));
        var poller = Thread.ofVirtual().start(() -> api.getUpdates(0, 1, Duration.ofSeconds(50)));
        while (far.asked().isEmpty()) Thread.sleep(5);
        far.thenResult("true");
        var begun = System.nanoTime();
        assertThat(api.answerTap("q", "")).isInstanceOf(Done.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        api.close();
        poller.join();
    }

    private static Download.Failed later(String why) {
        return new Download.Failed(new NotNow(Answers.FIRST_PAUSE, why));
    }

    private static void assertBreaks(InputStream bytes) throws IOException {
        try (bytes) {
            assertThatThrownBy(bytes::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(Download.TooBigInside.class)
                    .hasMessageNotContaining(FarEnd.TOKEN);
        }
    }
}
