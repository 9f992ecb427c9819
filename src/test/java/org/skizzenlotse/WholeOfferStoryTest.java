// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.web.Browser;
import org.skizzenlotse.channel.web.Looks;
import org.skizzenlotse.channel.web.PagesByKeyboard;
import org.skizzenlotse.channel.web.Visited;
import org.skizzenlotse.channel.web.widget.Chat;

/// The whole offer as one person meets it: from the pre-screening to the full sketch, handed in,
/// with the mails at a real mail server, and back again from another device. Once in the widget,
/// with a network that goes away, once as pages without JavaScript; the keyboard is enough.
class WholeOfferStoryTest {
    private static final String CANARY = "Kanarienvogel";
    private static final int MAIL_MILLIS = 20_000;
    private static final String KEY = "[0-9A-Z]{5}(-[0-9A-Z]{5}){4}";

    private static final Map<String, String> TYPED =
            Map.of(
                    "problem", "An manchen Tagen reicht das Essen nicht. " + CANARY,
                    "titel", "Tafel-Vorschau",
                    "stunden", "3",
                    "bestaetigung", "tafel@example.org");

    private static final Map<String, List<String>> CHOSEN =
            Map.of(
                    "traeger", List.of("verein"),
                    "partner", List.of("ja"),
                    "uebertragbar", List.of("gleich"),
                    "gemeinwohl", List.of("gruppe"),
                    "betreuung", List.of("eine"),
                    "bedenken", List.of("keins"),
                    "einwilligung", List.of("yes"),
                    "_scope", List.of("full"),
                    "vorhandenes", List.of("nein"),
                    "antwortweg", List.of("mail"));

    @RegisterExtension static final Visited visited = Visited.alone();

    @TempDir Path folder;

    private final Looks looks = new Looks("offer");
    private final Set<String> lookedAt = new HashSet<>();
    private GreenMail mails;
    private Service service;
    private String address = "";

    @BeforeEach
    void start() throws Exception {
        var setup = new ServerSetup(0, "127.0.0.1", "smtp");
        setup.setServerStartupTimeout(60_000);
        mails = new GreenMail(setup);
        mails.start();
        service = Service.start(StaffMails.config(folder, mails.getSmtp().getPort()), false);
        address = service.where().replaceFirst("^\\S+ (\\S+) .*$", "$1");
    }

    @AfterEach
    void stop() {
        if (service != null) service.close();
        if (mails != null) mails.stop();
    }

    @Test
    void inTheWidgetWithALostNetwork() throws Exception {
        try (var visitor = visited.visitor(true, 390, 844)) {
            var page = visitor.newPage();
            page.navigate(address + "chat/vorpruefung");
            var chat = new Chat(page, wanted()).open();
            chat.answerUntil("_result", () -> look(page, chat.step()));
            assertThat(chat.question().textContent()).contains("Sprechstunde");
            chat.pick("skizze");
            chat.arrive("einwilligung");
            chat.answerUntil("veraenderung", () -> look(page, chat.step()));
            writesWithoutANetwork(visitor, page, chat);
            chat.answerUntil("_review", () -> lookOnce(page, chat));
            assertThat(chat.find(".sketch").textContent()).contains("Ohne Netz geschrieben");

            chat.press(".entry button[value=traeger]");
            chat.arrive("traeger");
            chat.choose("staat");
            chat.press(".question form > button.main");
            chat.arrive("_impact");
            look(page, "_impact");
            chat.pick("take");
            chat.answerUntil("_review");

            chat.pick("submit");
            chat.arrive("_submitted");
            look(page, "_submitted");
            var reference = chat.find(".number strong").textContent();
            chat.command("key");
            var key = chat.find(".key output").textContent();
            assertThat(key).matches(KEY);
            mailsArrive(reference);
            comesBackInTheWidget(key, reference);
        }
    }

