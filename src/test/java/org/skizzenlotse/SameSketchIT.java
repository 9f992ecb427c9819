// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.channel.web.Visited;

/// The whole sketch over the HTTP API, through a pipe into the terminal and on the pages by
/// keyboard, with the same answers: all reach staff, and all say the same.
class SameSketchIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OWN =
            Set.of("provenance", "reference", "submitted_at", "dialog_hash");

    private static final Pattern REFERENCE = Pattern.compile("SK-[0-9A-Z]{4}-[0-9A-Z]{4}");

    @RegisterExtension static final Visited visited = Visited.alone();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"short", "full"})
    @Timeout(120)
    void theApiTheTerminalAndThePagesGiveTheSameSketch(String scope) throws Exception {
        var data = folder.resolve("var");
        var lines = new ArrayList<String>();
        try (var server = Server.start(data, folder.resolve("errors"));
                var client = HttpClient.newHttpClient();
                var window = visited.visitor(false, 1280, 800)) {
            var applicant = new Applicant(client, server.address(), "Unsere Worte dazu");
            var typist = new Typist(window.newPage());
            assertThat(applicant.begins("skizze")).isTrue();
            while (!applicant.step().equals("_submitted")) {
                var turn = applicant.answer();
                var typed = applicant.lines();
                if (applicant.step().equals("_scope")) {
                    turn.putArray("choose").add(scope);
                    typed = List.of(scope.equals("short") ? "1" : "2");
                }
                lines.addAll(typed);
                typist.learns(turn);
                assertThat(applicant.turns(turn)).isEqualTo(200);
            }
            var overHttp = applicant.asks("api/v1/conversation/sketch", "application/json").body();
            var inTerminal = terminal(data, lines);
            var onPages = mailed(data, typist.submits(server.address() + "d/skizze"));

            assertThat(plain(inTerminal)).isEqualTo(plain(JSON.readTree(overHttp)));
            assertThat(plain(onPages)).isEqualTo(inTerminal);
            assertThat(catalogue(inTerminal)).isEqualTo(33);
        }
    }

    /// Types the lines into `chat`, and reads the sketch from the mail that reached staff.
    private JsonNode terminal(Path data, List<String> lines) throws Exception {
        var process =
                Server.command(data, "chat", "skizze")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("talk").toFile())
                        .start();
        try (var keyboard = process.outputWriter()) {
            for (var line : lines) keyboard.write(line + "\n");
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return mailed(data, Files.readString(folder.resolve("talk")));
    }

    /// The sketch in the mail whose reference the applicant was told.
    private static JsonNode mailed(Path data, String told) throws Exception {
        var reference = REFERENCE.matcher(told);
        assertThat(reference.find()).isTrue();
        var mail = data.resolve("mail").resolve(reference.group() + "-r1.eml");
        StaffMails.await(mail);
        return StaffMails.sketch(mail);
    }

    private static int catalogue(JsonNode sketch) {
        return sketch.findValuesAsText("catalogue").size();
    }

    /// Without what differs by channel and time.
    private static JsonNode plain(JsonNode sketch) {
        if (sketch instanceof ObjectNode object) object.remove(OWN);
        sketch.forEach(SameSketchIT::plain);
        return sketch;
    }
}
