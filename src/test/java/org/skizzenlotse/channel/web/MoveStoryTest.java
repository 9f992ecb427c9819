// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Somebody began at a desk and goes on with the phone, by keyboard and without JavaScript. What
/// they see is also looked at by axe.
class MoveStoryTest {
    private static final Looks LOOKS = new Looks("move");

    @RegisterExtension
    static final Visited visited = new Visited(() -> Served.known("http://lotse.example"));

    @Test
    void whoBeganAtADeskGoesOnWithThePhone() {
        try (var desk = visited.visitor(false, 1280, 800);
                var phone = visited.visitor(false, 320, 640);
                var watcher = visited.visitor(true, 320, 640)) {
            var old = desk.newPage();
            old.navigate(visited.address() + "/d/skizze");
            Browser.press(old, "button.main");
            Browser.press(old, "button[name=choose][value=yes]");
            var here = step(old);
            Browser.tabTo(old, ".commands summary");
            old.keyboard().press("Enter");
            Browser.press(old, "button[name=command][value=move]");
            look(old, watcher, "code");
            assertThat(old.locator("svg.qr").boundingBox().width).isGreaterThan(180);
            var link = URI.create(old.locator("output.link").textContent());

            var fresh = phone.newPage();
            fresh.navigate(visited.address() + link.getPath());
            look(fresh, watcher, "link");
            Browser.press(fresh, "button.main");
            look(fresh, watcher, "waiting");
            var number = fresh.locator("output.number").textContent();
            Browser.press(fresh, "button.main");
            assertThat(fresh.locator("[role=alert]").textContent()).contains("noch nicht Ja");

            Browser.press(old, ".key a.button");
            look(old, watcher, "question");
            assertThat(old.locator("main").textContent()).contains("Seid ihr das?", number);
            Browser.press(old, "button[name=choose][value=yes]");
            assertThat(step(old)).isEqualTo(here);

            Browser.press(fresh, "button.main");
            assertThat(fresh.url()).endsWith("/d/skizze");
            assertThat(step(fresh)).isEqualTo(here);
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
