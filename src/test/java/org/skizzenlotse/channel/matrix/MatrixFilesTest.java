// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skizzenlotse.InFull;
import org.skizzenlotse.channel.matrix.synapse.Peer;
import org.skizzenlotse.channel.matrix.synapse.Synapse;
import org.skizzenlotse.conversation.FileDesk;
import org.skizzenlotse.conversation.FileDesk.FileView;
import org.skizzenlotse.conversation.View;

/// Files that a client which is not ours sends into an encrypted room.
@InFull
@Timeout(240)
class MatrixFilesTest {
    /// Several files are sent within it, also on a busy machine.
    private static final Duration BURST = Duration.ofSeconds(3);

    private static final String CANARY = "Kanarienvogel im Papier";

    private static InMatrix in;

    @BeforeAll
    static void begin() throws Exception {
        in = new InMatrix(Synapse.shared(), BURST);
    }

    @AfterAll
    static void end() throws Exception {
        if (in != null) in.close();
    }

    @Test
    void largeFilesArriveWholeAndAreSealed() throws Exception {
        var kim = atFiles();
        kim.patience(Duration.ofSeconds(60));
        for (int megabytes : List.of(5, 20)) {
            var name = "Konzept " + megabytes + ".pdf";
            var sent = pdf(megabytes << 20);
            in.awaitAnswered(kim.sendFile(name, "application/pdf", sent));
            var file = file(kim, name).orElseThrow();
            assertThat(file.ready() && file.attached()).isTrue();
            assertThat(file.mediaType()).isEqualTo("application/pdf");
            assertThat(Arrays.equals(kept(kim, file), sent)).as(name).isTrue();
        }
        assertThat(files(kim)).hasSize(2);
        assertThat(in.served.bytes()).doesNotContain(CANARY);
    }

    @Test
    void severalAtOnceAreOneAnswer() throws Exception {
        var kim = atFiles();
        var before = view(kim).revision();
        kim.sendFile("Eins.txt", "text/plain", (CANARY + " eins").getBytes(UTF_8));
        kim.sendFile("Zwei.csv", "text/csv", "a;b\n1;2\n".getBytes(UTF_8));
        in.awaitAnswered(kim.sendImage("Drei.png", "image/png", png()));
        assertThat(files(kim))
                .allMatch(one -> one.ready() && one.attached())
                .extracting(FileView::name)
                .containsExactlyInAnyOrder("Eins.txt", "Zwei.csv", "Drei.png");
        assertThat(view(kim).revision()).isEqualTo(before + 1);
        assertThat(in.served.bytes()).doesNotContain(CANARY);
    }

    @Test
    void aFileOfAWrongKindGetsAKindWord() throws Exception {
        var kim = atFiles();
        var program = "MZ\u0000\u0001\u0002 " + CANARY;
        in.awaitAnswered(
                kim.sendFile("Konzept.pdf", "application/pdf", program.getBytes(ISO_8859_1)));
        kim.expect("Diese Art von Datei können wir nicht lesen");
        assertThat(files(kim)).isEmpty();
        assertThat(in.served.bytes()).doesNotContain(CANARY);
        in.await(kim, "unterlagen");
    }

    @Test
    void whatIsNotWhatWasSentIsNotTaken() throws Exception {
        var kim = atFiles();
        in.awaitAnswered(kim.sendFile("Ganz.pdf", "application/pdf", pdf(100_000)));
        var sent =
                (ObjectNode)
                        kim.history().reversed().stream()
                                .filter(past -> past.message().body().equals("Ganz.pdf"))
                                .findFirst()
                                .orElseThrow()
                                .message()
                                .content();
        var hash = sent.deepCopy().put("body", "Falsch.pdf").put("filename", "Falsch.pdf");
        ((ObjectNode) hash.path("file").path("hashes")).put("sha256", "A".repeat(43));
        in.awaitAnswered(kim.send("m.room.message", asMap(hash)));
        kim.expect("Die Datei ist nicht ganz bei uns angekommen");
        var key = sent.deepCopy().put("body", "Verstellt.pdf").put("filename", "Verstellt.pdf");
        ((ObjectNode) key.path("file").path("key")).put("k", "A".repeat(43));
        in.awaitAnswered(kim.send("m.room.message", asMap(key)));
        kim.expect("Diese Art von Datei können wir nicht lesen");
        assertThat(files(kim)).extracting(FileView::name).containsExactly("Ganz.pdf");
    }

    @Test
    void eachSpokenAnswerIsKeptAsAFileOfItsQuestion() throws Exception {
        var kim = in.full(true);
        for (int i = 1; i <= 2; i++) {
            var step = in.upTo(kim, "long_text").expects().step();
            in.awaitAnswered(kim.sendVoice("audio/ogg", ("OggS " + CANARY + i).getBytes(UTF_8)));
            in.leave(kim, step.value());
            assertThat(in.answer(kim, step)).startsWith("Gesprochene Antwort: ");
            var mine = files(kim).stream().filter(one -> one.about().equals(step.value()));
            assertThat(mine)
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.ready() && one.attached()).isTrue();
                        assertThat(in.answer(kim, step)).endsWith(one.name());
                    });
        }
        assertThat(files(kim)).extracting(FileView::name).hasSize(2).doesNotHaveDuplicates();
        assertThat(in.served.bytes()).doesNotContain(CANARY);
    }

    /// Somebody who is asked for files.
    private static Peer atFiles() throws Exception {
        var kim = in.full(true);
        kim.say("dateien");
        in.await(kim, "vorhandenes");
        kim.say("ja");
        in.await(kim, "unterlagen");
        return kim;
    }

    private static View view(Peer kim) {
        return in.view(kim).orElseThrow();
    }

    private static FileDesk desk() {
        return in.served.conversations().files();
    }

    private static String token(Peer kim) {
        return in.seat(kim).orElseThrow().token();
    }

    private static List<FileView> files(Peer kim) {
        return desk().files(token(kim));
    }

    private static Optional<FileView> file(Peer kim, String name) {
        return files(kim).stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static byte[] kept(Peer kim, FileView file) throws IOException {
        try (var whole = desk().open(token(kim), file.id()).orElseThrow().whole()) {
            return whole.readAllBytes();
        }
    }

    /// Of so many bytes, most of them at random.
    private static byte[] pdf(int bytes) {
        var pdf = new byte[bytes];
        RandomGeneratorFactory.of("L64X128MixRandom").create(bytes).nextBytes(pdf);
        put(pdf, 0, "%PDF-1.7\n%âãÏÓ\n1 0 obj " + CANARY);
        put(pdf, bytes - 100, CANARY);
        return pdf;
    }

    private static void put(byte[] into, int at, String text) {
        var bytes = text.getBytes(ISO_8859_1);
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    private static byte[] png() {
        var png = new byte[200];
        put(png, 0, "\u0089PNG\r\n\u001a\n");
        return png;
    }

    private static Map<String, Object> asMap(ObjectNode content) {
        return new ObjectMapper().convertValue(content, new TypeReference<>() {});
    }
}
