// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.web.WebSettings;

/// Coming back by key as a browser without JavaScript does, request by request.
class ReturnPagesTest {
    private static final Pattern KEY =
            Pattern.compile("<output class=\"letters\">([^<]*)</output>");

    private Served served;
    private Visitor visitor;
    private Visitor other;

    @BeforeEach
    void start() throws Exception {
        served = Served.start(WebSettings.loopback(0));
        visitor = new Visitor(served.address(), "skizze");
        other = new Visitor(served.address(), "skizze");
    }

    @AfterEach
    void stop() throws Exception {
        visitor.close();
        other.close();
        served.close();
    }

    private static String key(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        var key = KEY.matcher(answer.body());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private static HttpResponse<String> back(Visitor visitor, String key, String more)
            throws Exception {
        return visitor.post("/weiter", "key=" + URLEncoder.encode(key, UTF_8) + more);
    }

    private static void goOn(Visitor visitor, String key) throws Exception {
        var answer = back(visitor, key, "");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain(key);
        visitor.keep(answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0]);
    }

    @Test
    void aKeyFromAPauseLeadsToTheSameQuestionInAnotherBrowser() throws Exception {
        visitor.begin();
        visitor.answer("choose=yes&control=BUTTONS");
        var key = key(visitor.send("command=pause"));

        goOn(other, "mein Schlüssel: " + key.toLowerCase(java.util.Locale.ROOT));

        assertThat(other.step()).isEqualTo("_paused");
        other.answer("choose=resume&control=BUTTONS");
        assertThat(other.step()).isEqualTo(visitor.step());
        assertThat(visitor.get("/d/skizze").body()).doesNotContain(key);
    }

    @Test
    void theFormSentOnceMoreShowsAKeyThatWorks() throws Exception {
        visitor.begin();
        var form = visitor.hidden() + "&command=key";
        var lost = key(visitor.post(form));

        var shown = key(visitor.post(form));

        assertThat(back(other, lost, "").statusCode()).isEqualTo(422);
        goOn(other, shown);
    }

    @Test
    void aSlipIsToldAndWhatWasTypedStaysThere() throws Exception {
        assertThat(other.get("/weiter").statusCode()).isEqualTo(200);

        var answer = back(other, "AAAAA-BBBBB<b>", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Tippfehler", "value=\"AAAAA-BBBBB&lt;b>\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(back(other, "", "").body()).contains("Bitte gebt");
        assertThat(back(other, "0".repeat(25), "").body()).contains("gibt es nichts");
    }

    @Test
    void anotherConversationOfTheBrowserIsNotPutAwayWithoutAsking() throws Exception {
        visitor.begin();
        var key = key(visitor.send("command=key"));
        other.begin();

        var asked = back(other, key, "");

        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(asked.body()).contains("ein anderes Gespräch", key);
        assertThat(back(other, key, "&another=yes").statusCode()).isEqualTo(303);
        assertThat(back(visitor, key, "").statusCode()).as("the same").isEqualTo(303);
    }

    @Test
    void whoEndsWithoutAKeyIsShownOneFirst() throws Exception {
        visitor.begin();
        visitor.answer("choose=yes&control=BUTTONS");

        var key = key(visitor.leave());
        var left = visitor.leave();

        assertThat(left.body()).contains("Auf diesem Gerät beendet");
        assertThat(left.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
        assertThat(visitor.get("/d/skizze").body()).contains("Los geht’s");
        goOn(other, key);
        assertThat(other.step()).isEqualTo("_paused");
    }

    @Test
    void theKeyOfAnErasedConversationSaysSo() throws Exception {
        visitor.begin();
        var key = key(visitor.send("command=key"));
        visitor.answer("command=erase");
        visitor.answer("choose=yes&control=BUTTONS");

        var answer = back(other, key, "");

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("Alles ist gelöscht");
    }

    @Test
    void tooManyKeysFromOneVisitorAreRefused() throws Exception {
        int tries = 0;
        while (tries < 300 && back(other, "AAAAA", "").statusCode() == 422) tries++;

        assertThat(tries).isBetween(100, 299);
        assertThat(back(other, "AAAAA", "").statusCode()).isEqualTo(429);
    }

    @Test
    void aFormFromAForeignPageIsRefused() throws Exception {
        assertThat(other.postFrom("https://anderswo.example", "/weiter", "key=A").statusCode())
                .isEqualTo(403);
    }
}
