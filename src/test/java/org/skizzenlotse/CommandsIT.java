// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The commands of the packaged jar, as they are typed.
@Timeout(120)
class CommandsIT {
    private static final String CANARY = "Kanarienvogel-4711-Geheimwort";

    @TempDir Path folder;

    private record Ended(int code, String out) {}

    @Test
    void theMatrixHasOneMainStepAndOneFieldForEachQuestionOfTheCatalogue() throws Exception {
        var shown = run("show", "skizze", "--as", "matrix", "--json");

        assertThat(shown.code()).isZero();
        var rows = new ObjectMapper().readTree(shown.out());
        assertThat(rows).hasSize(33);
        for (var row : rows) {
            assertThat(row.path("steps")).as(row.path("id").asText()).hasSize(1);
            assertThat(row.path("fields")).as(row.path("id").asText()).hasSize(1);
        }
    }

    @Test
    void theShippedDialogsAreWithoutFindingsAndTheirTalksGoAsWritten() throws Exception {
        assertThat(run("check").code()).isZero();
        assertThat(run("test").code()).isZero();
    }

    @Test
    void aBrokenDialogIsNamedByLineAndColumnWithAProposal() throws Exception {
        var broken = copyOfDialogs();
        var group = broken.resolve("skizze/groups/vorhaben.yaml");
        var lines = Files.readAllLines(group);
        for (int i = 0; i < lines.size(); i++)
            if (lines.get(i).startsWith("    short:")) {
                lines.set(i, lines.get(i).replace("short:", "shrot:"));
                Files.write(group, lines);
                var checked = run("check", broken.toString());

                assertThat(checked.code()).isEqualTo(1);
                assertThat(checked.out())
                        .contains("vorhaben.yaml:" + (i + 1) + ":5")
                        .contains("shrot")
                        .contains("short");
                return;
            }
        throw new AssertionError("no short name to break");
    }

    @Test
    void aServiceWithABrokenFolderGoesOnWithWhatWasInForce() throws Exception {
        var data = folder.resolve("var");
        Server.start(data, folder.resolve("first")).close();
        var broken = copyOfDialogs();
        Files.writeString(broken.resolve("skizze/sketch.yaml"), "sections: [");
        try (var server = Server.start(data, folder.resolve("errors"), broken);
                var client = HttpClient.newHttpClient()) {
            assertThat(new Applicant(client, server.address(), "x").begins("skizze")).isTrue();
        }
        assertThat(folder.resolve("errors")).content().contains("sketch.yaml");
    }

    @Test
    void anEmptyInstallationWithABrokenFolderDoesNotStart() throws Exception {
        var broken = Files.createDirectories(folder.resolve("leer"));
        var command = Server.command(folder.resolve("var"), "serve");
        command.environment().put("SKIZZENLOTSE_DIALOGS", broken.toString());

        assertThat(end(command).code()).isEqualTo(2);
    }

