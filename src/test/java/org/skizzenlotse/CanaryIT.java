// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.web.Visited;

/// Unique words in every answer, address, number, file name, description and content, on every
/// surface: a search through every byte finds none of them where all is sealed, and none anywhere
/// once everything was erased (issue "Files, consent, privacy").
@Timeout(240)
class CanaryIT {
    @RegisterExtension static final Visited visited = Visited.alone();

    @TempDir Path folder;

    /// Where the clients of others keep what is theirs.
    @TempDir Path elsewhere;

    private final Canaries canaries = new Canaries();
    private Path data;
    private Path temporary;
    private Path logs;
    private OnPhone phone;
    private InRoom room;
    private Server server;

    @BeforeEach
    void start() throws Exception {
        data = folder.resolve("var");
        temporary = Files.createDirectories(folder.resolve("tmp"));
        logs = Files.createDirectories(folder.resolve("logs"));
        phone = new OnPhone(canaries);
        room = new InRoom(canaries, elsewhere);
        server = Server.start(command(data, "serve"), logs.resolve("service"));
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) server.close();
        if (phone != null) phone.close();
        if (room != null) room.close();
    }

    @Test
    void whatPeopleSayIsSealedEverywhereAndGoneEverywhereOnceItIsErased() throws Exception {
        var overApi = new Surfaces(server.address(), canaries, "api");
        var inWidget = new Surfaces(server.address(), canaries, "widget");
        var onPages = new Surfaces(server.address(), canaries, "seiten");
        var references = new ArrayList<String>();
        references.add(overApi.overApi());
        try (var visitor = visited.visitor(true, 1280, 800)) {
            references.add(inWidget.inWidget(visitor.newPage(), folder));
        }
        try (var visitor = visited.visitor(false, 1280, 800)) {
            references.add(onPages.onPages(visitor.newPage(), folder));
        }
        references.add(inTerminal());
        phone.writes();
        room.writes();
        assertThat(canaries.count()).as("words on six surfaces").isGreaterThan(95);

        var mails = references.stream().flatMap(one -> Stream.of(mail(one), confirmation(one)));
        var written = mails.toList();
        for (var mail : written) StaffMails.await(mail);
        phone.leavesUnread();
        room.leavesUnread();
        assertThat(metrics()).contains("skizzenlotse_messengers_updates_waiting 2.0");
        assertThat(Canaries.placesOf(data, temporary, logs))
                .as("only the mails, which no server takes here")
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(Canaries.placesOf(OnPhone.NUMBER, data, temporary, logs)).isEmpty();
        assertThat(Canaries.placesOf(room.user(), data, temporary, logs)).isEmpty();

        assertThat(Canaries.placesOf(Applicant.VISITOR, data, temporary, logs))
                .as("the address of whoever visits")
                .isEmpty();

        var before = backup("before");
        assertThat(Canaries.placesOf(folder.resolve("before"))).isEmpty();
        assertThat(restored(before, before, references.getFirst()))
                .as("with its own keys it opens")
                .contains("kanarie");

        overApi.takesOut("problem");
        goes(mail(references.getFirst()));
        isNowhere(overApi.word("problem"));
        overApi.companion.takesOut();
        isNowhere(overApi.companion.answer());

        phone.erases();
        room.erases();
        overApi.erases();
        assertThat(overApi.companion.status()).as("gone for everybody").isEqualTo(410);
        for (var reference : references.subList(1, references.size()))
            assertThat(run("erase", reference)).contains("Gelöscht");
        assertThat(Canaries.placesOf(data, temporary, logs)).isEmpty();

        var after = backup("after");
        for (var reference : references)
            assertThat(restored(before, after, reference)).doesNotContain("kanarie");
        server.close();
        assertThat(Canaries.placesOf(data, temporary, logs, folder.resolve("restored"))).isEmpty();
        assertThat(Canaries.placesOf(OnPhone.NUMBER, folder)).isEmpty();
        assertThat(Canaries.placesOf(room.user(), folder)).isEmpty();
    }

    private String metrics() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var numbers = HttpRequest.newBuilder(URI.create(server.address() + "metrics")).build();
            return client.send(numbers, BodyHandlers.ofString()).body();
        }
    }

    private Path mail(String reference) {
        return data.resolve("mail").resolve(reference + "-r1.eml");
    }

    private Path confirmation(String reference) {
        return data.resolve("mail").resolve(reference + "-c1.eml");
    }

    /// Waits until another mail has taken the place of this one.
    private static void goes(Path mail) throws InterruptedException {
        for (int i = 0; i < 400 && Files.exists(mail); i++) Thread.sleep(50);
        assertThat(mail).doesNotExist();
    }

    /// Waits until mails without it have taken the place of others.
    private void isNowhere(String word) throws Exception {
        for (int i = 0; i < 400 && !Canaries.placesOf(word, data, temporary, logs).isEmpty(); i++)
            Thread.sleep(50);
        assertThat(Canaries.placesOf(word, data, temporary, logs)).isEmpty();
    }

    /// Types answers into `chat`, beside the running service.
    private String inTerminal() throws Exception {
        var typed = new Surfaces(server.address(), canaries, "terminal").lines(folder);
        var chat = command(data, "chat", "skizze").redirectErrorStream(true).start();
        try (var keyboard = chat.outputWriter(UTF_8)) {
            for (var line : typed) keyboard.write(line + "\n");
        }
        var told = new String(chat.getInputStream().readAllBytes(), UTF_8);
        return Surfaces.reference(told);
    }

    private Path backup(String name) throws Exception {
        assertThat(run("backup", folder.resolve(name).toString())).contains("Gesichert");
        return folder.resolve(name);
    }

    /// What can be read of a conversation after a backup was brought back with these keys.
    private String restored(Path backup, Path keys, String reference) throws Exception {
        var fresh =
                Files.createDirectories(folder.resolve("restored")).resolve("" + System.nanoTime());
        assertThat(run(fresh, "restore", backup.toString(), "--keys", keys.toString()))
                .contains("Zurückgeholt");
        var told = run(fresh, "export", reference);
        assertThat(Canaries.placesOf(fresh)).isEmpty();
        return told;
    }

    private String run(String... arguments) throws Exception {
        return run(data, arguments);
    }

    private String run(Path where, String... arguments) throws Exception {
        var process = command(where, arguments).redirectErrorStream(true).start();
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return out;
    }

    /// With temporary files in a folder of the test.
    private ProcessBuilder command(Path where, String... arguments) throws Exception {
        var builder = Server.command(where, arguments);
        var command = new ArrayList<>(builder.command());
        command.addAll(1, List.of("-Djava.io.tmpdir=" + temporary));
        builder.environment().put("TRUSTED_PROXY", "127.0.0.1");
        builder.environment().putAll(phone.settings());
        builder.environment().putAll(room.settings());
        return builder.command(command).directory(logs.toFile());
    }
}
