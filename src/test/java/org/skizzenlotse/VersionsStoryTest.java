// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.file.DialogText;

/// An author changes an option on Tuesday while somebody is in the middle of it, at a running
/// service.
class VersionsStoryTest {
    private static final String IDEA = "probe/groups/idee.yaml";
    private static final String HEAD = "probe/dialog.yaml";

    @TempDir Path folder;

    @Test
    void anOptionChangesWhileAConversationIsOpen() throws Exception {
        DialogText.sound().write(folder.resolve("dialogs"));
        var config = config();
        try (var service = Service.start(config, false);
                var client = HttpClient.newHttpClient()) {
            var somebody = new Applicant(client, address(service), "Verein Beispiel");
            assertThat(somebody.begins("probe")).isTrue();
            somebody.turns(choose("einwilligung", "yes"));
            somebody.turns(choose("_scope", "full"));
            somebody.turns(choose("traeger", "firma"));
            var before = diff(config, "probe");
            assertThat(before).contains("Nichts ist anders.");

            save(changed());
            await(() -> diff(config, "probe").contains("1 Gespräch wäre betroffen."));
            Thread.sleep(Duration.ofSeconds(2));
            var fresh = new Applicant(client, address(service), "Verein Beispiel");
            fresh.begins("probe");
            fresh.turns(choose("einwilligung", "yes"));
            fresh.turns(choose("_scope", "full"));
            assertThat(fresh.last().toString()).contains("Eine Firma").doesNotContain("Betrieb");

            var draft = folder.resolve("entwurf.yaml");
            diff(config, "probe", "--draft", draft.toString());
            var migration =
                    Files.readString(draft)
                            .replaceAll(
                                    "again: \\[firma], because: \"[^\"]*\"",
                                    "map: {firma: betrieb}")
                            .replaceAll("(?m)^tell:.*$", "tell: Aus Firma wurde Betrieb.")
                            .replaceAll("(?m)^  - keep:.*$", "");
            save(changed().with("probe/migrations/betrieb.yaml", migration));
            await(() -> diff(config, "probe").contains("Nichts ist anders."));

            somebody.turns(text("partner", "Verein Beispiel"));
            assertThat(somebody.last().path("messages").toString())
                    .contains("Aus Firma wurde Betrieb.");
            assertThat(somebody.step()).isEqualTo("ziele");
            fresh.turns(choose("traeger", "firma"));
            assertThat(fresh.last().path("messages").toString())
                    .contains("Aus Firma wurde Betrieb.");
            assertThat(fresh.step()).isEqualTo("partner");
        }
    }

    @Test
    void whatIsSavedWithAMistakeChangesNothing() throws Exception {
        DialogText.sound().write(folder.resolve("dialogs"));
        var config = config();
        try (var service = Service.start(config, false);
                var client = HttpClient.newHttpClient()) {
            save(DialogText.sound().replaced(IDEA, "type: multi", "type: multipel"));
            Thread.sleep(Duration.ofSeconds(3));
            var somebody = new Applicant(client, address(service), "Verein Beispiel");
            assertThat(somebody.begins("probe")).isTrue();
            save(DialogText.sound().replaced(HEAD, "title: Probe", "title: Versuch"));
            await(() -> begins(client, service).contains("Versuch"));
        }
    }

    private static String begins(HttpClient client, Service service) {
        try {
            var somebody = new Applicant(client, address(service), "Verein Beispiel");
            somebody.begins("probe");
            return somebody.asks("api/v1/dialogs", "application/json").body();
        } catch (Exception failed) {
            return "";
        }
    }

    private static DialogText changed() {
        return DialogText.sound()
                .replaced(IDEA, "{id: firma, text: Eine Firma", "{id: betrieb, text: Ein Betrieb")
                .replaced(HEAD, "[staat, firma]", "[staat, betrieb]");
    }

    private void save(DialogText text) {
        text.write(folder.resolve("dialogs"));
    }

    private Config config() throws Config.Unusable {
        return Config.of(
                java.util.Map.of(),
                java.util.Map.of(
                        "DATA", folder.resolve("var").toString(),
                        "DIALOGS", folder.resolve("dialogs").toString(),
                        "PORT", "0"));
    }

    private static String address(Service service) {
        var where = service.where();
        return where.substring(where.indexOf("http"), where.indexOf(" – "));
    }

    private static ObjectNode choose(String step, String option) {
        var turn = JsonNodeFactory.instance.objectNode().put("step", step);
        turn.putArray("choose").add(option);
        return turn;
    }

    private static ObjectNode text(String step, String text) {
        return JsonNodeFactory.instance.objectNode().put("step", step).put("text", text);
    }

    private static String diff(Config config, String... arguments) {
        var out = new ByteArrayOutputStream();
        var console = System.out;
        var all = new String[arguments.length + 1];
        all[0] = "diff";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try (var printed = new PrintStream(out, true, UTF_8)) {
            System.setOut(printed);
            Main.commands(config).execute(all);
        } finally {
            System.setOut(console);
        }
        return out.toString(UTF_8);
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < deadline) Thread.sleep(100);
        assertThat(done.getAsBoolean()).isTrue();
    }
}
