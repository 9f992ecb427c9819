// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.web.WebSettings;

/// Somebody without JavaScript and without a mouse makes the short sketch. What they see is also
/// looked at by axe, in a second window where scripts may run.
class PagesStoryTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int STEPS_MAX = 60;

    private static final Map<String, String> TYPED =
            Map.ofEntries(
                    Map.entry(
                            "problem",
                            "An manchen Tagen reicht das Essen nicht.\nAn anderen schon."),
                    Map.entry("veraenderung", "Niemand geht mit leeren Taschen nach Hause."),
                    Map.entry("loesung", "Eine Vorschau auf die nächste Ausgabe"),
                    Map.entry("titel", "Tafel-Vorschau <b>*"),
                    Map.entry("vorstellung", "Eine Tafel mit vierzehn Ausgabestellen"),
                    Map.entry("datenarten", "Zahl der Gäste, Wetter, Ferien"),
                    Map.entry("produkt_grund", "Sie kennt unsere Ausgabetage nicht."),
                    Map.entry("bestaetigung", "tafel@example.org"),
                    Map.entry("stunden", "3"));

    private static final Map<String, List<String>> CHOSEN =
            Map.ofEntries(
                    Map.entry("einwilligung", List.of("yes")),
                    Map.entry("_scope", List.of("short")),
                    Map.entry("feld", List.of("wohnen", "alter")),
                    Map.entry("region", List.of("kreis")),
                    Map.entry("traeger", List.of("verein")),
                    Map.entry("engagement", List.of("beides")),
                    Map.entry("mittel", List.of("kaum")),
                    Map.entry("erwartung", List.of("umsetzung", "plan")),
                    Map.entry("uebertragbar", List.of("gleich")),
                    Map.entry("vorhanden", List.of("da")),
                    Map.entry("personenbezug", List.of("nein")),
                    Map.entry("produkt", List.of("passt_nicht")),
                    Map.entry("betreuung", List.of("mehrere")),
                    Map.entry("befugnis", List.of("kurz")),
                    Map.entry("gruppen", List.of("armut", "familien")),
                    Map.entry("offen_teilen", List.of("ja")),
                    Map.entry("antwortweg", List.of("mail")));

    private static Served served;
    private static Browser browser;

    private final Set<String> lookedAt = new HashSet<>();
    private final Set<String> titles = new HashSet<>();

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
    void theShortSketchIsMadeByKeyboardAlone() {
        try (var visitor = browser.visitor(false, 360, 740);
                var watcher = browser.visitor(true, 1280, 800)) {
            var page = visitor.newPage();
            page.navigate(served.address() + "/");
            look(page, watcher, "start");
            Browser.press(page, "main a[href='/d/skizze']");
            assertThat(visitor.cookies()).as("before the first click").isEmpty();
            look(page, watcher, "door");
            Browser.press(page, "button.main");
            assertThat(visitor.cookies())
                    .hasSize(1)
                    .first()
                    .satisfies(cookie -> {
                        assertThat(cookie.httpOnly).isTrue();
                        assertThat(page.url()).doesNotContain(cookie.value);
                    });

            answerUntil(page, watcher, "_review");
            change(page, watcher);
            answerUntil(page, watcher, "_review");
            assertThat(page.textContent(".body"))
                    .contains("Punkte sind beschrieben", "jetzt einreichen")
                    .doesNotContain("Tafel-Vorschau");
            assertThat(page.textContent(".sketch"))
                    .contains("Tafel-Vorschau <b>*", "An manchen Tagen");
            visitStations(page, watcher);
            Browser.press(page, "button[name=choose][value=submit]");
            assertThat(step(page)).isEqualTo("_submitted");
            look(page, watcher, "_submitted");
            assertThat(copy(page)).contains("Vorschau", "Ausgabestellen");
            leave(page, watcher);
        }
    }

    private void answerUntil(Page page, BrowserContext watcher, String station) {
        for (int i = 0; i < STEPS_MAX && !step(page).equals(station); i++) {
            var step = step(page);
            look(page, watcher, kind(page, step));
            if (step.equals("traeger")) {
                chooseNothing(page, watcher);
            }
            answer(page, step);
        }
        assertThat(step(page)).isEqualTo(station);
        look(page, watcher, station);
    }

    /// Nothing chosen is no answer: the page says so and keeps waiting.
    private void chooseNothing(Page page, BrowserContext watcher) {
        Browser.press(page, "form.answer button.main");
        assertThat(page.title()).startsWith("Fehler: ");
        assertThat(page.locator("[role=alert] a").getAttribute("href")).isEqualTo("#antwort");
        look(page, watcher, "error");
    }

    private void answer(Page page, String step) {
        if (TYPED.containsKey(step)) {
            Browser.tabTo(page, "#antwort");
            page.keyboard().press("Control+A");
            page.keyboard().insertText(TYPED.get(step));
        } else if (step.equals("kontaktdaten")) {
            Browser.tabTo(page, "[name='field.name']");
            page.keyboard().insertText("Alex");
            Browser.tabTo(page, "[name='field.email']");
            page.keyboard().insertText("tafel@example.org");
        } else if (page.locator("input[name=choose]").count() > 0) {
            choose(page, step);
        } else {
            var wanted = CHOSEN.getOrDefault(step, List.of()).stream().findFirst();
            assertThat(wanted).as("an answer to %s", step).isPresent();
            Browser.press(page, "button[name=choose][value=" + wanted.get() + "]");
            return;
        }
        Browser.press(page, "form.answer button.main");
    }

    private void choose(Page page, String step) {
        var wanted = CHOSEN.getOrDefault(step, List.of("open:unknown"));
        if (page.locator("input[type=radio]").count() == 0) {
            for (var one : wanted) {
                Browser.tabTo(page, "input[value=" + one + "]");
                page.keyboard().press("Space");
            }
            return;
        }
        Browser.tabTo(page, "input[type=radio]");
        page.keyboard().press("Space");
        var target = "input[value='" + wanted.getFirst() + "']:checked";
        for (int i = 0; i < STEPS_MAX && page.locator(target).count() == 0; i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(page.locator(target).count()).as("%s has %s", step, wanted).isEqualTo(1);
    }

    /// Another answer to an earlier question asks more: that is said first, and can be kept.
    private void change(Page page, BrowserContext watcher) {
        var before = page.textContent(".sketch");
        Browser.press(page, entry("traeger"));
        assertThat(step(page)).isEqualTo("traeger");
        assertThat(page.locator("input[value=verein]").isChecked()).isTrue();
        Browser.tabTo(page, "input[type=radio]:checked");
        while (!page.locator("input[value=staat]").isChecked()) {
            page.keyboard().press("ArrowDown");
        }
        Browser.press(page, "form.answer button.main");
        assertThat(step(page)).isEqualTo("_impact");
        look(page, watcher, "_impact");
        Browser.press(page, "button[name=choose][value=keep]");
        assertThat(step(page)).isEqualTo("_review");
        assertThat(page.textContent(".sketch")).isEqualTo(before);
    }

    private static String entry(String step) {
        return ".entry:has(input[name=target][value=" + step + "]) button";
    }

    private void visitStations(Page page, BrowserContext watcher) {
        command(page, "change");
        look(page, watcher, "_change");
        command(page, "continue");
        command(page, "pause");
        look(page, watcher, "_paused");
        Browser.press(page, "button[name=choose][value=resume]");
        command(page, "stop");
        look(page, watcher, "_stop");
        Browser.press(page, "button[name=choose][value=erase]");
        look(page, watcher, "_confirm");
        Browser.press(page, "button[name=choose][value=no]");
        command(page, "overview");
        look(page, watcher, "overview");
        assertThat(step(page)).isEqualTo("_review");
    }

    private static void command(Page page, String command) {
        var button = ".commands button[value=" + command + "]";
        if (!page.locator(button).isVisible()) {
            Browser.tabTo(page, ".commands summary");
            page.keyboard().press("Enter");
        }
        Browser.press(page, button);
    }

    private static String copy(Page page) {
        Browser.tabTo(page, "a[href$='.md']");
        var download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(download.suggestedFilename()).endsWith(".md");
        try (var stream = download.createReadStream()) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private void leave(Page page, BrowserContext watcher) {
        Browser.press(page, ".bottom button");
        look(page, watcher, "left");
        assertThat(page.context().cookies()).isEmpty();
    }

    /// Stations are kinds of their own, questions by how they are answered.
    private static String kind(Page page, String step) {
        return step.startsWith("_")
                ? step
                : page.locator("input[name=control]").getAttribute("value");
    }

    private static String step(Page page) {
        return page.locator("input[name=step]").first().getAttribute("value");
    }

    /// What stands here is shown to axe, once for each kind of page, in both colour schemes.
    private void look(Page page, BrowserContext watcher, String kind) {
        assertThat(page.locator("h1").count()).as("headings of %s", kind).isEqualTo(1);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s fits a narrow screen", kind)
                .isEqualTo(true);
        titles.add(page.title());
        if (!lookedAt.add(kind)) {
            return;
        }
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve("phone-" + kind + ".png"))
                        .setFullPage(true));
        var window = watcher.newPage();
        window.navigate(served.address() + "/");
        window.setContent(page.content());
        assertThat(findings(new AxeBuilder(window))).as("axe on %s", kind).isEmpty();
        window.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(findings(new AxeBuilder(window).withRules(List.of("color-contrast"))))
                .as("axe on %s in the dark", kind)
                .isEmpty();
        window.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve("desktop-" + kind + ".png"))
                        .setFullPage(true));
        window.close();
    }

    private static List<String> findings(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(one -> one.getId() + " " + one.getNodes())
                .toList();
    }
}
