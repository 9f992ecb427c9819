// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Somebody stops on one device and goes on at another, by keyboard and without JavaScript. What
/// they see is also looked at by axe.
class ReturnStoryTest {
    private static final Looks LOOKS = new Looks("return");

    @RegisterExtension static final Visited visited = Visited.shipped();

    @Test
    void whoEndsOnOneDeviceGoesOnAtAnother() {
        try (var phone = visited.visitor(false, 360, 740);
                var desk = visited.visitor(false, 1280, 800);
                var watcher = visited.visitor(true, 1280, 800)) {
            var page = phone.newPage();
            page.navigate(visited.address() + "/d/skizze");
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
            other.navigate(visited.address() + "/weiter");
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
        var window = visited.again(page, watcher);
        LOOKS.screen(page, window, kind);
        window.close();
    }
}
