// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.TreeMap;
import org.skizzenlotse.channel.web.Browser;

/// Somebody who fills in a sketch on the pages, by keyboard alone. Knows the answers as turns of
/// the HTTP API, by their steps.
final class Typist {
    private static final int PAGES_MAX = 120;
    private static final int OPTIONS_MAX = 40;

    private final Page page;
    private final Map<String, JsonNode> answers = new TreeMap<>();

    /// In a window without JavaScript.
    Typist(Page page) {
        this.page = page;
    }

    /// What is to be answered at the turn's step.
    void learns(JsonNode turn) {
        answers.put(turn.path("step").asText(), turn);
    }

    /// Goes from the first page to the one after submitting, and gives what stands there.
    String submits(String address) {
        page.navigate(address);
        Browser.press(page, "button.main");
        for (int i = 0; i < PAGES_MAX && !step().equals("_submitted"); i++) {
            assertThat(answers).containsKey(step());
            assertThat(page.textContent("h1").strip()).doesNotEndWith(":");
            answer(answers.getOrDefault(step(), MissingNode.getInstance()));
        }
        assertThat(step()).isEqualTo("_submitted");
        return page.textContent("main");
    }

    private void answer(JsonNode turn) {
        var option = turn.path("choose").path(0).asText();
        if (!option.isEmpty() && page.locator("input[name=choose]").count() == 0) {
            Browser.press(page, "button[name=choose][value=" + option + "]");
            return;
        }
        if (!option.isEmpty()) choose(option, turn.path("text").asText());
        else if (turn.has("value"))
            turn.path("value")
                    .properties()
                    .forEach(one ->
                            type("[name='field." + one.getKey() + "']", one.getValue().asText()));
        else type("#antwort", turn.path("text").asText());
        Browser.press(page, "form.answer button.main");
    }

    private void choose(String option, String note) {
        var radios = page.locator("input[type=radio]").count() > 0;
        var box = "input[name=choose][value=" + option + "]";
        Browser.tabTo(page, radios ? "input[type=radio]" : box);
        page.keyboard().press("Space");
        for (int i = 0; i < OPTIONS_MAX && !page.locator(box).isChecked(); i++)
            page.keyboard().press("ArrowDown");
        assertThat(page.locator(box).isChecked()).as(option).isTrue();
        if (!note.isEmpty()) type("[name='note." + option + "']", note);
    }

    private void type(String field, String words) {
        Browser.tabTo(page, field);
        page.keyboard().insertText(words);
    }

    private String step() {
        return page.locator("input[name=step]").first().getAttribute("value");
    }
}
