// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.web.widget.Chat;
import org.skizzenlotse.web.WebSettings;

/// A variant that is written from right to left, which is a file of texts and nothing else: pages
/// and widget turn round, and a mark at the beginning of a line stands at the right.
class RightToLeftTest {
    /// Not a translation: letters that run from right to left, with what they stand for.
    private static final String PSEUDO =
            """
            variant: he
            title: דוגמה (Probe)
            review: {text: הכול}
            submit: {text: לשלוח?, done: תודה.}
            groups: {idee: {title: הרעיון}}
            steps:
              was:
                text: על מה מדובר?
                short: נושא
                why: כדי לדעת.
                help: בחרו את הקרוב.
                examples: [מפה]
                options: {karte: {text: מפה}, liste: {text: רשימה}}
              wann: {text: עד מתי?, short: עד, why: כדי לתכנן.}
            """;

    @TempDir static Path folder;

    @RegisterExtension static final Visited visited = new Visited(RightToLeftTest::served);

    private static Served served() throws Exception {
        TwoVariants.write(folder);
        pseudo(folder);
        var limits = WebSettings.Limits.GENEROUS;
        var settings = new WebSettings("127.0.0.1", 0, "", Set.of(), Set.of(), limits);
        return Served.start(settings, folder);
    }

    private static void pseudo(Path folder) throws IOException {
        Files.writeString(folder.resolve("zwei/texts/he.yaml"), PSEUDO);
    }

    @Test
    void thePagesTurnRound() {
        try (var visitor = visited.visitor(false, 390, 844)) {
            var page = visitor.newPage();
            page.navigate(visited.address() + "/d/zwei?sprache=he");
            assertThat(page.locator("h1").getAttribute("dir")).isEqualTo("rtl");
            page.locator("form button.main").first().click();

            var main = page.locator("main");
            assertThat(main.getAttribute("lang")).isEqualTo("he");
            assertThat(main.getAttribute("dir")).isEqualTo("rtl");
            assertThat(page.locator("h1").textContent()).isEqualTo("על מה מדובר?");
            isAtTheRight(page.locator("h1"), page.locator("main"));
        }
    }

    @Test
    void theWidgetTurnsRoundAndBack() throws Exception {
        try (var visitor = visited.visitor(true, 390, 844)) {
            var page = visitor.newPage();
            page.navigate(visited.address() + "/chat/zwei");
            var chat = new Chat(page, Map.of()).open();
            assertThat(chat.find(".panel").getAttribute("dir")).isEqualTo("ltr");
            chat.press(".commands button[lang=he]");
            chat.find(".panel[lang=he]").waitFor();
            chat.settle();

            assertThat(chat.find(".panel").getAttribute("dir")).isEqualTo("rtl");
            assertThat(chat.heading()).isEqualTo("על מה מדובר?");
            isAtTheRight(chat.find("#heading"), chat.find(".panel"));
            chat.press(".commands button[lang=de]");
            chat.find(".panel[lang=de]").waitFor();
            assertThat(chat.find(".panel").getAttribute("dir")).isEqualTo("ltr");
        }
    }

    /// Where the first letter of a text begins, in the right half of what is around it.
    private static void isAtTheRight(Locator text, Locator around) {
        var begins =
                (Number)
                        text.evaluate(
                                "node => { const range = document.createRange();"
                                        + " range.selectNodeContents(node);"
                                        + " return range.getBoundingClientRect().right; }");
        var box = around.boundingBox();
        assertThat(begins.doubleValue()).isGreaterThan(box.x + box.width * 0.8);
    }
}
