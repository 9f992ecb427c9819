// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.skizzenlotse.channel.web.Browser;
import org.skizzenlotse.channel.web.Visited;

/// From one conversation to another, and to pages: nothing of the one reaches the other, and
/// nothing is thrown away before the other side has it.
class WidgetMovesTest {
    private static final String BEGINNINGS = "**/api/v1/conversations";

    @RegisterExtension static final Visited visited = Visited.shipped();

    private BrowserContext visitor;
    private Page page;

    @BeforeEach
    void come() {
        visitor = visited.visitor(true, 390, 844);
        page = visitor.newPage();
    }

    @AfterEach
    void go() {
        visitor.close();
    }

    private Chat at(String path) {
        page.navigate(visited.address() + path);
        return new Chat(page, Map.of());
    }

    @Test
    void whileGoingOnNothingElseIsSentAndNoOldViewIsTaken() {
        var chat = at("/chat/vorpruefung").open();
        chat.answerUntil("_result");
        var held = new ArrayList<Route>();
        page.route(BEGINNINGS, held::add);
        var turns = new AtomicInteger();
        page.onRequest(request -> {
            if (request.url().endsWith("/turns")) turns.incrementAndGet();
        });

        chat.press(".question form button[value='skizze']");
        page.waitForCondition(() -> !held.isEmpty());
        page.keyboard().press("Enter");
        chat.find(".question form button[value='skizze']").click();
        page.evaluate("() => dispatchEvent(new Event('online'))");
        page.waitForTimeout(300);

        assertThat(turns.get()).isEqualTo(1);
        assertThat(held).hasSize(1);
        held.getFirst().resume();
        chat.arrive("einwilligung");
        page.evaluate("() => dispatchEvent(new Event('online'))");
        page.waitForTimeout(300);
        assertThat(chat.step()).isEqualTo("einwilligung");
        assertThat(held).hasSize(1);
    }

    @Test
    void aViewOfTheFormerConversationIsDroppedInTheNewOne() {
        var chat = at("/chat/vorpruefung").open();
        chat.answerUntil("_result");
        var held = new ArrayList<Route>();
        page.route("**/api/v1/conversation", held::add);
        page.evaluate("() => dispatchEvent(new Event('online'))");
        page.waitForCondition(() -> !held.isEmpty());

        chat.pick("skizze");
        chat.arrive("einwilligung");
        page.unroute("**/api/v1/conversation");
        held.getFirst().resume();
        page.waitForTimeout(500);

        assertThat(chat.step()).isEqualTo("einwilligung");
    }

    @Test
    void pagesThatCannotBeReachedLoseNothing() {
        var chat = at("/chat/skizze").open();
        chat.answerUntil("problem");
        chat.tabTo("textarea");
        chat.type("Noch nicht gesendet");
        page.route(
                "**/aus-dem-chat",
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("zu")));

        chat.press(".foot form button");
        page.waitForURL("**/aus-dem-chat");

