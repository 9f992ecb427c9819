// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.conversation.ComingBack;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.TurnRequest;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Stations;

/// A conversation that was begun elsewhere goes on in the terminal, by its key.
class ChatTest {
    @TempDir Path folder;
    private Config config;
    private String key = "";

    @BeforeEach
    void begunOnTheWeb() throws Exception {
        var dialogs = Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs");
        var data = folder.resolve("var").toString();
        config = Config.of(Map.of("DATA", data, "DIALOGS", dialogs.toString()), Map.of());
        try (var opened = Assembly.open(config)) {
            var conversations = opened.conversations();
            var token = conversations.open("skizze", "de", "web").token();
            for (var words : List.of("ja", "1", "nein", "Die Tafel wird nicht satt.", "/pause")) {
                var input = new Input.Said(null, words);
                var outcome = conversations.turn(token, new TurnRequest(input, "web", "", ""));
                key = ((Outcome.Done) outcome).view().key();
            }
        }
        assertThat(key).isNotEmpty();
    }

    private record Ended(int code, String said) {}

    private Ended typed(String lines, String... command) {
        var said = new ByteArrayOutputStream();
        var in = System.in;
        var out = System.out;
        var errors = System.err;
        try (var print = new PrintStream(said, true, UTF_8)) {
            System.setIn(new ByteArrayInputStream(lines.getBytes(UTF_8)));
            System.setOut(print);
            System.setErr(print);
            return new Ended(Main.commands(config).execute(command), said.toString(UTF_8));
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(errors);
        }
    }

    @Test
    void theKeyLeadsToWhereOneWas() {
        var ended = typed("weiter\n/überblick\n", "chat", "--return", key.toLowerCase(Locale.ROOT));
        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("Die Tafel wird nicht satt.");
    }

    @Test
    void aMovingCodeWaitsUntilTheOtherDeviceSaysYes() throws Exception {
        try (var opened = Assembly.open(config);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var conversations = opened.conversations();
            var there = (ComingBack.Here) conversations.comeBack(key);
            var moves = new Input.Commanded(Command.MOVE, "");
            var code = done(conversations.turn(there.token(), asked(moves))).once().code();
            var ended =
                    threads.submit(() -> typed("weiter\n/überblick\n", "chat", "--return", code));
            while (!done(conversations.view(there.token()))
                    .expects()
                    .step()
                    .equals(Stations.ARRIVAL)) Thread.sleep(20);
            var yes = new Input.Chose(Stations.ARRIVAL, List.of("yes"), "");
            conversations.turn(there.token(), asked(yes));
            assertThat(ended.get().said())
                    .contains("Bestätigt jetzt auf dem anderen Gerät die Zahl")
                    .contains("Die Tafel wird nicht satt.");
        }
    }

    private static TurnRequest asked(Input input) {
        return new TurnRequest(input, "web", "", "");
    }

    private static View done(Outcome outcome) {
        return ((Outcome.Done) outcome).view();
    }

    @Test
    void theTerminalGivesACodeAndALink() {
        var said = typed("/umziehen\n", "chat", "--return", key).said();
        assertThat(said).containsPattern("Umzugs-Code: ([0-9A-Z]{3}-){2}[0-9A-Z]{3}");
        assertThat(said).containsPattern("/umzug/[A-Za-z0-9_-]{22}");
    }

    @Test
    void withAFileTheKeyIsNeededOnce() throws Exception {
        var state = folder.resolve("gespraech");
        assertThat(typed("", "chat", "--return", key, "--state", state.toString()).code()).isZero();
        assertThat(Files.getPosixFilePermissions(state)).hasSize(2);
        var again = typed("/überblick\n", "chat", "skizze", "--state", state.toString());
        assertThat(again.said()).contains("Die Tafel wird nicht satt.");
    }

    @Test
    void aWrongKeyIsSaidAndBeginsNothing() {
        var slip = key.endsWith("0") ? "1" : "0";
        var mistyped = typed("", "chat", "--return", key.substring(0, key.length() - 1) + slip);
        assertThat(mistyped.code()).isEqualTo(1);
        assertThat(mistyped.said()).contains("Tippfehler").doesNotContain("> ");
        var unknown = typed("", "chat", "--return", "0".repeat(25));
        assertThat(unknown.said()).contains("kennen wir nicht");
    }

    @Test
    void filesAreHandedOverByTheirPathAndDescribed() throws Exception {
        var poster = Files.writeString(folder.resolve("Unser Plakat.txt"), "Kommt alle!");
        var plan = Files.writeString(folder.resolve("plan.txt"), "Erst zählen, dann handeln.");
        var picture = Files.write(folder.resolve("bild.exe"), new byte[] {'M', 'Z', 0, 1, 2});
        var lines =
                String.join(
                        "\n",
                        "weiter",
                        "/dateien",
                        "2",
                        "1",
                        "anhängen " + folder.resolve("gibt es nicht.txt"),
                        picture.toString(),
                        "\"" + poster + "\" | Unser Plakat vom Mai",
                        "anhängen " + plan,
                        "fertig",
                        "/überblick",
                        "");
        var said = typed(lines, "chat", "--return", key).said();
        assertThat(said)
                .contains("nicht zu finden oder nicht zu lesen")
                .contains("Diese Art von Datei können wir nicht lesen. Es gehen: PDF")
                .contains("Angekommen: Unser Plakat.txt (1 KB)")
                .contains("Angekommen: plan.txt");
        try (var opened = Assembly.open(config)) {
            var conversations = opened.conversations();
            var token = ((ComingBack.Here) conversations.comeBack(key)).token();
            assertThat(conversations.files().files(token))
                    .hasSize(2)
                    .allMatch(file -> file.attached());
            assertThat(said.substring(said.lastIndexOf("fertig")))
                    .contains("Unser Plakat.txt (1 KB): Unser Plakat vom Mai");
        }
    }

    @Test
    void beforeTheConsentNothingTypedIsStored() throws Exception {
        var words = "Kanarienvogel-Pirol";
        var state = folder.resolve("gespraech").toString();
        var lines = words + "\n/" + words + "\n7 " + words + "\nnein\n" + words + "\n";
        assertThat(typed(lines, "chat", "skizze", "--state", state).code()).isZero();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                assertThat(Files.readString(file, ISO_8859_1)).as("%s", file).doesNotContain(words);
        }
        assertThat(typed("", "chat", "skizze", "--state", state).said()).doesNotContain(words);
    }

    /// Beginning and a yes; the word and a yes.
    @Test
    void takingBackTakesNoMoreLinesThanGiving() {
        var ended = typed("ja\nwiderruf\nja\n", "chat", "skizze");
        assertThat(ended.said()).contains("löschen wir dann alles sofort", "Alles ist gelöscht");
    }
}
