// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.web.WebSettings;

/// The pages as a browser without JavaScript gets them, request by request.
class PagesTest {
    private static final String WIDGET = "<script type=\"module\" src=\"/widget.js\">";

    private Served served;
    private Visitor visitor;

    @BeforeEach
    void start() throws Exception {
        served = Served.start(WebSettings.loopback(0));
        visitor = new Visitor(served.address(), "skizze");
    }

    @AfterEach
    void stop() throws Exception {
        visitor.close();
        served.close();
    }

    @Test
    void lookingStoresNothing() throws Exception {
        for (var path : List.of("/", "/d/skizze")) {
            var answer = visitor.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.body().replace(WIDGET, ""))
                    .doesNotContain("<script", "style=\"", "http://", "https://");
        }
    }

    @Test
    void theCookieIsForThisBrowserSessionAndNoScript() throws Exception {
        var answer = visitor.start();

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .contains("; Path=/", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure", "Max-Age", "Expires");
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("=");
    }

    @Test
    void overHttpsTheCookieIsBoundToTheHost() throws Exception {
        served.close();
        served =
                Served.start(
                        new WebSettings(
                                "127.0.0.1",
                                0,
                                "https://lotse.example",
                                Set.of(),
                                Set.of(),
                                WebSettings.Limits.GENEROUS));
        visitor = new Visitor(served.address(), "skizze");

        var answer = visitor.start();

        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("__Host-")
                .contains("; Secure", "; Path=/")
                .doesNotContain("Domain");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void aBrowserWithoutCookiesIsToldKindly() throws Exception {
        var target = visitor.start().headers().firstValue("Location").orElseThrow();

        assertThat(visitor.get(target).body()).contains("nicht gemerkt", "Los geht’s");
    }

    @Test
    void formsOfOtherPagesAreRefused() throws Exception {
        visitor.begin();
        var form = visitor.hidden() + "&choose=yes&control=BUTTONS";

        assertThat(visitor.post(form.replaceFirst("csrf=", "csrf=x")).statusCode()).isEqualTo(403);
        assertThat(visitor.post("step=einwilligung&choose=yes").statusCode()).isEqualTo(403);
        assertThat(visitor.postWith(form, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(visitor.postWith(form, "Sec-Fetch-Site", "same-site").statusCode())
                .isEqualTo(403);
        assertThat(visitor.postWith(form, "Origin", "https://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(visitor.step()).isEqualTo("einwilligung");

        assertThat(visitor.postWith(form, "Sec-Fetch-Site", "same-origin").statusCode())
                .isEqualTo(303);
        assertThat(visitor.step()).isEqualTo("_scope");
    }

    @Test
    void theSameFormTwiceHappensOnce() throws Exception {
        visitor.begin();
        visitor.answer("control=BUTTONS&choose=yes");
        var form = visitor.hidden() + "&control=BUTTONS&choose=short";
        visitor.post(form);
        assertThat(visitor.step()).isEqualTo("vorhandenes");
        var once = visitor.page();

        visitor.post(form);

        assertThat(visitor.step()).isEqualTo("vorhandenes");
        assertThat(visitor.page()).isEqualTo(once);
    }

    @Test
    void anOldPageIsNoAnswerToAnotherQuestion() throws Exception {
        visitor.begin();
        visitor.answer("control=BUTTONS&choose=yes");
        visitor.answer("control=BUTTONS&choose=short");
        visitor.answer("control=RADIOS&choose=nein");
        var old = visitor.hidden();
        visitor.post(old + "&control=LINES&text=" + encoded("Das Essen reicht nicht."));
        assertThat(visitor.step()).isEqualTo("veraenderung");

        visitor.post(old + "&control=LINES&text=" + encoded("Etwas ganz anderes"));

        assertThat(visitor.step()).isEqualTo("_typo");
        assertThat(visitor.page()).doesNotContain("Etwas ganz anderes");
    }

    @Test
    void whatCouldNotBeUsedIsKeptAndNothingInItRuns() throws Exception {
        visitor.begin();
        visitor.answer("control=BUTTONS&choose=yes");
        visitor.answer("control=BUTTONS&choose=short");
        visitor.answer("control=RADIOS&choose=nein");
        var text = "<script>alert(1)</script></textarea>\"'" + "x".repeat(9_000);
        var answer = visitor.send("control=LINES&text=" + encoded(text));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Fehler: ", "role=\"alert\"", "href=\"#antwort\"")
                .contains("aria-invalid=\"true\"")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;/textarea&gt;")
                .doesNotContain("<script");
    }

    @Test
    void afterARefusedConsentNothingIsCountedAsOpen() throws Exception {
        visitor.begin();

        visitor.answer("control=BUTTONS&choose=no");

        assertThat(visitor.step()).isEqualTo("_closed");
        assertThat(visitor.page()).doesNotContain("Noch offen", "Eure Kopie", "Insgesamt noch");
        visitor.answer("command=back");
        assertThat(visitor.page()).doesNotContain("[…]");
        visitor.answer("control=BUTTONS&choose=yes");
        assertThat(visitor.step()).isEqualTo("_scope");
    }

    @Test
    void pagesSayTheirCharacters() throws Exception {
        assertThat(visitor.get("/d/skizze").headers().firstValue("Content-Type"))
                .hasValue("text/html;charset=utf-8");
        visitor.begin();
        assertThat(visitor.get("/d/skizze/skizze.md").headers().firstValue("Content-Type"))
                .hasValue("text/markdown; charset=utf-8");
    }

    @Test
    void erasingEndsTheSession() throws Exception {
        visitor.begin();
        visitor.answer("control=BUTTONS&choose=yes");
        visitor.answer("command=erase");
        assertThat(visitor.step()).isEqualTo("_confirm");
        var answer = visitor.send("control=BUTTONS&choose=yes");

        assertThat(answer.body()).contains("Alles ist gelöscht");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
        assertThat(visitor.get("/d/skizze").body()).contains("gelöscht");
    }

    @Test
    void aLostConversationLeadsToTheDoor() throws Exception {
        visitor.keep("gespraech-skizze=" + "x".repeat(43));

        var answer = visitor.get("/d/skizze");

        assertThat(answer.body()).contains("Los geht’s");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
        assertThat(visitor.get("/d/skizze/skizze.md").statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownDialogIsAPage() throws Exception {
        var answer = visitor.get("/d/nirgends");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>", "lang=\"de\"");
    }

    @Test
    void reloadingAnAnswerLeadsBackToTheQuestion() throws Exception {
        assertThat(visitor.get("/d/skizze/antwort").headers().firstValue("Location"))
                .contains("/d/skizze");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
