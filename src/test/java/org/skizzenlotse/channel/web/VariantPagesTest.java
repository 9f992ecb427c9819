// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.web.WebSettings;

/// The pages in the language of the conversation: chosen on them, and no German in English ones.
class VariantPagesTest {
    private static final Pattern GERMAN =
            Pattern.compile(
                    "[äöüÄÖÜß„]|(?iu)\\b(und|oder|nicht|ihr|euch|eure?|ist|das|mit|wir)\\b");
    private static final Pattern HEAD = Pattern.compile("(?s)<html lang=\"(\\w+)\">");

    @TempDir Path folder;

    @AutoClose private Served served;

    @BeforeEach
    void start() throws Exception {
        var limits = WebSettings.Limits.GENEROUS;
        TwoVariants.write(folder);
        var settings = new WebSettings("127.0.0.1", 0, "", Set.of(), Set.of(), limits);
        served = Served.start(settings, folder);
    }

    private Visitor visitor(String dialog, String wish) {
        return new Visitor(served.address(), dialog).wishing(wish);
    }

    private static void isEnglish(String page) {
        var head = HEAD.matcher(page);
        assertThat(head.find()).isTrue();
        assertThat(head.group(1)).isEqualTo("en");
        var text =
                page.replace("Auf Deutsch", "").replace("Deutsch", "").replaceAll("<[^>]*>", " ");
        assertThat(GERMAN.matcher(text).find()).as(text).isFalse();
    }

    @Test
    void theDoorIsInTheLanguageOfTheBrowserWithTheOtherOneBesideIt() throws Exception {
        try (var english = visitor("zwei", "en")) {
            var door = english.get("/d/zwei");
            isEnglish(door.body());
            assertThat(door.headers().firstValue("Vary").orElse("")).contains("Accept-Language");
            assertThat(door.body())
                    .contains("href=\"/d/zwei?sprache=de\" lang=\"de\" hreflang=\"de\"")
                    .contains("action=\"/d/zwei/los?sprache=en\"");
            assertThat(english.get("/d/zwei?sprache=de").body())
                    .contains("<html lang=\"de\">")
                    .contains("action=\"/d/zwei/los?sprache=de\"");
        }
    }

    @Test
    void everyPageOfAnEnglishTalkIsEnglish() throws Exception {
        try (var english = visitor("zwei", "en")) {
            english.begin();
            isEnglish(english.page());
            for (var answer :
                    new String[] {
                        "command=help",
                        "choose=nothing",
                        "choose=karte",
                        "command=overview",
                        "text=soon",
                        "text=3+March+2027",
                        "command=pause",
                        "command=continue",
                        "command=stop",
                        "choose=continue",
                        "choose=submit",
                        "command=key"
                    }) {
                var sent = english.send(answer);
                if (sent.statusCode() < 300 || sent.statusCode() >= 400) isEnglish(sent.body());
                english.step();
                isEnglish(english.page());
            }
            isEnglish(english.leave().body());
        }
    }

    @Test
    void onTheFirstPageTheLanguageIsChosenWithAButton() throws Exception {
        try (var german = visitor("zwei", "de")) {
            german.begin();
            assertThat(german.page()).contains("<html lang=\"de\">").contains("In English");
            german.answer("command=language&target=en");
            isEnglish(german.page());
            assertThat(german.page()).contains("What is it?").contains("Auf Deutsch");
        }
    }

    @Test
    void aDialogInGermanAloneSaysSoInTheLanguageOfTheBrowser() throws Exception {
        try (var english = visitor("eins", "en")) {
            assertThat(english.get("/d/eins").body())
                    .contains("The questions here are in German only")
                    .contains("<h1 lang=\"de\" dir=\"ltr\">Probe</h1>")
                    .doesNotContain("?sprache=en");
            english.begin();
            assertThat(english.page()).contains("<html lang=\"de\">").contains("Worum geht es?");
        }
    }

    @Test
    void refusalsAndTheWayBackAreInTheLanguageOfTheBrowser() throws Exception {
        try (var english = visitor("zwei", "en")) {
            isEnglish(english.get("/weiter").body());
            isEnglish(english.post("/weiter", "key=").body());
            isEnglish(english.get("/d/nirgends").body());
            isEnglish(english.post("command=help").body());
            isEnglish(english.get("/problems/too-many").body());
        }
        try (var german = visitor("zwei", "")) {
            assertThat(german.get("/weiter").body()).contains("<html lang=\"de\">");
        }
    }
}
