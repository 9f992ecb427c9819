// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.Loaded;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.web.WebSettings;

/// The pages around the conversation, over HTTP, with the shipped dialogs.
class SiteTest {
    private static final Path DIALOGS =
            Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs");

    private static final Loaded LOADED = DialogFolder.read(DIALOGS);
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#?]*)");

    @TempDir Path folder;

    private Served served;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws Exception {
        served = Served.start(WebSettings.loopback(0));
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        served.close();
    }

    @Test
    void everyQuestionInForceStandsOnThePageAndInTheFile() throws Exception {
        var page = get("/fragen").body();
        var file = get("/fragen.md").body();

        for (var question : LOADED.dialog("skizze").orElseThrow().dialog().questions()) {
            var brief = question.wording().shortText();
            assertThat(page).contains("id=\"frage-" + question.id().value() + "\"");
            assertThat(page).contains("<h3>" + brief);
            assertThat(file).contains("### " + DialogText.escaped(brief) + "\n");
            for (var option : question.type().options()) {
                var text = question.wording().option(option.id()).text();
                assertThat(page).contains(DialogText.inlineHtml(text));
                assertThat(file).contains("- " + text);
            }
        }
        assertThat(page + file).doesNotContainPattern("\\{[a-z_]+}");
        assertThat(page).contains("Kein Programm lehnt euch ab", "zahlen kein Geld aus", "Toolbox");
        assertThat(file).contains("Kein Programm lehnt euch ab", "zahlen kein Geld aus", "Toolbox");
    }

    @Test
    void whatBelongsToTheShortSketchIsMarked() throws Exception {
        var core =
                LOADED.dialog("skizze").orElseThrow().dialog().questions().stream()
                        .filter(one -> one.rules().core())
                        .count();

        assertThat(get("/fragen").body().split("class=\"tag\"", -1)).hasSize((int) core + 2);
        assertThat(get("/fragen.md").body().split("Gehört zur kurzen Skizze", -1))
                .hasSize((int) core + 1);
    }

    @Test
    void afterAChangedDialogIsPublishedThePagesChange() throws Exception {
        assertThat(get("/fragen").body()).doesNotContain("Drei Wörter reichen");
        copy(DIALOGS, folder);
        change("skizze/groups/kontakt.yaml", "short: Kontakt\n", "short: Drei Wörter reichen\n");
        change("skizze/dialog.yaml", "kontakt: Wir antworten", "kontakt: Wir telegrafieren");

        served.publish(folder);

        assertThat(get("/fragen").body()).contains("<h3>Drei Wörter reichen");
        assertThat(get("/fragen.md").body()).contains("### Drei Wörter reichen\n");
        assertThat(get("/datenschutz").body()).contains("Wir telegrafieren", "Drei Wörter reichen");
    }

    @Test
    void everyPrincipleAndCriterionStandsOnThePageAndInTheFile() throws Exception {
        var page = get("/prinzipien").body();
        var file = get("/prinzipien.md").body();

        for (var one : LOADED.guidance().principles().all()) {
            assertThat(page).contains(">" + one.title() + "</h2>");
            assertThat(file).contains("## " + one.title());
        }
        for (var one : LOADED.guidance().catalogue().criteria()) {
            assertThat(page).contains(one.title());
            assertThat(file).contains(one.title());
        }
        for (var offer : LOADED.guidance().catalogue().offers()) {
            assertThat(page).contains("<h3>" + offer.title() + "</h3>");
            assertThat(file).contains("**" + offer.title() + ":**");
        }
        assertThat(page.split("href=\"/fragen#frage-", -1)).hasSize(33 + 1);
    }

    @Test
    void filesToTakeAlongAreAttachments() throws Exception {
        for (var name : List.of("prinzipien.md", "fragen.md")) {
            var answer = get("/" + name);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .isEqualTo("attachment; filename=\"" + name + "\"");
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .isEqualTo("text/markdown; charset=utf-8");
        }
    }

