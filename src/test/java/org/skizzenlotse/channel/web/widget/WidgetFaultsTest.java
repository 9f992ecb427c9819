// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.channel.web.SmallDialog;
import org.skizzenlotse.channel.web.Visited;
import org.skizzenlotse.web.WebSettings;

/// What goes wrong around a conversation loses nothing, doubles nothing and is not read out twice.
class WidgetFaultsTest {
    private static final int QUESTIONS = 14;
    private static final long SEED = 20_261_124;

    private static final String WATCH_THE_LOG =
            """
            () => {
              window.entered = [];
              const root = document.querySelector('skizzen-lotse').shadowRoot;
              new MutationObserver((changes) => {
                for (const change of changes) for (const node of change.addedNodes)
                  if (change.target.getAttribute('role') === 'log' && node.dataset.id)
                    window.entered.push(node.dataset.id);
              }).observe(root, { childList: true, subtree: true });
            }
            """;

    @TempDir static Path folder;

    @RegisterExtension
    static final Visited visited =
            new Visited(() ->
                    Served.start(WebSettings.loopback(0), SmallDialog.write(folder, QUESTIONS)));

    private BrowserContext visitor;

    @BeforeEach
    void come() {
        visitor = visited.visitor(true, 390, 844);
    }

    @AfterEach
    void go() {
        visitor.close();
    }

    private Chat chat(String address) {
        var page = visitor.newPage();
        page.navigate(address + "/chat/probe");
        return new Chat(page, Map.of());
    }

    @Test
    void aReloadInTheMiddleKeepsTheConversationAndTheTypedWords() {
        var page = visitor.newPage();
        page.navigate(visited.address() + "/chat/probe");
        var chat = new Chat(page, Map.of()).open();
        chat.answerUntil("frage_3");
        chat.tabTo("textarea");
        chat.type("Noch nicht fertig,\naber schon getippt");

        page.reload();

        chat.arrive("frage_3");
        assertThat(chat.find("textarea").inputValue())
                .isEqualTo("Noch nicht fertig,\naber schon getippt");
        chat.press("form > button.main");
        chat.arrive("frage_4");
        chat.find(".past li:nth-child(4)").waitFor(attached());
        assertThat(chat.past())
                .contains("Noch nicht fertig,\naber schon getippt")
                .doesNotHaveDuplicates();
    }

    @Test
    void anAnswerThatWasSentWithoutConnectionOutlivesAReload() {
        var page = visitor.newPage();
        page.navigate(visited.address() + "/chat/probe");
        var chat = new Chat(page, Map.of()).open();
        chat.answerUntil("frage_2");
        visitor.route(Pattern.compile(".*/api/.*"), route -> route.abort("internetdisconnected"));
        chat.fill();
        chat.press("form > button.main");
        page.locator(
                        ".status",
                        new com.microsoft.playwright.Page.LocatorOptions().setHasText("aufgehoben"))
                .waitFor();
        visitor.unroute(Pattern.compile(".*/api/.*"));

        page.reload();

        chat.arrive("frage_3");
        chat.find(".past li:nth-child(3)").waitFor(attached());
        assertThat(chat.past()).contains("Antwort auf frage_2").doesNotHaveDuplicates();
    }

    @Test
    void everyMessageEntersTheLogOnceAndNeverAgainAfterAReload() {
        var page = visitor.newPage();
        page.navigate(visited.address() + "/chat/probe");
        var chat = new Chat(page, Map.of()).open();
        page.evaluate(WATCH_THE_LOG);
        chat.command("help");
        chat.answerUntil("frage_4");
        chat.command("overview");
        chat.command("why");
        var entered = (List<?>) page.evaluate("window.entered");

        assertThat(entered).hasSizeGreaterThan(3).doesNotHaveDuplicates();

        page.addInitScript(
                "customElements.whenDefined('skizzen-lotse').then(() => {("
                        + WATCH_THE_LOG.strip()
                        + ")();})");
        page.reload();
        chat.arrive("frage_4");
        assertThat((List<?>) page.evaluate("window.entered")).isEmpty();
        assertThat(chat.said()).isNotEmpty();
    }

    @Test
    void manyLostConnectionsLoseNothingAndDoubleNothing() throws Exception {
        try (var flaky = new Flaky(URI.create(visited.address()).getPort(), SEED)) {
            var chat = chat(flaky.address()).open();
            chat.answer();
            flaky.bad(true);
            for (int i = 1; i <= QUESTIONS; i++) {
                chat.arrive("frage_" + i);
                chat.answer();
                if (i % 3 == 0) flaky.cutAll();
            }
            flaky.bad(false);
            chat.arrive("_review");

            assertThat(flaky.cuts()).isGreaterThan(20);
            var page = visitor.pages().getFirst();
            var said =
                    page.evaluate(
                            """
                            async () => {
                              const key = Object.keys(sessionStorage)[0];
                              const { token } = JSON.parse(sessionStorage[key]);
                              const answer = await fetch('/api/v1/conversation',
                                  { headers: { Authorization: 'Bearer ' + token } });
                              const { messages } = await answer.json();
                              const said = messages.filter((one) => one.kind === 'said');
                              return said.filter((one) => one.step !== 'ja')
                                  .map((one) => one.text.replaceAll('\\\\', ''));
                            }
                            """);
            assertThat(said)
                    .isEqualTo(
                            IntStream.rangeClosed(1, QUESTIONS)
                                    .mapToObj(i -> "Antwort auf frage_" + i)
                                    .toList());
        }
    }

    @Test
    void itWorksWhereNothingMayBeStored() {
        var page = visitor.newPage();
        page.addInitScript(
                """
                for (const kind of ['sessionStorage', 'localStorage'])
                  Object.defineProperty(window, kind, { get() { throw new DOMException('no'); } });
                """);
        page.navigate(visited.address() + "/chat/probe");
        var chat = new Chat(page, Map.of()).open();

        chat.answerUntil("_review");

        assertThat(chat.step()).isEqualTo("_review");
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    @Test
    void twoTabsShowTheSameAndNeitherLosesTypedWords() {
        var page = visitor.newPage();
        page.navigate(visited.address() + "/chat/probe");
        var one = new Chat(page, Map.of()).open();
        one.answerUntil("frage_1");
        var popup = page.waitForPopup(() -> page.evaluate("window.open(location.href)"));
        var other = new Chat(popup, Map.of());
        other.arrive("frage_1");
        one.tabTo("form [name=text]");
        one.type("Hier getippt");

        other.answer();
        other.arrive("frage_2");

        one.arrive("frage_2");
        one.find(".status").getByText("anderer Stelle").waitFor();
        one.command("back");
        one.arrive("frage_1");
        assertThat(one.find("form [name=text]").inputValue()).isEqualTo("Hier getippt");
    }
}
