// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.web.Looks;
import org.skizzenlotse.channel.web.Visited;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// An author comes in with the key, reads a dialog in all its forms, tries it out, changes a text,
/// and takes that back; what would break the dialog is not written.
class AuthorStoryTest {
    private static final String KEY = "ein-schluessel-fuer-die-probe";

    @RegisterExtension static final Visited visited = Visited.alone();

    @TempDir Path folder;

    private final Looks looks = new Looks("author");
    private @Nullable Service service;
    private String address = "";
    private Path dialogs = Path.of("");

    /// Serves these of the shipped dialogs: the fewer there are, the faster each change is proven.
    private void serve(String... ids) throws Exception {
        dialogs = folder.resolve("dialogs");
        copy(Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs"), dialogs);
        for (var id : List.of("skizze", "sprechstunde", "vorpruefung"))
            if (!List.of(ids).contains(id)) remove(dialogs.resolve(id));
        var settings =
                Map.of(
                        "PORT",
                        "0",
                        "DATA",
                        folder.resolve("data").toString(),
                        "DIALOGS",
                        dialogs.toString(),
                        "AUTHOR_KEY",
                        KEY);
        var started = Service.start(Config.of(settings, Map.of()), false);
        service = started;
        address = started.where().replaceFirst("^\\S+ (\\S+)/ .*$", "$1");
    }

    @AfterEach
    void stop() {
        if (service != null) service.close();
    }

    @Test
    void oneDialogInAllItsForms() throws Exception {
        serve("skizze", "sprechstunde", "vorpruefung");
        try (var desk = visited.visitor(true, 1_200, 900)) {
            var page = desk.newPage();
            page.navigate(address + "/author");
            looks.at(page, "door");
            page.getByLabel("Euer Name").fill("Kim");
            page.getByLabel("Schlüssel").fill("falsch");
            press(page, "Anmelden");
            assertThat(page.locator("[role=alert]").textContent()).contains("nicht geklappt");
            signIn(page);
            looks.at(page, "all");
            assertThat(page.locator(".accounts > li").count()).isEqualTo(3);

            page.navigate(address + "/author/vorpruefung");
            looks.at(page, "dialog");
            page.navigate(address + "/author/vorpruefung/lesen");
            looks.at(page, "reading");
            assertThat(page.locator("h1").textContent()).isEqualTo("Kurze Vorprüfung");
            page.navigate(address + "/author/skizze/bild");
            looks.at(page, "drawing");
            assertThat(page.locator("svg[role=img] title").textContent())
                    .isEqualTo("Eure Projektskizze");
            page.navigate(address + "/author/skizze/katalog");
            looks.at(page, "matrix");
            assertThat(page.locator("tbody tr").count()).isEqualTo(33);
            page.navigate(address + "/author/vorpruefung/befunde");
            page.locator("details summary:has-text('Überschneidung')").click();
            looks.at(page, "findings");
            assertThat(page.locator("main").textContent()).contains("zusammen zutreffen können");
            page.navigate(address + "/author/vorpruefung/abdeckung");
            looks.at(page, "coverage");
            assertThat(page.locator("main").textContent()).contains("alle laufen wie");
        }
    }

    @Test
    void aTextIsChangedIsInForceAtOnceAndIsTakenBack() throws Exception {
        serve("vorpruefung");
        try (var desk = visited.visitor(true, 1_200, 900)) {
            var page = desk.newPage();
            page.navigate(address + "/author");
            signIn(page);
            page.navigate(address + "/author/vorpruefung/texte");
            looks.at(page, "texts");
            page.navigate(address + "/author/vorpruefung/texte/traeger");
            looks.at(page, "text");
            var before = page.getByLabel("Text", exactly()).inputValue();
            page.getByLabel("Text", exactly()).fill("Wer bringt eure Idee ein?");
            press(page, "Nur ansehen");
            assertThat(file()).contains("text: " + before);
            assertThat(page.locator("[role=status]").textContent()).contains("noch nichts");
            press(page, "Prüfen und speichern");
            assertThat(page.locator("[role=status]").textContent()).contains("gilt ab jetzt");
            assertThat(file()).contains("text: Wer bringt eure Idee ein?").contains("also: [");

            var applicant = desk.newPage();
            applicant.navigate(address + "/author/vorpruefung/lesen");
            assertThat(applicant.content()).contains("Wer bringt eure Idee ein?");

            page.navigate(address + "/author/vorpruefung/verlauf");
            looks.at(page, "history");
            assertThat(page.locator(".changes").textContent()).contains("Kim").contains(before);
            press(page, "Früheren Text zurückholen");
            assertThat(page.locator("[role=status]").textContent()).contains("steht wieder da");
            assertThat(file()).contains("text: " + before);
        }
    }

    @Test
    void whatWouldBreakTheDialogAndWhatSomebodyElseChangedIsNotWritten() throws Exception {
        serve("vorpruefung");
        try (var desk = visited.visitor(true, 1_200, 900)) {
            var page = desk.newPage();
            page.navigate(address + "/author");
            signIn(page);
            page.navigate(address + "/author/vorpruefung/texte/traeger");
            page.getByLabel("Text", exactly()).fill("Wer ist {niemand}?");
            press(page, "Prüfen und speichern");
            looks.at(page, "text-wrong");
            assertThat(page.locator("#feld-text .errors").textContent()).contains("{niemand}");
            assertThat(file()).doesNotContain("{niemand}");

            page.navigate(address + "/author/vorpruefung/texte/traeger");
            var other = desk.newPage();
            other.navigate(address + "/author/vorpruefung/texte/traeger");
            other.getByLabel("Text", exactly()).fill("Wer trägt die Idee?");
            press(other, "Prüfen und speichern");
            page.getByLabel("Text", exactly()).fill("Wer steht hinter der Idee?");
            press(page, "Prüfen und speichern");
            looks.at(page, "text-meanwhile");
            assertThat(page.locator("[role=alert]").textContent()).contains("jemand anderes");
            assertThat(page.locator("#feld-text").textContent()).contains("Wer trägt die Idee?");
            assertThat(file()).contains("text: Wer trägt die Idee?");
            press(page, "Prüfen und speichern");
            assertThat(file()).contains("text: Wer steht hinter der Idee?");
        }
    }

    @Test
    void aDialogIsTriedOutAndSaysWhyAQuestionCame() throws Exception {
        serve("vorpruefung");
        try (var desk = visited.visitor(true, 1_200, 900)) {
            var page = desk.newPage();
            page.navigate(address + "/author");
            signIn(page);
            page.navigate(address + "/author/vorpruefung/probe");
            looks.at(page, "try-out");
            press(page, "Beginnen");
            assertThat(page.locator(".exchange").textContent()).contains("Schön, dass ihr da seid");
            press(page, "Ein Unternehmen");
            looks.at(page, "try-out-why");
            assertThat(page.locator("section:has(#warum)").textContent())
                    .contains("Eine staatliche Stelle oder ein Unternehmen bringt das Vorhaben ein")
                    .contains("trifft zu");
            press(page, "Senden");
            assertThat(page.locator("[role=alert]").textContent()).contains("Wählt etwas aus");
            page.getByLabel("Oder mit eigenen Worten").fill("zurück");
            press(page, "Senden");
            press(page, "Ein Verein");
            assertThat(page.locator("section:has(#warum)").textContent())
                    .contains("trifft nicht zu");
        }
    }

    @Test
    void whatTheFilesWouldChangeStandsThereInWordsWithTheDraftOfAMigration() throws Exception {
        serve("vorpruefung");
        try (var desk = visited.visitor(true, 1_200, 900)) {
            var phone = desk.newPage();
            phone.navigate(address + "/d/vorpruefung");
            phone.locator("form button").first().click();
            phone.waitForLoadState();
            phone.locator("input[value=firma]").first().check();
            phone.locator("form button.main").first().click();
            phone.waitForLoadState();

            var page = desk.newPage();
            page.navigate(address + "/author");
            signIn(page);
            page.navigate(address + "/author/vorpruefung/neues");
            assertThat(page.locator("main").textContent()).contains("hat sich nichts geändert");
            var idea = dialogs.resolve("vorpruefung/groups/idee.yaml");
            var before = file();
            Files.writeString(
                    idea,
                    before.replace(
                            "type: choice\n    needed: optional\n    open:"
                                    + " [unknown]\n    open_text: {unknown: Steht noch nicht fest}",
                            "type: choice\n    needed: optional\n    open: []"));
            assertThat(file()).isNotEqualTo(before);
            page.waitForCondition(() -> {
                page.reload();
                return page.locator("main").textContent().contains("Das gilt noch nicht");
            });
            looks.at(page, "changes");
            assertThat(page.locator("main").textContent()).contains("Wer es einbringt");
            var draft = page.locator("pre code").last().textContent();
            assertThat(draft).contains("from:").contains("reask:");

            var tell = "Eine Antwort steht nicht mehr zur Wahl.";
            Files.createDirectories(dialogs.resolve("vorpruefung/migrations"));
            Files.writeString(
                    dialogs.resolve("vorpruefung/migrations/ohne_offen.yaml"),
                    draft.replaceAll("BITTE ERGÄNZEN – [^\n]*", "\"" + tell + "\"")
                            .replace("BITTE ERGÄNZEN: warum fragen wir noch einmal?", tell));
            page.waitForCondition(() -> {
                page.reload();
                return page.locator("main").textContent().contains("Gilt so, wie");
            });
            looks.at(page, "changed");
            phone.locator("input[type=radio]").first().check();
            phone.locator("form button.main").first().click();
            phone.waitForLoadState();
            looks.picture(phone, "told");
            assertThat(phone.locator("main").textContent()).contains(tell);
        }
    }

    private String file() throws IOException {
        return Files.readString(dialogs.resolve("vorpruefung/groups/idee.yaml"));
    }

    private static void signIn(Page page) {
        page.getByLabel("Euer Name").fill("Kim");
        page.getByLabel("Schlüssel").fill(KEY);
        press(page, "Anmelden");
        assertThat(page.locator("h1").textContent()).isEqualTo("Eure Dialoge");
    }

    private static void press(Page page, String name) {
        page.locator("button", new Page.LocatorOptions().setHasText(name)).first().click();
        page.waitForLoadState();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static void remove(Path dialog) throws IOException {
        try (var files = Files.walk(dialog)) {
            for (var one : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var one : files.toList()) {
                var there = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) Files.createDirectories(there);
                else Files.copy(one, there);
            }
        }
    }
}
