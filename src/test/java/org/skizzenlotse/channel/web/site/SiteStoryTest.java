// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.skizzenlotse.channel.web.Browser;
import org.skizzenlotse.channel.web.Looks;
import org.skizzenlotse.channel.web.Visited;

/// Somebody looks around before the conversation, in a real browser.
class SiteStoryTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/prinzipien",
                    "/fragen",
                    "/impressum",
                    "/datenschutz",
                    "/barrierefreiheit");

    @RegisterExtension static final Visited visited = Visited.shipped();

    private final Looks looks = new Looks("site");

    @Test
    void axeFindsNothingInLightAndDark() {
        try (var visitor = visited.visitor(true, 1280, 900)) {
            var page = visitor.newPage();
            var titles = new HashSet<String>();
            for (var path : PAGES) {
                page.navigate(visited.address() + path);
                titles.add(page.title());
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    picture(page, "desktop-" + scheme.name().toLowerCase(Locale.ROOT), path);
                    assertThat(Looks.findings(page)).as("axe on %s, %s", path, scheme).isEmpty();
                }
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
                assertThat(page.locator("h1").count()).as("headings of %s", path).isEqualTo(1);
            }
            assertThat(titles).hasSize(PAGES.size());
        }
    }

    @Test
    void everyPageFitsANarrowScreen() {
        try (var visitor = visited.visitor(true, 320, 700)) {
            var page = visitor.newPage();
            for (var path : PAGES) {
                page.navigate(visited.address() + path);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("width of %s", path)
                        .isEqualTo(320);
            }
        }
        try (var visitor = visited.visitor(false, 360, 740)) {
            var page = visitor.newPage();
            for (var path : PAGES) {
                page.navigate(visited.address() + path);
                picture(page, "phone", path);
            }
        }
    }

    @Test
    void theKeyboardReachesTheContentAndTheWayIn() {
        try (var visitor = visited.visitor(false, 1280, 900)) {
            var page = visitor.newPage();
            page.navigate(visited.address() + "/");
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip:focus").boundingBox().x).isGreaterThanOrEqualTo(0);
            page.keyboard().press("Enter");
            assertThat(page.url()).endsWith("#inhalt");
            Browser.press(page, "main a[href='/d/skizze']");
            assertThat(page.url()).endsWith("/d/skizze");
            Browser.press(page, ".foot a[href='/fragen']");
            assertThat(page.title()).startsWith("Die Fragen");
            assertThat(visitor.cookies()).isEmpty();
        }
    }

    @Test
    void onPaperThereIsRoomForNotesAndNothingToClick() {
        try (var visitor = visited.visitor(true, 1280, 900)) {
            var page = visitor.newPage();
            page.navigate(visited.address() + "/fragen");
            assertThat(page.locator(".notes").first().isVisible()).isFalse();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".notes").first().isVisible()).isTrue();
            assertThat(page.locator(".foot nav").isVisible()).isFalse();
            for (var path : List.of("/fragen", "/prinzipien")) {
                page.navigate(visited.address() + path);
                var file = PICTURES.resolve("print" + path.replace('/', '-') + ".pdf");
                var pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPath(file));
                assertThat(pdf).as(path).hasSizeGreaterThan(10_000);
            }
        }
    }

    private void picture(Page page, String kind, String path) {
        var name = path.equals("/") ? "start" : path.substring(1);
        looks.picture(page, kind + "-" + name);
    }
}
