// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A conversation moves from one browser without JavaScript to another, request by request.
class MovePagesTest {
    private static final Pattern CODE =
            Pattern.compile("<strong>(([0-9A-Z]{3}-){2}[0-9A-Z]{3})</strong>");
    private static final Pattern NUMBER =
            Pattern.compile("<output class=\"number\">([0-9]{2})</output>");
    private static final Pattern LINK =
            Pattern.compile("<output class=\"link\">(http://lotse.example)(/umzug/[^<]*)<");

    private Served served;
    private Visitor old;
    private Visitor fresh;

    @BeforeEach
    void start() throws Exception {
        served = Served.known("http://lotse.example");
        old = new Visitor(served.address(), "skizze");
        fresh = new Visitor(served.address(), "skizze");
        old.begin();
        old.answer("choose=yes&control=BUTTONS");
    }

    @AfterEach
    void stop() throws Exception {
        old.close();
        fresh.close();
        served.close();
    }

    private String made() throws Exception {
        old.step();
        var page = old.send("command=move");
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    @Test
    void whereThereIsABotThePageLeadsToIt() throws Exception {
        var page = made();
        var secret = found(Pattern.compile("/umzug/([A-Za-z0-9_-]{22})"), page, 1);
        assertThat(page)
                .contains("https://t.me/" + Served.BOT + "?start=" + secret)
                .contains("In Telegram weitermachen")
                .contains("https://matrix.to/#/%40lotse%3Aexample.org")
                .contains("In Matrix weitermachen");
    }

    private static String found(Pattern pattern, String page, int group) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as("%s", pattern).isTrue();
        return found.group(group);
    }

    private HttpResponse<String> waits(HttpResponse<String> shown) throws Exception {
        assertThat(shown.statusCode()).isEqualTo(303);
        assertThat(shown.headers().firstValue("Location")).contains("/umzug");
        keep(shown);
        return fresh.get("/umzug");
    }

    private void keep(HttpResponse<String> answer) {
        for (var cookie : answer.headers().allValues("Set-Cookie"))
            if (!cookie.contains("Max-Age=0")) fresh.keep(cookie.split(";", 2)[0]);
    }

    @Test
    void aTypedCodeMovesTheTalkOnceTheOldBrowserSaysYes() throws Exception {
        var code = found(CODE, made(), 1);
        var waiting = waits(fresh.post("/weiter", "key=" + code.toLowerCase(Locale.ROOT)));
        var number = found(NUMBER, waiting.body(), 1);
        assertThat(fresh.post("/umzug", "").body()).contains("noch nicht Ja gesagt", number);
        assertThat(old.step()).isEqualTo("_arrival");
        assertThat(old.page()).contains("Seid ihr das?", number);

        old.answer("choose=yes&control=BUTTONS");
        var moved = fresh.post("/umzug", "");

        assertThat(moved.headers().firstValue("Location").orElse("")).startsWith("/d/skizze");
        keep(moved);
        assertThat(fresh.step()).isEqualTo(old.step());
    }

    @Test
    void aLinkOrItsPictureIsLookedAtWithoutUsingItUp() throws Exception {
        var page = made();
        var path = found(LINK, page, 2);
        assertThat(page).contains("<svg class=\"qr\"", "role=\"img\"");
        for (int i = 0; i < 2; i++) {
            var looked = fresh.get(path);
            assertThat(looked.statusCode()).isEqualTo(200);
            assertThat(looked.headers().firstValue("Set-Cookie")).isEmpty();
        }
        waits(fresh.post(path, ""));
        assertThat(fresh.get(path).statusCode()).isEqualTo(410);
        assertThat(fresh.post(path, "").statusCode()).isEqualTo(410);
    }

    @Test
    void whoIsNotLetInIsToldKindly() throws Exception {
        var path = found(LINK, made(), 2);
        waits(fresh.post(path, ""));
        old.step();
        old.answer("choose=no&control=BUTTONS");
        assertThat(old.page()).contains("kommt nicht herein");

        var out = fresh.post("/umzug", "");

        assertThat(out.statusCode()).isEqualTo(410);
        assertThat(out.body()).contains("Hier geht es nicht weiter");
        assertThat(out.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
    }

    @Test
    void anotherConversationOfTheBrowserIsNotPutAwayWithoutAsking() throws Exception {
        var path = found(LINK, made(), 2);
        fresh.begin();
        var shown = fresh.post(path, "");
        fresh.keepAlso(shown.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0]);
        old.step();
        old.answer("choose=yes&control=BUTTONS");

        var asked = fresh.post("/umzug", "");

        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("ein anderes Gespräch");
        assertThat(fresh.post("/umzug", "another=yes").statusCode()).isEqualTo(303);
    }

    @Test
    void aPageOfAnotherSiteCannotUseALinkUp() throws Exception {
        var path = found(LINK, made(), 2);
        assertThat(fresh.postFrom("https://evil.example", path, "").statusCode()).isEqualTo(403);
        assertThat(fresh.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void whoWaitsForNothingIsShownWhereKeysAreEntered() throws Exception {
        assertThat(fresh.get("/umzug").headers().firstValue("Location")).contains("/weiter");
        assertThat(fresh.get("/umzug/" + "x".repeat(22)).statusCode()).isEqualTo(410);
        assertThat(fresh.post("/umzug", "").statusCode()).isEqualTo(410);
    }
}
