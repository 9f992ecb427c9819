// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Shows what stands in a window to axe, once for each kind of view, and keeps pictures of it.
public final class Looks {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int NARROW = 320;
    private static final int HEIGHT = 844;

    private final String name;
    private final Set<String> lookedAt = new HashSet<>();

    /// Its pictures begin with this name.
    public Looks(String name) {
        this.name = name;
    }

    /// In both colour schemes and on a narrow screen.
    public void at(Page page, String kind) {
        if (!lookedAt.add(kind)) return;
        assertThat(findings(page)).as("axe on %s", kind).isEmpty();
        picture(page, kind);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(contrasts(page)).as("axe on %s in the dark", kind).isEmpty();
        picture(page, kind + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        var size = page.viewportSize();
        page.setViewportSize(NARROW, HEIGHT);
        fits(page, kind);
        page.setViewportSize(size.width, size.height);
    }

    /// The same of a page without scripts, which is shown to axe in a window that has them.
    public void screen(Page page, Page window, String kind) {
        assertThat(page.locator("h1").count()).as("headings of %s", kind).isEqualTo(1);
        fits(page, kind);
        picture(page, "screen-" + kind);
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            window.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(findings(window)).as("axe on %s, %s", kind, scheme).isEmpty();
        }
        picture(window, "dark-" + kind);
    }

    /// On a narrow screen in the colours of somebody's own.
    public void inForcedColours(Page page, String kind) {
        var size = page.viewportSize();
        page.setViewportSize(NARROW, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        assertThat(findings(page)).as("axe on %s in forced colours", kind).isEmpty();
        fits(page, kind);
        picture(page, kind + "-forced");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        page.setViewportSize(size.width, size.height);
    }

    /// Nothing of it stands beside the screen.
    public static void fits(Page page, String kind) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits a narrow screen", kind)
                .isEqualTo(true);
    }

    /// What axe finds.
    public static List<String> findings(Page page) {
        return findings(new AxeBuilder(page));
    }

    /// What axe finds of contrasts alone.
    public static List<String> contrasts(Page page) {
        return findings(new AxeBuilder(page).withRules(List.of("color-contrast")));
    }

    private static List<String> findings(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(one -> one.getId() + " " + one.getNodes())
                .toList();
    }

    /// Keeps a picture of the whole page.
    public void picture(Page page, String kind) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + "-" + kind + ".png"))
                        .setFullPage(true));
    }
}
