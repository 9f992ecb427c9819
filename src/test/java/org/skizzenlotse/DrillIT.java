// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Everything is lost, and comes back from a backup that was made beside the running service;
/// whatever is killed in between leaves the source as it was, and says that the copy is not whole.
@Timeout(120)
class DrillIT {
    /// Big enough that copying it can be seen.
    private static final int FILE_BYTES = 8 * 1024 * 1024;

    @TempDir Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    private record Ended(int code, String said) {}

    @Test
    void whatWasAcknowledgedComesBackAndWhoIsKilledSaysThatTheCopyIsNotWhole() throws Exception {
        var data = folder.resolve("var");
        var backups = folder.resolve("sicherung");
        var paper = paper();
        Applicant applicant;
        String file;
        try (var server = Server.start(data, folder.resolve("errors"))) {
            applicant = new Applicant(client, server.address(), "Wir zählen Wege");
            file = submitsWith(paper, applicant, server);

            kill(backup(data, backups), () -> contains(backups, "files"));
            assertThat(whole(backups)).isEmpty();
            var refused = end(Server.command(folder.resolve("fremd"), "restore", backups + ""));
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.said()).contains("ist keine Sicherung");
            assertThat(folder.resolve("fremd")).doesNotExist();
            assertThat(download(applicant, server, file)).isEqualTo(paper);

            var made = end(backup(data, backups));
            assertThat(made.said()).contains("Gesichert");
            assertThat(whole(backups)).hasSize(1);
        }
        lose(data);
        var source = sums(backups);

        kill(restore(data, backups), () -> contains(data, "skizzenlotse.db"));
        assertThat(sums(backups)).isEqualTo(source);
        var half = end(Server.command(data, "serve"));
        assertThat(half.code()).isEqualTo(2);
        assertThat(half.said()).contains("nicht zu Ende zurückgeholt", "restore").hasLineCount(1);

        var back = end(restore(data, backups));
        assertThat(back.said()).contains("Zurückgeholt");
        assertThat(sums(backups)).isEqualTo(source);
        try (var server = Server.start(data, folder.resolve("errors"))) {
            applicant.movesTo(server.address());
            var talk = applicant.asks("api/v1/conversation", "application/json");
            assertThat(talk.statusCode()).isEqualTo(200);
            assertThat(talk.body()).contains(applicant.last().path("reference").asText());
            assertThat(download(applicant, server, file)).isEqualTo(paper);
            assertThat(applicant.turns(Applicant.command("overview"))).isEqualTo(200);
        }
    }

    private static byte[] paper() {
        var bytes = new byte[FILE_BYTES];
        new Random(20_261_124L).nextBytes(bytes);
        var head = "%PDF-1.7\n".getBytes(UTF_8);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    /// Answers everything, hands a file over where it is asked for, and submits; gives its address.
    private String submitsWith(byte[] paper, Applicant applicant, Server server) throws Exception {
        assertThat(applicant.begins("skizze")).isTrue();
        var file = "";
        while (!applicant.step().equals("_submitted")) {
            var turn = applicant.answer();
            if (applicant.step().equals("vorhandenes")) turn.putArray("choose").add("ja");
            if (applicant.step().equals("unterlagen")) {
                file = upload(paper, applicant, server);
                var id = file.substring(file.lastIndexOf('/') + 1);
                turn = JsonNodeFactory.instance.objectNode().put("step", "unterlagen");
                turn.putArray("files").addObject().put("id", id);
            }
            assertThat(applicant.turns(turn)).isEqualTo(200);
        }
        return file;
    }

    private String upload(byte[] paper, Applicant applicant, Server server) throws Exception {
        var metadata = "filename " + base64("Konzept.pdf") + ",step " + base64("unterlagen");
        var create =
                request(applicant, server, "/api/v1/conversation/files")
                        .header("Upload-Length", "" + paper.length)
                        .header("Upload-Metadata", metadata)
                        .POST(BodyPublishers.noBody())
                        .build();
        var created = client.send(create, BodyHandlers.ofString());
        var file = created.headers().firstValue("Location").orElseThrow();
        var append =
                request(applicant, server, file)
                        .header("Upload-Offset", "0")
                        .header("Content-Type", "application/offset+octet-stream")
                        .method("PATCH", BodyPublishers.ofByteArray(paper))
                        .build();
        assertThat(client.send(append, BodyHandlers.discarding()).statusCode()).isEqualTo(204);
        return file;
    }

    private byte[] download(Applicant applicant, Server server, String file) throws Exception {
        var request = request(applicant, server, file + "/content").GET().build();
        return client.send(request, BodyHandlers.ofByteArray()).body();
    }

    private static HttpRequest.Builder request(Applicant applicant, Server server, String path) {
        return HttpRequest.newBuilder(URI.create(server.address()).resolve(path))
                .header("Authorization", "Bearer " + applicant.token())
                .header("Tus-Resumable", "1.0.0");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static ProcessBuilder backup(Path data, Path backups) throws IOException {
        return Server.command(data, "backup", backups.toString());
    }

    private static ProcessBuilder restore(Path data, Path backups) throws IOException {
        return Server.command(data, "restore", backups.toString());
    }

    /// As soon as copying has begun.
    private static void kill(ProcessBuilder command, BooleanSupplier begun) throws Exception {
        var process = command.redirectErrorStream(true).start();
        while (!begun.getAsBoolean())
            assertThat(process.isAlive()).as("it goes on until it is killed").isTrue();
        process.destroyForcibly();
        assertThat(process.waitFor()).as("killed, not done").isNotZero();
    }

    private static Ended end(ProcessBuilder command) throws Exception {
        var process = command.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), said);
    }

    /// Whether something of that name lies anywhere below.
    private static boolean contains(Path folder, String name) {
        if (!Files.isDirectory(folder)) return false;
        try (var all = Files.find(folder, 4, (path, _) -> path.endsWith(name))) {
            return all.findAny().isPresent();
        } catch (IOException | java.io.UncheckedIOException changing) {
            return false;
        }
    }

    private static List<Path> whole(Path backups) throws IOException {
        try (var entries = Files.list(backups)) {
            return entries.filter(one -> !one.getFileName().toString().startsWith(".")).toList();
        }
    }

    private static void lose(Path data) throws IOException {
        try (var all = Files.walk(data)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }

    private static Map<String, Long> sums(Path folder) throws IOException {
        var sums = new TreeMap<String, Long>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var sum = new CRC32();
                sum.update(Files.readAllBytes(file));
                sums.put(file.toString(), sum.getValue());
            }
        }
        return sums;
    }
}
