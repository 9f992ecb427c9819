// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.skizzenlotse.channel.web.Browser;
import org.skizzenlotse.channel.web.Looks;
import org.skizzenlotse.channel.web.Visited;

/// Somebody with a keyboard and a bad connection makes the short sketch in the widget, changes
/// something, hands it in, takes a copy along, and comes back on another device. Each kind of view
/// is looked at by axe.
class WidgetStoryTest {
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    private static final Map<String, String> WANTED =
            Map.of(
                    "problem", "An manchen Tagen reicht das Essen nicht.\nAn anderen schon.",
                    "titel", "Tafel-Vorschau <b>*",
                    "stunden", "3",
                    "bestaetigung", "tafel@example.org",
                    "traeger", "verein",
                    "personenbezug", "nein");

    @RegisterExtension static final Visited visited = Visited.shipped();

    private final Looks looks = new Looks("widget");

    @Test
    void theShortSketchIsMadeByKeyboardAloneWithTheNetworkLostInBetween() throws Exception {
        try (var visitor = visited.visitor(true, PHONE_WIDTH, PHONE_HEIGHT)) {
            var page = visitor.newPage();
            page.navigate(visited.address() + "/chat/skizze");
            looks.at(page, "card");
            var chat = new Chat(page, WANTED).open();
            assertThat(chat.step()).isEqualTo("einwilligung");
            chat.answerUntil("loesung", () -> look(page, chat));
            loseTheNetwork(visitor, page, chat);
            chooseNothing(page, chat);
            chat.answerUntil("_review", () -> look(page, chat));
            assertThat(chat.find(".sketch").textContent())
                    .contains("Tafel-Vorschau <b>*", "Ohne Netz geschrieben");

            change(page, chat);
            var key = visitStations(page, chat);
            assertThat(key).matches("[0-9A-Z]{5}(-[0-9A-Z]{5}){4}");
            chat.pick("submit");
            chat.arrive("_submitted");
            look(page, chat);
            assertThat(copy(page, chat)).contains("Tafel-Vorschau", "Ohne Netz geschrieben");
            var number = chat.find(".number strong").textContent();

            onAnotherDevice(number, key.toLowerCase(Locale.ROOT).replace("-", " "));
        }
    }

    /// An answer that is given without a network waits, says so, and leaves by itself.
    private void loseTheNetwork(BrowserContext visitor, Page page, Chat chat) {
        chat.tabTo("textarea");
        chat.type("Ohne Netz geschrieben");
        visitor.setOffline(true);
        chat.press(".question form > button.main");
        chat.find(".status").getByText("aufgehoben").waitFor();
        looks.at(page, "offline");
        visitor.setOffline(false);
        chat.arrive("titel");
    }

    private void chooseNothing(Page page, Chat chat) {
        chat.answerUntil("traeger", () -> look(page, chat));
        chat.press(".question form > button.main");
        assertThat(chat.find(".wrong").textContent()).contains("wählt eine Antwort");
        assertThat(chat.find("input[name=choose]:focus").count()).isEqualTo(1);
        looks.at(page, "error");
    }

    /// Another answer to an earlier question asks more: that is said first, and can be kept.
    private void change(Page page, Chat chat) {
        var before = chat.find(".sketch").textContent();
        chat.press(".entry button[value=traeger]");
        chat.arrive("traeger");
        assertThat(chat.find("input[value=verein]").isChecked()).isTrue();
        assertThat(chat.find("h3:focus").count()).as("focus on the question").isEqualTo(1);
        chat.choose("staat");
        chat.press(".question form > button.main");
        chat.arrive("_impact");
        look(page, chat);
        chat.pick("keep");
        chat.arrive("_review");
        chat.find(".sketch").waitFor();
        assertThat(chat.find(".sketch").textContent()).isEqualTo(before);
    }

    /// Looks at the stations around the talk; pausing gives the key.
    private String visitStations(Page page, Chat chat) {
        chat.command("change");
        look(page, chat);
        chat.command("continue");
        chat.command("pause");
        chat.arrive("_paused");
        look(page, chat);
        var key = chat.find(".key output").textContent();
        chat.pick("resume");
        chat.command("stop");
        look(page, chat);
        chat.pick("erase");
        look(page, chat);
        chat.pick("no");
        chat.command("overview");
        looks.at(page, "overview");
        chat.arrive("_review");
        return key;
    }

    private static String copy(Page page, Chat chat) throws IOException {
        chat.tabTo(".copies button");
        var download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(download.suggestedFilename()).startsWith("SK-").endsWith(".md");
        try (var stream = download.createReadStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The key opens the same sketch, there it goes on as pages and back in the chat; then this
    /// device forgets it.
    private void onAnotherDevice(String number, String key) {
        try (var device = visited.visitor(true, 1280, 800)) {
            var page = device.newPage();
            page.navigate(visited.address() + "/chat/skizze");
            var chat = new Chat(page, WANTED);
            chat.press(".card p button");
            chat.find("#key").waitFor();
            looks.at(page, "key");
            chat.type("FALSCH");
            page.keyboard().press("Enter");
            chat.find(".wrong p, .wrong div").first().waitFor();
            chat.tabTo("#key");
            chat.type(key);
            page.keyboard().press("Enter");
            chat.arrive("_submitted");
            assertThat(chat.find(".number strong").textContent()).isEqualTo(number);
            looks.at(page, "returned");

            chat.press(".foot form button");
            page.waitForURL("**/d/skizze");
            assertThat(page.textContent("main")).contains(number);
            Browser.press(page, ".bottom a[href$='#weiter-skizze']");
            chat.arrive("_submitted");
            assertThat(chat.find(".number strong").textContent()).isEqualTo(number);
            assertThat(device.cookies()).hasSize(1);

            chat.press(".leave button");
            chat.press(".leave button:nth-of-type(2)");
            chat.find("h3:focus").waitFor();
            looks.at(page, "left");
            assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
        }
    }

    private void look(Page page, Chat chat) {
        var step = chat.step();
        if (step.startsWith("_")) {
            looks.at(page, step);
        } else {
            looks.at(page, String.valueOf(page.evaluate(KIND)));
        }
    }

    private static final String KIND =
            """
            () => {
              const form = document.querySelector('skizzen-lotse').shadowRoot
                .querySelector('.question form');
              const field = form.querySelector('[name]');
              return field ? field.localName + '-' + field.type : 'buttons';
            }
            """;
}
