// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.web.Looks;
import org.skizzenlotse.channel.web.Visited;
import org.skizzenlotse.channel.web.widget.Chat;
import org.skizzenlotse.inbox.Colleague;

/// An applicant in the widget and an adviser in the inbox work on one sketch: it is handed in,
/// asked about, answered, opened again, given a status and a time to meet, and erased.
class BothSidesStoryTest {
    private static final Map<String, String> WANTED =
            Map.of(
                    "einwilligung", "yes",
                    "_scope", "short",
                    "titel", "Tafel-Vorschau",
                    "stunden", "3",
                    "problem", "An manchen Tagen reicht das Essen nicht.",
                    "antwortweg", "mail",
                    "bestaetigung", "tafel@example.org");

    @RegisterExtension static final Visited visited = Visited.alone();

    @TempDir Path folder;

    private final Looks looks = new Looks("both");
    private Service service;
    private String address = "";

    @BeforeEach
    void start() throws Exception {
        var settings =
                Map.of(
                        "PORT",
                        "0",
                        "DATA",
                        folder.resolve("data").toString(),
                        "DIALOGS",
                        dialogs());
        service = Service.start(Config.of(settings, Map.of()), false);
        address = service.where().replaceFirst("^\\S+ (\\S+)/ .*$", "$1");
    }

    private static String dialogs() {
        return Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs") + "";
    }

    @AfterEach
    void stop() {
        if (service != null) service.close();
    }

    @Test
    void oneSketchFromBothSides() throws Exception {
        try (var phone = visited.visitor(true, 390, 844);
                var desk = visited.visitor(true, 1_200, 900)) {
            var applicants = phone.newPage();
            applicants.navigate(address + "/chat/skizze");
            var chat = new Chat(applicants, WANTED).open();
            chat.answerUntil("_review");
            chat.pick("submit");
            chat.arrive("_submitted");
            var reference = chat.find(".number strong").textContent();

            var adviser = signedIn(desk);
            adviser.navigate(address + "/staff");
            adviser.locator("a:has-text('Tafel-Vorschau')").first().click();
            adviser.locator(".reference:has-text('" + reference + "')").first().waitFor();

            asksAndIsAnswered(adviser, chat);
            opensAnAnswerAgain(adviser, chat);
            saysWhereItStands(adviser, chat);
            proposesToMeet(adviser, chat, applicants, reference);
            applicants.waitForCondition(() -> mails().contains("Das Team hat sich gemeldet"));
            assertThat(mails()).doesNotContain("Seit wann");
            erases(adviser, chat, reference);
        }
    }

    private Page signedIn(BrowserContext desk) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var kim = new Colleague(client, address);
            var link = service.firstAccount().replaceFirst("^.*(?=http)", "");
            assertThat(kim.setUp(link, "kim", Instant.now()).statusCode()).isEqualTo(200);
            desk.addCookies(List.of(new Cookie("team", kim.cookie("team")).setUrl(address)));
        }
        return desk.newPage();
    }

    private void asksAndIsAnswered(Page adviser, Chat chat) {
        assertThat(adviser.locator("#weg").textContent()).contains("Mail");
        open(adviser, "frage");
        adviser.locator("#frage").fill("Seit wann fehlt das Essen?");
        adviser.locator("form[action$='/frage'] button").click();
        adviser.locator(".exchange .ours:has-text('Seit wann fehlt')").first().waitFor();

        chat.arrive("_asked");
        assertThat(chat.question().textContent()).contains("Seit wann fehlt das Essen?");
        chat.press(".question form [name=text]");
        chat.type("Seit dem Frühjahr, fast jede Woche.");
        chat.press(".question form > button.main");
        chat.arrive("_submitted");

        adviser.reload();
        assertThat(adviser.locator(".exchange .theirs").allTextContents().toString())
                .contains("Seit dem Frühjahr, fast jede Woche.");
        assertThat(adviser.locator("#skizze ~ .passage").allTextContents().toString())
                .contains("Seit dem Frühjahr");
        looks.at(adviser, "asked");
    }

    private void opensAnAnswerAgain(Page adviser, Chat chat) {
        open(adviser, "oeffnen");
        adviser.locator("input[name=schritt][value=problem]").check();
        adviser.locator("#warum").fill("Wen trifft es am meisten?");
        adviser.locator("form[action$='/oeffnen'] button.main").click();
        adviser.locator(".exchange .ours:has-text('Wen trifft es')").first().waitFor();

        chat.arrive("problem");
        chat.press(".question form [name=text]");
        chat.type("An manchen Tagen reicht das Essen für Familien nicht.");
        chat.press(".question form > button.main");
        chat.arrive("_review");
        chat.pick("submit");
        chat.arrive("_submitted");

        var sketch = adviser.url();
        adviser.navigate(sketch.replaceFirst("[?#].*", "") + "/fassungen?von=2&bis=3");
        assertThat(adviser.locator("ins").allTextContents().toString()).contains("für Familien");
        adviser.navigate(sketch);
    }

    private void saysWhereItStands(Page adviser, Chat chat) {
        open(adviser, "stand");
        adviser.locator("#stand").selectOption("not_this_time");
        adviser.locator("form[action$='/stand'] button").click();
        assertThat(adviser.locator(".notice, [role=alert]").first().textContent()).isNotBlank();
        open(adviser, "stand");
        adviser.locator("#stand").selectOption("advising");
        adviser.locator("form[action$='/stand'] button").click();
        chat.find("[data-step='_submitted']:has-text('Wir beraten euch')").waitFor();
    }

    private void proposesToMeet(Page adviser, Chat chat, Page applicants, String reference)
            throws Exception {
        open(adviser, "termin");
        adviser.locator("#zeit-1").fill("2037-03-01T10:00");
        adviser.locator("#zeit-2").fill("2037-03-02T16:30");
        adviser.locator("#ort").fill("Video, der Link kommt");
        adviser.locator("form[action$='/termin'] button.main").click();

        chat.arrive("_meeting");
        chat.find("[role=status]:has-text('etwas Neues')").first().waitFor();
        looks.at(applicants, "meeting");
        chat.pick("time_b");
        chat.arrive("_submitted");
        var file =
                applicants.waitForDownload(
                        () -> chat.find("button:has-text('Treffen für den Kalender')").click());
        assertThat(file.suggestedFilename()).isEqualTo(reference + ".ics");
        assertThat(Files.readString(file.path())).contains("BEGIN:VEVENT", "20370302T153000Z");
        adviser.reload();
        assertThat(adviser.locator("#gespraech ~ p").first().textContent()).contains("16:30");
    }

    private void erases(Page adviser, Chat chat, String reference) {
        chat.command("erase");
        chat.arrive("_confirm");
        chat.pick("yes");
        chat.find(".log:has-text('gelöscht')").waitFor();
        var answer = adviser.navigate(address + "/staff/skizzen/" + reference);
        assertThat(answer.status()).isEqualTo(404);
        adviser.navigate(address + "/staff");
        assertThat(adviser.textContent("main")).doesNotContain("Tafel-Vorschau");
    }

    private static void open(Page page, String deed) {
        page.locator("details:has(form[action$='/" + deed + "']) > summary").click();
    }

    private String mails() {
        var all = new StringBuilder();
        try (var files = Files.newDirectoryStream(folder.resolve("data/mail"), "*.eml")) {
            for (var file : files) all.append(Files.readString(file));
        } catch (IOException moving) {
            return "";
        }
        return all.toString();
    }
}