    @Test
    void whoErasesInTheWrongFolderIsToldSoAndNothingIsMade() throws Exception {
        var ended = run("erase", "SK-0000-0000");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).startsWith("DATA: in ").hasLineCount(1);
        assertThat(folder.resolve("var")).doesNotExist();
    }

    @Test
    void dataWithoutTheirKeysAreLeftAloneUntilTheKeysAreBack() throws Exception {
        var data = folder.resolve("var");
        try (var server = Server.start(data, folder.resolve("errors"));
                var client = HttpClient.newHttpClient()) {
            var applicant = new Applicant(client, server.address(), CANARY);
            assertThat(applicant.begins("skizze")).isTrue();
        }
        var kept = folder.resolve("kept");
        Files.move(data.resolve("keys"), kept);
        var database = Files.readAllBytes(data.resolve("skizzenlotse.db"));

        var refused = run("serve");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).startsWith("DATA: die Schlüssel").hasLineCount(1);
        assertThat(data.resolve("skizzenlotse.db")).hasBinaryContent(database);
        Files.write(kept.resolve("master.key"), new byte[32]);
        Files.move(kept, data.resolve("keys"));
        assertThat(run("serve").code()).isEqualTo(2);
    }

    @Test
    void inPublicTheServiceRefusesToStartWithoutAController() throws Exception {
        var refused = end(Server.command(folder.resolve("var"), "serve", "--public"));

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).contains("CONTROLLER ist nicht gesetzt");
    }

    @Test
    void afterAnEraseBesideTheRunningServiceNoAnswerIsInAnyByte() throws Exception {
        var data = folder.resolve("var");
        try (var server = Server.start(data, folder.resolve("errors"));
                var client = HttpClient.newHttpClient()) {
            var applicant = new Applicant(client, server.address(), CANARY);
            assertThat(applicant.begins("skizze")).isTrue();
            while (!applicant.step().equals("_submitted"))
                assertThat(applicant.turns(applicant.answer())).isEqualTo(200);
            var reference = applicant.last().path("reference").asText();
            var mail = data.resolve("mail").resolve(reference + "-r1.eml");
            var confirmation = data.resolve("mail").resolve(reference + "-c1.eml");
            StaffMails.await(mail);
            StaffMails.await(confirmation);
            assertThat(confirmation).exists();
            assertThat(placesOf(data)).as("the scan finds what is there").containsExactly(mail);
            assertThat(run("export", reference).out()).contains(CANARY);

            var erased = run("erase", reference);

            assertThat(erased.code()).isZero();
            assertThat(placesOf(data)).isEmpty();
            assertThat(mail).doesNotExist();
            assertThat(confirmation).as("with an applicant's address").doesNotExist();
            assertThat(applicant.asks("api/v1/conversation", "application/json").statusCode())
                    .isEqualTo(410);
            assertThat(run("export", reference).code()).isEqualTo(1);
        }
        assertThat(placesOf(data)).isEmpty();
    }

    @Test
    void theJarSaysWhichVersionItIs() throws Exception {
        assertThat(run("--version").out()).matches("Skizzenlotse \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void whatIsNotThereIsSaidInOneLine() throws Exception {
        var unknown = run("chat", "skize");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.out())
                .startsWith("Den Dialog skize gibt es nicht. Es gibt: skizze")
                .hasLineCount(1);
        assertThat(run("chat", "skizze", "--variant", "fr"))
                .isEqualTo(
                        new Ended(
                                1,
                                "Die Sprachvariante fr gibt es nicht. Es gibt: de, de-einfach,"
                                        + " en.\n"));
        var checked = run("check", folder.resolve("nirgends").toString());
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.out()).contains("Diesen Ordner gibt es nicht.").doesNotContain("\tat ");
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var command = Server.command(folder.resolve("var"), "serve");
            command.environment().put("SKIZZENLOTSE_PORT", "" + taken.getLocalPort());

            assertThat(end(command))
                    .isEqualTo(
                            new Ended(2, "PORT: " + taken.getLocalPort() + " ist schon belegt.\n"));
        }
    }

    @Test
    void aTalkInTheTerminalGoesOnWhereItWas() throws Exception {
        var state = folder.resolve("state").toString();
        typed("ja\n1\nnein\nEin Problem", "chat", "skizze", "--state", state);

        var again = typed("", "chat", "skizze", "--state", state);

        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("Was ist dann für wen anders?");
        assertThat(again.out()).doesNotContain("Bevor es losgeht", "Welches Problem");
    }

    @Test
    void afterARefusedConsentTheTerminalCountsNoQuestions() throws Exception {
        assertThat(typed("nein", "chat", "skizze").out()).containsOnlyOnce("(noch ");
    }

    private Ended typed(String lines, String... arguments) throws Exception {
        var input = Files.writeString(folder.resolve("typed"), lines);
        return end(Server.command(folder.resolve("var"), arguments).redirectInput(input.toFile()));
    }

    /// The files below the folder in which the canary stands, plain or as a mail encodes it.
    private static List<Path> placesOf(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).filter(CommandsIT::holdsCanary).toList();
        }
    }

    private static boolean holdsCanary(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .contains(CANARY);
        } catch (IOException gone) {
            return false;
        }
    }

    private Path copyOfDialogs() throws IOException {
        var from = Path.of(System.getProperty("skizzenlotse.project"), "dialogs");
        var to = folder.resolve("dialogs");
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(copy);
                else Files.copy(file, copy);
            }
        }
        return to;
    }

    private Ended run(String... arguments) throws Exception {
        return end(Server.command(folder.resolve("var"), arguments));
    }

    private static Ended end(ProcessBuilder command) throws Exception {
        var process = command.redirectErrorStream(true).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out);
    }
}
