// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.web.Looks;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.channel.web.SmallDialog;
import org.skizzenlotse.channel.web.Visited;
import org.skizzenlotse.web.WebSettings;

/// What people take along from the chat: all that is stored of them, and the open questions as a
/// text for others.
@Timeout(120)
class WidgetAlongTest {
    @TempDir static Path folder;

    @RegisterExtension
    static final Visited visited =
            new Visited(() -> Served.start(WebSettings.loopback(0), SmallDialog.write(folder, 4)));

    private static final Locator.WaitForOptions AWAY =
            new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

    private final Looks looks = new Looks("along");

    private BrowserContext visitor;
    private Page page;
    private Chat chat;

    @BeforeEach
    void come() {
        visitor = visited.visitor(true, 320, 700);
        page = visitor.newPage();
        page.navigate(visited.address() + "/chat/probe");
        chat = new Chat(page, Map.of("frage_1", "Kanarienvogel-Zaunkönig")).open();
    }

    @AfterEach
    void go() {
        visitor.close();
    }

    private void openOthers() {
        chat.press(".more > summary");
        chat.press(".more .list > button:last-child");
    }

    private String saved(Runnable press) throws IOException {
        Download download = page.waitForDownload(press);
        try (var stream = download.createReadStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Opening the card and saying yes are two presses; the word, which stands in sight, and its
    /// confirmation are two as well.
    @Test
    void takingBackTakesNoMorePressesThanGiving() {
        chat.pick("yes");
        chat.arrive("frage_1");
        chat.press(".commands button[value=withdraw]");
        chat.arrive("_confirm");
        assertThat(chat.said() + chat.question().textContent())
                .contains("löschen wir dann alles sofort");
        chat.pick("yes");
        chat.find("[data-step='frage_1']").waitFor(AWAY);
        assertThat(chat.said()).contains("Alles ist gelöscht");
    }

    @Test
    void allThatIsStoredCanBeTakenAlongAndReadAsAPage() throws Exception {
        chat.answerUntil("frage_2");
        chat.command("my_data");
        chat.find(".key h3").waitFor();
        assertThat(chat.said()).contains("Kanarienvogel-Zaunkönig");
        looks.at(page, "my-data");

        assertThat(saved(() -> chat.press(".key .ways > button")))
                .contains("Kanarienvogel-Zaunkönig", "Einwilligung");

        chat.press(".key .ways form button");
        page.waitForURL("**/d/probe/meine-daten");
        assertThat(page.textContent("main")).contains("Kanarienvogel-Zaunkönig");
        assertThat(page.url()).doesNotContain("?");
    }

    @Test
    void theNextAnswerPutsItAway() {
        chat.answerUntil("frage_2");
        chat.command("my_data");
        chat.find(".key h3").waitFor();

        chat.answer();
        chat.arrive("frage_3");

        assertThat(chat.find(".key").count()).isZero();
    }

    @Test
    void openQuestionsGoToOthersWithoutLeavingThePlace() throws Exception {
        chat.answerUntil("frage_2");
        chat.tabTo(".question form [name=text]");
        chat.type("Angefangen");

        openOthers();
        chat.find(".key textarea").waitFor();
        looks.at(page, "others");
        page.setViewportSize(1280, 800);
        looks.at(page, "others-desktop");
        page.setViewportSize(320, 700);

        assertThat(chat.find(".key textarea").inputValue())
                .contains("Was sagt ihr zu Nummer 2?", "Was sagt ihr zu Nummer 4?")
                .doesNotContain("Nummer 1?", "Kanarienvogel");
        assertThat(chat.find(".question form [name=text]").inputValue()).isEqualTo("Angefangen");
        var bytes = saved(() -> chat.press(".key .ways > button:nth-last-of-type(1)"));
        assertThat(bytes).startsWith("PK");

        chat.press(".key .ways form button");
        page.waitForURL("**/d/probe/teilen");
        assertThat(page.locator("main a[href*='frage=frage_2']").count()).isEqualTo(1);
    }

    @Test
    void whatIsCopiedIsTheText() {
        visitor.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        chat.answerUntil("frage_2");
        openOthers();
        var text = chat.find(".key textarea").inputValue();

        chat.press(".key .ways > button:first-child");

        chat.find(".key [role=status]").getByText("Kopiert").waitFor();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(text);
    }

    @Test
    void whereNothingIsOpenOrNoConnectionItIsSaid() {
        chat.answerUntil("_review");
        page.reload();
        chat.arrive("_review");
        openOthers();
        chat.find(".status").getByText("nichts offen").waitFor();

        page.route("**/open-questions", Route::abort);
        openOthers();
        chat.find(".status").getByText("keine Verbindung").waitFor();
    }

    @Test
    void beforeAnythingWasAnsweredThereIsNothingToPassOn() {
        chat.press(".more > summary");

        assertThat(chat.find(".more .list").textContent()).doesNotContain("Text für andere");
    }

    /// Words of another language are fetched when it is first spoken, once, and those of this
    /// moment serve where they do not come.
    @Test
    void onlyTheWordsOfTheLanguageAreFetched() {
        var asked = new ArrayList<String>();
        var other = visitor.newPage();
        other.onRequest(request -> asked.add(request.url()));
        other.navigate(visited.address() + "/chat/probe");
        new Chat(other, Map.of()).open();

        assertThat(asked).filteredOn(url -> url.contains("words-de-")).hasSize(1);
        assertThat(asked).noneMatch(url -> url.contains("words-en-"));
    }
}
