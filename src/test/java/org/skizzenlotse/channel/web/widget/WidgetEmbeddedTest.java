// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.channel.web.SmallDialog;
import org.skizzenlotse.channel.web.Visited;
import org.skizzenlotse.web.WebSettings;

/// The widget on somebody else's page: another origin, a strict policy with Trusted Types, and a
/// style sheet that means no good.
class WidgetEmbeddedTest {
    private static final int QUESTIONS = 4;

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="de"><head><meta charset="utf-8"><title>Ein Verein</title>
            <link rel="stylesheet" href="/host.css">
            <script src="/watch.js"></script>
            <script type="module" src="LOTSE/widget.js"></script></head>
            <body><h1>Ein Verein</h1>
            <skizzen-lotse dialog="probe">
            <a href="LOTSE/d/probe">Skizze beginnen</a></skizzen-lotse>
            </body></html>
            """;

    private static final String HOSTILE =
            """
            html { font-size: 5px !important; }
            * { color: #fefefe !important; background: #fff !important; letter-spacing: 1em;
                text-transform: uppercase !important; line-height: .2 !important;
                font: 4px fantasy !important; visibility: hidden !important; float: right; }
            skizzen-lotse { opacity: 0 !important; position: absolute !important; left: -99em; }
            button, input { display: none !important; }
            """;

    /// Says on the page itself what was violated and what is stored.
    private static final String WATCH =
            """
            const on = document.documentElement.dataset;
            on.violations = '';
            document.addEventListener('securitypolicyviolation', (event) => {
              on.violations += event.violatedDirective + ' ' + event.blockedURI + ';';
            });
            setInterval(() => { on.stored = sessionStorage.length + localStorage.length; }, 20);
            """;

    private static final String POLICY =
            "default-src 'none'; script-src 'self' LOTSE; connect-src LOTSE; style-src 'self';"
                    + " form-action LOTSE; base-uri 'none'; require-trusted-types-for 'script';"
                    + " trusted-types 'none'";

    @RegisterExtension static final Visited visited = Visited.alone();

    @TempDir Path folder;

    private HttpServer host;
    private Served served;

    @BeforeEach
    void start() throws Exception {
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var settings =
                new WebSettings(
                        "127.0.0.1",
                        0,
                        "",
                        Set.of(hostAddress()),
                        Set.of(),
                        WebSettings.Limits.GENEROUS);
        served = Served.start(settings, SmallDialog.write(folder, QUESTIONS));
        var lotse = served.address();
        serve("/", "text/html", PAGE.replace("LOTSE", lotse));
        serve("/host.css", "text/css", HOSTILE);
        serve("/watch.js", "text/javascript", WATCH);
        host.start();
    }

    @AfterEach
    void stop() throws Exception {
        if (served != null) served.close();
        if (host != null) host.stop(0);
    }

    private String hostAddress() {
        return "http://localhost:" + host.getAddress().getPort();
    }

    private void serve(String path, String type, String text) {
        host.createContext(path, exchange -> answer(exchange, type, text));
    }

    private void answer(HttpExchange exchange, String type, String text) throws IOException {
        var lotse = served.address();
        exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders()
                .add("Content-Security-Policy", POLICY.replace("LOTSE", lotse));
        var bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void onAForeignPageItKeepsToItselfAndToTheRules() {
        try (var visitor = visited.guest(1280, 800)) {
            var page = visitor.newPage();
            var requests = new CopyOnWriteArrayList<String>();
            page.onRequest((Request request) -> requests.add(request.url()));
            page.navigate(hostAddress() + "/");
            var chat = new Chat(page, Map.of());
            chat.find(".card button.main").waitFor();
            page.waitForTimeout(200);
            assertThat(requests)
                    .as("before the click")
                    .filteredOn(url -> url.startsWith(served.address()))
                    .containsExactly(served.address() + "/widget.js");
            assertThat(stored(page)).isEqualTo("0");

            chat.find(".card button.main").click();
            chat.arrive("ja");
            assertThat(requests)
                    .filteredOn(url -> url.startsWith(served.address()))
                    .as("until the first question")
                    .hasSizeLessThanOrEqualTo(5);
            chat.answerUntil("frage_3");

            assertThat(page.locator("html").getAttribute("data-violations")).isEmpty();
            assertThat(stored(page)).isEqualTo("1");
            assertThat(visitor.cookies()).isEmpty();
            assertThat(requests)
                    .map(url -> URI.create(url).getPort())
                    .containsOnly(port(hostAddress()), port(served.address()));
            assertThat(chat.find("h3").boundingBox().height).as("big type").isGreaterThan(25);
            assertThat(chat.find(".question form > button.main").boundingBox().height)
                    .isGreaterThanOrEqualTo(44);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "pictures", "widget-embedded.png")));
        }
    }

    @Test
    void fromAForeignPageItGoesOnAsPagesInANewTab() {
        try (var visitor = visited.guest(1280, 800)) {
            var page = visitor.newPage();
            page.navigate(hostAddress() + "/");
            var chat = new Chat(page, Map.of()).open();
            chat.answerUntil("frage_2");

            var pages = page.waitForPopup(() -> chat.press(".foot form button"));

            pages.waitForURL(served.address() + "/d/probe");
            assertThat(pages.locator("h1").textContent()).contains("Nummer 2");
            assertThat(pages.url()).doesNotContain("token");
        }
    }

    private static String stored(Page page) {
        return page.locator("html").getAttribute("data-stored");
    }

    private static int port(String address) {
        return URI.create(address).getPort();
    }
}
