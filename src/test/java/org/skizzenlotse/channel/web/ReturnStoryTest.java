// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.web.WebSettings;

/// Somebody stops on one device and goes on at another, by keyboard and without JavaScript. What
/// they see is also looked at by axe.
class ReturnStoryTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    private static Served served;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.open();
        served = Served.start(WebSettings.loopback(0));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (served != null) {
            served.close();
        }
    }

    @Test
    void whoEndsOnOneDeviceGoesOnAtAnother() {
        try (var phone = browser.visitor(false, 360, 740);
                var desk = browser.visitor(false, 1280, 800);
                var watcher = browser.visitor(true, 1280, 800)) {
            var page = phone.newPage();
            page.navigate(served.address() + "/d/skizze");
            Browser.press(page, "button.main");
            Browser.press(page, "button[name=choose][value=yes]");
            var here = step(page);
            Browser.press(page, ".bottom button");
            look(page, watcher, "key");
            var key = page.locator("output.letters").textContent();
            assertThat(saved(page)).contains(key, "Rückkehr-Schlüssel", "/weiter");
            Browser.press(page, ".bottom button");
            assertThat(phone.cookies()).isEmpty();

            var other = desk.newPage();
            other.navigate(served.address() + "/weiter");
            look(other, watcher, "return");
            enter(other, key.substring(1));
            look(other, watcher, "return-slip");
            assertThat(other.locator("#schluessel").inputValue()).isEqualTo(key.substring(1));
            enter(other, key.replace('-', ' '));
            assertThat(other.url()).endsWith("/d/skizze").doesNotContain(key);
            Browser.press(other, "button[name=choose][value=resume]");
            assertThat(step(other)).isEqualTo(here);
        }
    }

    private static void enter(Page page, String key) {
        Browser.tabTo(page, "#schluessel");
        page.keyboard().press("Control+A");
        page.keyboard().type(key);
        Browser.press(page, "button.main");
    }

    private static String saved(Page page) {
        Browser.tabTo(page, "a[download]");
        var download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(download.suggestedFilename()).endsWith(".txt");
        try (var stream = download.createReadStream()) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static String step(Page page) {
        return page.locator("input[name=step]").first().getAttribute("value");
    }

    private static void look(Page page, BrowserContext watcher, String kind) {
        assertThat(page.locator("h1").count()).as("headings of %s", kind).isEqualTo(1);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits the screen", kind)
                .isEqualTo(true);
        page.screenshot(picture("screen-" + kind));
        var window = watcher.newPage();
        window.navigate(served.address() + "/");
        window.setContent(page.content());
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            window.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            var findings = new AxeBuilder(window).analyze().getViolations();
            assertThat(findings.stream().map(one -> one.getId() + " " + one.getNodes()))
                    .as("axe on %s, %s", kind, scheme)
                    .isEmpty();
        }
        window.screenshot(picture("dark-" + kind));
        window.close();
    }

    private static Page.ScreenshotOptions picture(String name) {
        var path = PICTURES.resolve(name + ".png");
        return new Page.ScreenshotOptions().setPath(path).setFullPage(true);
    }
}
