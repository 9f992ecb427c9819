// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.skizzenlotse.channel.web.Visited;

/// The language is chosen in the widget's first view, with the keyboard, and everything follows.
class WidgetLanguageTest {
    private static final Pattern GERMAN =
            Pattern.compile(
                    "[äöüÄÖÜß„]|(?iu)\\b(und|oder|nicht|ihr|euch|eure?|ist|das|mit|wir)\\b");

    @RegisterExtension static final Visited visited = Visited.shipped();

    @Test
    void thePreScreeningIsChosenInEnglishAndStaysSo() throws Exception {
        try (var visitor = visited.visitor(true, 390, 844)) {
            var page = visitor.newPage();
            page.navigate(visited.address() + "/chat/vorpruefung");
            var chat = new Chat(page, Map.of()).open();
            var first = chat.step();
            var offer = chat.find(".commands button[lang=en]");
            assertThat(offer.textContent()).isEqualTo("In English");
            chat.press(".commands button[lang=en]");
            chat.find(".panel[lang=en]").waitFor();
            chat.settle();
            assertThat(chat.step()).isEqualTo(first);
            isEnglish(chat);
            chat.answerUntil("_result", () -> isEnglish(chat));
            isEnglish(chat);
        }
    }

    /// What the dialog says is never kept waiting for words that do not come.
    @Test
    void whereTheWordsDoNotComeItGoesOnInThoseOfBefore() throws Exception {
        try (var visitor = visited.visitor(true, 390, 844)) {
            visitor.route("**/words-en-*", route -> route.abort());
            var page = visitor.newPage();
            page.navigate(visited.address() + "/chat/vorpruefung");
            var chat = new Chat(page, Map.of()).open();

            chat.press(".commands button[lang=en]");
            chat.find(".panel[lang=en]").waitFor();
            chat.settle();

            assertThat(chat.heading()).isEqualTo("Who brings the project in?");
            assertThat(chat.find(".question form > button.main").textContent()).isEqualTo("Weiter");
        }
    }

    private static void isEnglish(Chat chat) {
        var text = chat.find(".panel > :not(header)").allInnerTexts().toString();
        text = text.replace("Auf Deutsch", "");
        assertThat(GERMAN.matcher(text).find()).as(text).isFalse();
    }
}