    @Test
    void theTwelveItemsOfTheLawStandInThePrivacyNotice() throws Exception {
        var page = get("/datenschutz").body();

        for (var item :
                List.of(
                        "verantwortlich",
                        "kontakt",
                        "zwecke",
                        "grundlage",
                        "empfaenger",
                        "drittland",
                        "dauer",
                        "rechte",
                        "widerruf",
                        "beschwerde",
                        "pflicht",
                        "automatik")) {
            var section = page.replaceFirst("(?s).*<h2 id=\"" + item + "\">", "");
            assertThat(section).as(item).isNotEqualTo(page);
            var text = section.substring(section.indexOf("</h2>"), section.indexOf("</section>"));
            assertThat(text.replaceAll("<[^>]*>", "").strip()).as(item).hasSizeGreaterThan(10);
        }
        assertThat(page)
                .contains(
                        "[Verantwortliche Stelle]",
                        "[Anschrift der Stelle]",
                        "[Kontakt für Fragen zum Datenschutz]",
                        "[Aufsichtsbehörde für den Datenschutz]");
    }

    @Test
    void whoReadsEnglishFindsTheNoticeInShortWithTheSameFacts() throws Exception {
        var page = get("/datenschutz").body();
        var english = page.replaceFirst("(?s).*<section[^>]*lang=\"en\"", "");
        assertThat(page).contains("<p lang=\"en\"><a href=\"#english\">");
        assertThat(english).isNotEqualTo(page);
        assertThat(english.substring(0, english.indexOf("</section>")))
                .contains("[Verantwortliche Stelle]", "[Kontakt für Fragen zum Datenschutz]")
                .contains("days after your last sign of life", "at most", "“withdraw”");
    }

    @Test
    void everyPurposeOfEveryQuestionIsSaidInWords() throws Exception {
        var page = get("/datenschutz").body();

        for (var loaded : LOADED.dialogs()) {
            var dialog = loaded.dialog();
            if (!dialog.head().personal()) continue;
            for (var question : dialog.questions()) {
                var purpose = question.rules().privacy().purpose();
                assertThat(dialog.parts().purposes())
                        .as("%s words its purposes", dialog.id())
                        .containsKey(purpose);
                assertThat(page).contains(dialog.parts().purposes().get(purpose));
                if (question.rules().privacy().personal())
                    assertThat(page)
                            .contains(
                                    DialogText.inlineHtml(
                                            DialogText.escaped(question.wording().shortText())));
            }
        }
    }

    @Test
    void onlyWhatIsPublishedIsLinkedAndEveryLinkLeadsSomewhere() throws Exception {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(List.of("/"));
        while (!open.isEmpty()) {
            var path = open.pop();
            if (!seen.add(path)) continue;
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"))
                continue;
            LINK.matcher(answer.body()).results().forEach(found -> open.add(found.group(1)));
        }
        assertThat(seen)
                .contains(
                        "/d/skizze",
                        "/fragen.md",
                        "/prinzipien.md",
                        "/impressum",
                        "/datenschutz",
                        "/barrierefreiheit");
        for (var loaded : LOADED.dialogs()) assertThat(seen).contains("/d/" + loaded.dialog().id());
    }

    @Test
    void theStatementOnAccessibilitySaysWhatIsMissingAndWhereToComplain() throws Exception {
        assertThat(get("/barrierefreiheit").body())
                .contains(
                        "noch keine Fassung in Leichter Sprache",
                        "[E-Mail-Adresse des Teams]",
                        "Schlichtungsstelle nach § 16 BGG");
    }

    @Test
    void aTextInLeichteSpracheIsOnlyWhatWasCheckedOutside() throws Exception {
        assertThat(get("/leichte-sprache").body())
                .contains("Diesen Text gibt es noch nicht", "Einfacher Sprache");
        copy(DIALOGS, folder);
        Files.writeString(
                folder.resolve("leichte-sprache.yaml"),
                """
                title: In Leichter Sprache
                checked_by: Büro für Probe
                checked_on: im März 2027
                text: |-
                  Das ist der Text.

                  Er ist leicht.
                """);
        served.close();
        served = Served.start(WebSettings.loopback(0), folder);
        assertThat(get("/leichte-sprache").body())
                .contains("<h1>In Leichter Sprache</h1>", "Er ist leicht.")
                .contains("Geprüft von Büro für Probe, im März 2027.");
        assertThat(get("/barrierefreiheit").body())
                .contains("href=\"/leichte-sprache\"")
                .doesNotContain("noch keine Fassung");
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(served.address() + path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    private void change(String file, String passage, String by) throws IOException {
        var path = folder.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(passage);
        Files.writeString(path, text.replace(passage, by));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
