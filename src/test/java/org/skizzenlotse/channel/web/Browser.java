// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The installed Chromium. Without one, tests are skipped with a line that says so, except where
/// `CI` is `true`.
public final class Browser implements AutoCloseable {
    private static final int TABS_MAX = 120;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Opens Chromium; without one, local runs skip and CI fails.
    public static Browser open() {
        var chromium = chromium();
        if (chromium.isEmpty()) {
            assertThat(System.getenv("CI")).as("CI without Chromium").isNotEqualTo("true");
            System.err.println("No Chromium on the PATH: browser tests are skipped.");
            Assumptions.abort("no Chromium");
        }
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options =
                new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking"));
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    private static Optional<Path> chromium() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .flatMap(folder ->
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A fresh visitor with a screen of this size.
    public BrowserContext visitor(boolean scripts, int width, int height) {
        return browser.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setJavaScriptEnabled(scripts)
                        .setBypassCSP(scripts)
                        .setLocale("de-DE")
                        .setViewportSize(width, height));
    }

    /// A fresh visitor whose browser holds pages to their policies; nothing can be evaluated in
    /// them.
    public BrowserContext guest(int width, int height) {
        return browser.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale("de-DE")
                        .setViewportSize(width, height));
    }

    /// Goes on by the tabulator until this has the focus.
    public static void tabTo(Page page, String selector) {
        for (int i = 0; i < TABS_MAX; i++) {
            if (page.locator(selector + ":focus").count() > 0) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(
                "not reached by the keyboard: " + selector + " on " + page.title());
    }

    /// Presses a button that the keyboard reaches, and waits for the page that follows.
    public static void press(Page page, String selector) {
        tabTo(page, selector);
        var loaded = new AtomicBoolean();
        Consumer<Page> notice = _ -> loaded.set(true);
        page.onDOMContentLoaded(notice);
        page.keyboard().press("Enter");
        page.waitForCondition(loaded::get);
        page.offDOMContentLoaded(notice);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
