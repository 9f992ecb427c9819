// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.web.Browser;
import org.skizzenlotse.channel.web.Looks;
import org.skizzenlotse.store.staff.Role;

/// Kim opens the inbox, is told of something new, reads a sketch, asks something, writes a note,
/// and looks at two side by side. Every page is looked at by axe, in light and dark, wide and
/// narrow.
class InboxStoryTest {
    private static final int WIDE = 1200;
    private static final int HIGH = 900;
    private static final int NARROW = 390;

    private final Looks looks = new Looks("inbox");

    @TempDir Path folder;
    @AutoClose Desked desked;

    @BeforeEach
    void open() throws Exception {
        desked = new Desked(folder);
    }

    @Test
    void kimWorksThroughTheInbox() throws Exception {
        desked.signIn("ale", "Ale Berger", Role.ADVISER);
        desked.signIn("kim", "Kim Yilmaz", Role.ADVISER);
        try (var browser = Browser.open();
                var context = browser.visitor(true, WIDE, HIGH)) {
            context.addCookies(
                    List.of(
                            new Cookie("team", desked.cookie().substring("team=".length()))
                                    .setUrl(desked.address())));
            var page = context.newPage();
            page.navigate(desked.address() + "/staff");
            looks.at(page, "empty");
            var first = handIn();
            isTold(page);
            screen(page, "eingang");
            looks.at(page, "list");
            reads(page, first);
            page.navigate(desked.address() + "/staff/skizzen/" + first + "/kurz");
            screen(page, "kurz");
            looks.at(page, "brief");
            compares(page);
            page.navigate(desked.address() + "/staff/statistik");
            looks.at(page, "numbers");
        }
    }

    /// What fits on the screen, as the page for advisers shows it.
    private static void screen(Page page, String kind) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "pictures", "beratung-" + kind + ".png")));
    }

    private String handIn() {
        var first =
                desked.handIn(Map.of("licht", "yellow", "traeger", "firma", "partner", "suchen"));
        desked.handIn(Map.of("licht", "green", "titel", "Schimmelkarte für die Nordstadt"));
        desked.handIn(
                Map.of(
                        "titel", "Wer gießt die jungen Bäume?",
                        "problem", "Im Sommer vertrocknen Bäume, weil niemand weiß, wer gießt."));
        return first;
    }

    /// The page says so by itself, and moves only when it is wanted.
    private static void isTold(Page page) {
        page.locator("[data-news] a").click();
        assertThat(page.locator("[data-row]").count()).isEqualTo(3);
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("suche");
        page.locator("h1").click();
        page.keyboard().press("j");
        assertThat(page.evaluate("document.activeElement.matches('[data-row]')")).isEqualTo(true);
    }

    private void reads(Page page, String reference) {
        page.navigate(desked.address() + "/staff/skizzen/" + reference);
        page.locator("button[data-key=u]").click();
        assertThat(page.locator(".facts").innerText()).contains("Kim Yilmaz");
        page.locator("#notiz").fill("Morgen anrufen, am besten vormittags.");
        page.locator(".internal button").click();
        page.locator("summary:has-text('Eine Frage stellen')").click();
        page.locator("#frage").fill("Wie viele Gäste kommen an einem Ausgabetag?");
        page.locator("form[action$='/frage'] button").click();
        assertThat(page.locator(".exchange").first().innerText()).contains("Wie viele Gäste");
        page.navigate(desked.address() + "/staff/skizzen/" + reference);
        screen(page, "skizze");
        page.navigate(desked.address() + "/staff/skizzen/" + reference + "#gespraech");
        screen(page, "gespraech");
        looks.at(page, "sketch");
        page.setViewportSize(NARROW, HIGH);
        looks.picture(page, "sketch-narrow");
        page.navigate(desked.address() + "/staff");
        looks.picture(page, "list-narrow");
        page.setViewportSize(WIDE, HIGH);
    }

    private void compares(Page page) {
        page.navigate(desked.address() + "/staff");
        page.locator(".tick input").nth(0).check();
        page.locator(".tick input").nth(2).check();
        page.locator("button[value=compare]").click();
        assertThat(page.locator(".compare thead th").count()).isEqualTo(2);
        looks.at(page, "comparison");
    }
}