    @Test
    void onPagesWithoutJavaScript() throws Exception {
        try (var visitor = visited.visitor(false, 390, 844)) {
            var page = visitor.newPage();
            page.navigate(address + "d/vorpruefung");
            Browser.press(page, "button.main");
            var pages = new PagesByKeyboard(page, TYPED, CHOSEN);
            pages.answerUntil("_result", () -> {});
            assertThat(page.textContent("main")).contains("Sprechstunde");
            pages.choose("_result", "skizze");
            assertThat(page.url()).endsWith("/d/skizze");
            pages.answerUntil("_review", () -> {});

            pages.change("traeger");
            pages.arrowTo("staat");
            pages.send();
            pages.choose("_impact", "take");
            pages.answerUntil("_review", () -> {});

            pages.choose("_review", "submit");
            assertThat(pages.step()).isEqualTo("_submitted");
            var reference = reference(page.textContent("main"));
            pages.command("key");
            var key = page.textContent(".key .letters");
            assertThat(key).matches(KEY);
            mailsArrive(reference);
            comesBackOnPages(key, reference);
        }
    }

    /// What is answered without a network waits, survives a reload, and leaves by itself once.
    private void writesWithoutANetwork(BrowserContext visitor, Page page, Chat chat) {
        chat.tabTo("textarea");
        chat.type("Ohne Netz geschrieben");
        visitor.setOffline(true);
        chat.press(".question form > button.main");
        chat.find(".status").getByText("aufgehoben").waitFor();
        look(page, "offline");
        visitor.setOffline(false);
        chat.arrive("loesung");
        assertThat(chat.past()).filteredOn("Ohne Netz geschrieben"::equals).hasSize(1);
    }

    /// Staff get the sketch, the applicant a confirmation without answers.
    private void mailsArrive(String reference) throws Exception {
        assertThat(mails.waitForIncomingEmail(MAIL_MILLIS, 2)).isTrue();
        var received = mails.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(StaffMails.text(StaffMails.to(received, "team@verein.example")))
                .contains(reference, CANARY);
        assertThat(StaffMails.text(StaffMails.to(received, "tafel@example.org")))
                .contains(reference)
                .doesNotContain(CANARY);
    }

    private void comesBackInTheWidget(String key, String reference) {
        try (var device = visited.visitor(true, 1280, 800)) {
            var page = device.newPage();
            page.navigate(address + "chat/skizze");
            var chat = new Chat(page, wanted());
            chat.press(".card p button");
            chat.tabTo("#key");
            chat.type(key);
            page.keyboard().press("Enter");
            chat.arrive("_submitted");
            assertThat(chat.find(".number strong").textContent()).isEqualTo(reference);
            assertThat(chat.find(".sketch").textContent()).contains(CANARY);
        }
    }

    private void comesBackOnPages(String key, String reference) {
        try (var device = visited.visitor(false, 1280, 800)) {
            var page = device.newPage();
            page.navigate(address + "weiter");
            Browser.tabTo(page, "#schluessel");
            page.keyboard().insertText(key);
            Browser.press(page, "button.main");
            assertThat(page.url()).endsWith("/d/skizze");
            assertThat(page.textContent("main")).contains(reference, CANARY);
        }
    }

    /// By step for the widget, where one answer to each is enough.
    private static Map<String, String> wanted() {
        var all = new HashMap<>(TYPED);
        CHOSEN.forEach((step, options) -> all.put(step, options.getFirst()));
        return all;
    }

    private void lookOnce(Page page, Chat chat) {
        if (chat.step().startsWith("_")) look(page, chat.step());
    }

    /// Each place is shown to axe once.
    private void look(Page page, String place) {
        if (!lookedAt.add(place)) return;
        assertThat(Looks.findings(page)).as("axe on %s", place).isEmpty();
        looks.picture(page, place);
    }

    private static String reference(String text) {
        return text.replaceFirst("(?s)^.*?(SK-[0-9A-Z]{4}-[0-9A-Z]{4}).*$", "$1");
    }
}
