// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.web.WebSettings;

/// People pass questions and their sketch on to others themselves.
class SharePagesTest {
    private Served served;
    private Visitor visitor;

    @BeforeEach
    void start() throws Exception {
        served = Served.start(WebSettings.loopback(0));
        visitor = new Visitor(served.address(), "skizze");
        visitor.begin();
        visitor.answer("control=BUTTONS&choose=yes");
        visitor.answer("control=BUTTONS&choose=short");
    }

    @AfterEach
    void stop() throws Exception {
        visitor.close();
        served.close();
    }

    @Test
    void openQuestionsStandReadyForAMailAndWithoutAnswers() throws Exception {
        assertThat(visitor.step()).isEqualTo("vorhandenes");
        visitor.answer("control=RADIOS&choose=nein");
        visitor.answer("control=LINES&text=Das+weiss+nur+ich");
        var page = visitor.get("/d/skizze/teilen");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Hallo, wir beschreiben gerade unser Datenvorhaben", "1. ", "2. ")
                .contains("/d/skizze/fragen.odt", "/d/skizze/skizze.odt")
                .doesNotContain("Das weiss nur ich");
        assertThat(visitor.page()).contains("/d/skizze/teilen");
    }

    @Test
    void aSingleQuestionCanBePassedOnWithALinkForTheMailProgram() throws Exception {
        var page = visitor.get("/d/skizze/teilen?frage=loesung").body();
        assertThat(page).contains("mailto:?subject=", "1. ").doesNotContain("2. ");
        var one = visitor.get("/d/skizze/fragen.md?frage=loesung");
        assertThat(one.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "offene-fragen.md");
        assertThat(one.body().lines().filter(line -> line.startsWith("### "))).hasSize(1);
        assertThat(visitor.get("/d/skizze/fragen.md?frage=einwilligung").statusCode())
                .isEqualTo(404);
    }

    @Test
    void documentsOpenInAWordProcessor() throws Exception {
        for (var file : new String[] {"fragen.odt", "skizze.odt"}) {
            var answer = visitor.get("/d/skizze/" + file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .isEqualTo("application/vnd.oasis.opendocument.text");
            assertThat(answer.body()).as(file).startsWith("PK");
        }
    }

    @Test
    void whoHasNoConversationHereSeesNothing() throws Exception {
        try (var stranger = new Visitor(served.address(), "skizze")) {
            for (var path : new String[] {"teilen", "fragen.md", "fragen.odt", "skizze.odt"})
                assertThat(stranger.get("/d/skizze/" + path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
