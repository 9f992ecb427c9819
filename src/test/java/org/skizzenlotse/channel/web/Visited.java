// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.skizzenlotse.web.WebSettings;

/// A browser and what it visits, from before the first test of a class to after its last. Stands as
/// a static field with [RegisterExtension]. One Chromium serves all classes of a run.
public final class Visited implements BeforeAllCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace RUN =
            ExtensionContext.Namespace.create(Visited.class);

    private final Start start;
    private @Nullable Browser browser;
    private @Nullable Served served;

    /// What is visited is started once there is a browser.
    public interface Start {
        @Nullable Served now() throws Exception;
    }

    /// A browser at what is started so.
    public Visited(Start start) {
        this.start = start;
    }

    /// A browser alone: each test starts what it visits.
    public static Visited alone() {
        return new Visited(() -> null);
    }

    /// A browser at the shipped dialogs.
    public static Visited shipped() {
        return new Visited(() -> Served.start(WebSettings.loopback(0)));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        browser =
                context.getRoot()
                        .getStore(RUN)
                        .computeIfAbsent(Browser.class, _ -> Browser.open(), Browser.class);
        served = start.now();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (served != null) served.close();
    }

    /// Where it is, without a slash at the end.
    public String address() {
        return Objects.requireNonNull(served).address();
    }

    /// A fresh visitor with a screen of this size.
    public BrowserContext visitor(boolean scripts, int width, int height) {
        return Objects.requireNonNull(browser).visitor(scripts, width, height);
    }

    /// The same whose browser holds pages to their policies.
    public BrowserContext guest(int width, int height) {
        return Objects.requireNonNull(browser).guest(width, height);
    }

    /// What stands on a page, in a new window of this visitor.
    public Page again(Page page, BrowserContext visitor) {
        var window = visitor.newPage();
        window.navigate(address() + "/");
        window.setContent(page.content());
        return window;
    }
}
