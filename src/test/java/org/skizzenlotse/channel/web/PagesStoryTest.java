// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Somebody without JavaScript and without a mouse makes the short sketch. What they see is also
/// looked at by axe, in a second window where scripts may run.
class PagesStoryTest {

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
                    Map.entry("vorhandenes", List.of("nein")),
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

    @RegisterExtension static final Visited visited = Visited.shipped();

    private final Looks looks = new Looks("pages");
    private final Set<String> lookedAt = new HashSet<>();
    private final Set<String> titles = new HashSet<>();

    @Test
    void theShortSketchIsMadeByKeyboardAlone() {
        try (var visitor = visited.visitor(false, 360, 740);
                var watcher = visited.visitor(true, 1280, 800)) {
            var page = visitor.newPage();
            page.navigate(visited.address() + "/");
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

            var pages = new PagesByKeyboard(page, TYPED, CHOSEN);
            pages.answerUntil("_review", () -> atEach(page, watcher, pages));
            change(page, watcher, pages);
            assertThat(page.textContent(".body"))
                    .contains("Punkte sind beschrieben", "jetzt einreichen")
                    .doesNotContain("Tafel-Vorschau");
            assertThat(page.textContent(".sketch"))
                    .contains("Tafel-Vorschau <b>*", "An manchen Tagen");
            visitStations(page, watcher, pages);
            pages.choose("_review", "submit");
            assertThat(pages.step()).isEqualTo("_submitted");
            look(page, watcher, "_submitted");
            assertThat(pages.copy()).contains("Vorschau", "Ausgabestellen");
            leave(page, watcher);
        }
    }

    private void atEach(Page page, BrowserContext watcher, PagesByKeyboard pages) {
        look(page, watcher, kind(page, pages.step()));
        if (pages.step().equals("traeger")) chooseNothing(page, watcher);
    }

    /// Nothing chosen is no answer: the page says so and keeps waiting.
    private void chooseNothing(Page page, BrowserContext watcher) {
        Browser.press(page, "form.answer button.main");
        assertThat(page.title()).startsWith("Fehler: ");
        assertThat(page.locator("[role=alert] a").getAttribute("href")).isEqualTo("#antwort");
        look(page, watcher, "error");
    }

    /// Another answer to an earlier question asks more: that is said first, and can be kept.
    private void change(Page page, BrowserContext watcher, PagesByKeyboard pages) {
        var before = page.textContent(".sketch");
        pages.change("traeger");
        assertThat(page.locator("input[value=verein]").isChecked()).isTrue();
        pages.arrowTo("staat");
        pages.send();
        look(page, watcher, "_impact");
        pages.choose("_impact", "keep");
        assertThat(pages.step()).isEqualTo("_review");
        assertThat(page.textContent(".sketch")).isEqualTo(before);
    }

    private void visitStations(Page page, BrowserContext watcher, PagesByKeyboard pages) {
        pages.command("change");
        look(page, watcher, "_change");
        pages.command("continue");
        pages.command("pause");
        look(page, watcher, "_paused");
        pages.choose("_paused", "resume");
        pages.command("stop");
        look(page, watcher, "_stop");
        pages.choose("_stop", "erase");
        look(page, watcher, "_confirm");
        pages.choose("_confirm", "no");
        pages.command("overview");
        look(page, watcher, "overview");
        assertThat(pages.step()).isEqualTo("_review");
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

    /// What stands here is shown to axe, once for each kind of page, in both colour schemes.
    private void look(Page page, BrowserContext watcher, String kind) {
        assertThat(page.locator("h1").count()).as("headings of %s", kind).isEqualTo(1);
        Looks.fits(page, kind);
        titles.add(page.title());
        if (!lookedAt.add(kind)) {
            return;
        }
        looks.picture(page, "phone-" + kind);
        var window = visited.again(page, watcher);
        assertThat(Looks.findings(window)).as("axe on %s", kind).isEmpty();
        window.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(Looks.contrasts(window)).as("axe on %s in the dark", kind).isEmpty();
        looks.picture(window, "desktop-" + kind);
        window.close();
    }
}
