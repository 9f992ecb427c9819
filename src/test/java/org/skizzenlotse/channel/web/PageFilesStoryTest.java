// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.web.WebSettings;

/// Files on pages without JavaScript: chosen, described, replaced, taken away, sent.
class PageFilesStoryTest {
    @TempDir static Path folder;

    @RegisterExtension
    static final Visited visited =
            new Visited(() -> Served.start(WebSettings.loopback(0), SmallDialog.withFiles(folder)));

    private final Looks looks = new Looks("pages-files");
    private BrowserContext visitor;
    private Page page;

    @BeforeEach
    void come() {
        visitor = visited.visitor(false, 390, 844);
        page = visitor.newPage();
        page.navigate(visited.address() + "/d/probe");
        page.locator("form[action*='/los'] button").first().click();
        page.locator("button[name=choose]").first().click();
        page.locator("input[type=file]").waitFor();
    }

    @AfterEach
    void go() {
        visitor.close();
    }

    @Test
    void howMuchMayComeIsSaidBeforeAnythingIsChosen() {
        assertThat(page.textContent("main"))
                .contains(
                        "je bis 96 MB", "zusammen: höchstens 96 MB", "Belegt sind 0 KB von 96 MB");
    }

    @Test
    void whatCannotBeTakenIsSaidAndTheRestIsThere() {
        upload(text("Plan.txt", "Der Plan"), text("Bild.pdf", "MZ" + "\0".repeat(3_000)));
        assertThat(page.locator(".errors").textContent()).contains("Bild.pdf: ");
        looks.picture(page, "refused");
        describe(0, "Was wir vorhaben");
        page.locator("button.main").first().click();
        assertThat(page.locator("h1").textContent()).contains("Was sagt ihr dazu?");
    }

    @Test
    void whatWasTypedStaysWhileOtherFilesComeAndGo() {
        upload(text("Eins.txt", "1"), text("Zwei.txt", "2"));
        describe(0, "Das Erste");
        page.locator("select[name^='about.']").first().selectOption("frage");

        page.locator("button[name=remove]").last().click();

        assertThat(page.locator(".files li").count()).isEqualTo(1);
        assertThat(described()).isEqualTo("Das Erste");

        upload(text("Drei.txt", "3"));

        assertThat(page.locator(".files li").count()).isEqualTo(2);
        assertThat(described()).isEqualTo("Das Erste");
        assertThat(page.locator("select[name^='about.']").first().inputValue()).isEqualTo("frage");
        page.locator(".files input.line").first().press("Enter");
        assertThat(page.locator("h1").textContent()).contains("Was sagt ihr dazu?");
        page.navigate(visited.address() + "/d/probe");
        assertThat(page.textContent("main")).contains("Was sagt ihr dazu?");
    }

    @Test
    void whereThereAreEnoughOneComesInThePlaceOfAnother() {
        upload(text("Eins.txt", "1"), text("Zwei.txt", "2"), text("Drei.txt", "3"));
        upload(text("Vier.txt", "4"));
        assertThat(page.locator(".errors").textContent()).contains("Vier.txt: ", "höchstens 3");

        page.locator("select[name=replaces]").selectOption("Eins.txt");
        upload(text("Vier.txt", "4"));

        assertThat(page.locator(".files").textContent())
                .contains("Zwei.txt", "Drei.txt", "Vier.txt")
                .doesNotContain("Eins.txt");
    }

    @Test
    void theListIsReadOnAnyScreen() {
        upload(text("Ein ziemlich langer Name fuer ein Konzept " + "x".repeat(60) + ".txt", "1"));
        try (var watcher = visited.visitor(true, 390, 844)) {
            var window = visited.again(page, watcher);
            looks.at(window, "list");
            looks.inForcedColours(window, "list");
        }
    }

    private String described() {
        return page.locator(".files input.line").first().inputValue();
    }

    private void describe(int file, String text) {
        page.locator(".files input.line").nth(file).fill(text);
    }

    private void upload(FilePayload... files) {
        page.locator("input[type=file]").setInputFiles(files);
        page.locator("#hochladen").click();
    }

    private static FilePayload text(String name, String text) {
        return new FilePayload(name, "text/plain", text.getBytes(UTF_8));
    }
}