        at("/chat/skizze").arrive("problem");
        assertThat(chat.find("textarea").inputValue()).isEqualTo("Noch nicht gesendet");
    }

    @Test
    void anAnswerLeavesBeforeThePagesAreOpened() {
        var chat = at("/chat/skizze").open();
        chat.answerUntil("problem");
        var held = new ArrayList<Route>();
        page.route("**/turns", held::add);
        chat.fill();
        chat.press(".question form > button.main");
        page.waitForCondition(() -> !held.isEmpty());

        chat.press(".foot form button");

        chat.find(".status").getByText("unterwegs").waitFor();
        page.unroute("**/turns");
        held.getFirst().resume();
        chat.settle();
        assertThat(page.url()).endsWith("/chat/skizze");
        chat.press(".foot form button");
        page.waitForURL("**/d/skizze");
    }

    @Test
    void whatWasTypedInAnotherConversationIsNotTakenOverAndItIsNotPutAwayUnasked() {
        var chat = at("/chat/vorpruefung").open();
        page.navigate(visited.address() + "/d/skizze");
        Browser.press(page, "button.main");
        List<?> tokens =
                (List<?>)
                        page.evaluate(
                                """
                                () => {
                                  const name = Object.keys(sessionStorage)[0];
                                  const { token } = JSON.parse(sessionStorage[name]);
                                  const body = JSON.stringify({ command: 'help' });
                                  const pending = { key: 'alt', path: 'conversation/turns', body };
                                  const drafts = { einwilligung: ['alt'] };
                                  const other = name.replace('vorpruefung', 'skizze');
                                  const kept = { token, pending, drafts };
                                  sessionStorage[other] = JSON.stringify(kept);
                                  return [token];
                                }
                                """);
        assertThat(tokens).hasSize(1);
        var turns = new AtomicInteger();
        page.onRequest(request -> {
            if (request.url().endsWith("/turns")) turns.incrementAndGet();
        });

        Browser.press(page, ".bottom a[href$='#weiter-skizze']");
        chat.find("h3:focus").waitFor();
        assertThat(chat.question().count()).isZero();
        chat.press(".cards button:not(.main)");

        chat.arrive("einwilligung");
        assertThat(turns.get()).isZero();
        assertThat((String) page.evaluate("() => Object.values(sessionStorage).join()"))
                .doesNotContain("\"drafts\":{\"einwilligung\"", "\"pending\"");
    }

    @Test
    void aKeyDoesNotPutAwayAnOpenConversationUnasked() {
        var chat = at("/chat/skizze").open();
        chat.answerUntil("problem");
        chat.press("header .close");

        chat.press(".card p button");
        chat.find("h3:focus").waitFor();
        assertThat(chat.find("#key").count()).isZero();
        chat.press(".cards button.main");

        chat.arrive("problem");
    }

    @Test
    void afterGoingOnAReloadOpensWhatWasOpenAndItsOwnCardKnowsIt() {
        var chat = at("/chat/vorpruefung").open();
        chat.answerUntil("_result");
        chat.pick("skizze");
        chat.arrive("einwilligung");

        page.reload();
        chat.arrive("einwilligung");
        page.navigate(visited.address() + "/chat/skizze");
        new Chat(page, Map.of()).arrive("einwilligung");
    }

    @Test
    void goingOnComesBackToADraftThatIsOpenInThisTab() {
        var chat = at("/chat/skizze").open();
        chat.answerUntil("problem");
        at("/chat/vorpruefung").open().answerUntil("_result");

        chat.pick("skizze");

        chat.arrive("problem");
        assertThat(chat.find(".status").textContent()).contains("schon etwas angefangen");
    }

    @Test
    void thePagesAskBeforeAnotherConversationIsPutAway() {
        page.navigate(visited.address() + "/d/skizze");
        Browser.press(page, "button.main");
        page.navigate(visited.address() + "/chat/vorpruefung");
        var token = "() => JSON.parse(sessionStorage[Object.keys(sessionStorage)[0]]).token";
        var chat = at("/chat/skizze").open();
        chat.answerUntil("problem");
        var own = (String) page.evaluate(token);

        chat.press(".foot form button");
        page.waitForURL("**/aus-dem-chat");

        assertThat(page.locator("h1").textContent()).contains("anderes Gespräch");
        assertThat(page.url()).doesNotContain(own);
        Browser.press(page, "form button[name=another]");
        page.waitForURL("**/d/skizze");
        assertThat(page.locator("h1").textContent()).isEqualTo(problem());
    }

    private String problem() {
        var chat = at("/chat/skizze");
        chat.arrive("problem");
        var heading = chat.heading();
        page.navigate(visited.address() + "/d/skizze");
        return heading;
    }

    @Test
    void whoOpensTheListOfEarlierAnswersReadsWhatCounts() {
        var chat = at("/chat/skizze").open();
        chat.answerUntil("problem");
        chat.answer();
        var next = chat.step();
        chat.tabTo(".past summary");
        page.keyboard().press("Enter");
        chat.find(".past dl").first().waitFor();
        assertThat(chat.find(".past").textContent()).contains("Antwort auf problem");

        chat.press(".past button[value=problem]");
        chat.arrive("problem");
        chat.tabTo("textarea");
        chat.type("Anders gesagt");
        chat.press(".question form > button.main");
        chat.arrive(next);
        chat.find(".past dl").getByText("Anders gesagt").waitFor();
        assertThat(chat.find(".past").textContent()).doesNotContain("Antwort auf problem");
    }

    @Test
    void aLanguageThatTheDialogDoesNotHaveStrandsNobody() {
        page.navigate(visited.address() + "/chat/skizze");
        page.evaluate(
                """
                () => {
                  const other = document.createElement('skizzen-lotse');
                  other.setAttribute('dialog', 'skizze');
                  other.setAttribute('variant', 'fr');
                  document.querySelector('skizzen-lotse').replaceWith(other);
                }
                """);

        var chat = new Chat(page, Map.of()).open();

        assertThat(chat.step()).isEqualTo("einwilligung");
        assertThat(chat.find(".panel").getAttribute("lang")).isEqualTo("de");
    }

    @Test
    void aPanelOfBeforeAnUpdateIsServedAndNotKept() {
        var answer = page.request().get(visited.address() + "/widget/panel-0123456789ab.js");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("class Panel");
        assertThat(answer.headers()).containsEntry("cache-control", "no-cache");
    }
}
