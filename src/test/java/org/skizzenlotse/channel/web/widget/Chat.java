// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.channel.web.Browser;

/// Somebody at the widget, with a keyboard and nothing else.
public final class Chat {
    private static final String WIDGET = "skizzen-lotse ";
    private static final int STEPS_MAX = 80;
    private static final int OPTIONS_MAX = 20;

    private final Page page;
    private final Map<String, String> wanted;

    /// Answers as wanted, by step; whatever else is asked gets the first option or a few words.
    public Chat(Page page, Map<String, String> wanted) {
        this.page = page;
        this.wanted = wanted;
    }

    /// Opens the card and waits for the first question.
    public Chat open() {
        press(".card button.main");
        question().waitFor();
        settle();
        return this;
    }

    public Locator find(String selector) {
        return page.locator(WIDGET + selector);
    }

    public Locator question() {
        return find("[data-step]");
    }

    public String step() {
        return Optional.ofNullable(question().getAttribute("data-step")).orElse("");
    }

    public String heading() {
        return find("#heading").textContent();
    }

    /// What was said just now.
    public String said() {
        return find(".log").textContent();
    }

    public void tabTo(String selector) {
        Browser.tabTo(page, WIDGET + selector);
    }

    public void press(String selector) {
        tabTo(selector);
        page.keyboard().press("Enter");
    }

    /// Until nothing is under way.
    public void settle() {
        find(".panel[data-busy]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    public void arrive(String step) {
        find("[data-step='" + step + "']").waitFor();
        settle();
    }

    /// Presses a button that answers.
    public void pick(String value) {
        press(".question form button[value='" + value + "']");
        settle();
    }

    public void command(String command) {
        if (!find(".commands button[value=" + command + "]").isVisible()) press(".more > summary");
        press(".commands button[value=" + command + "]");
        settle();
    }

    /// Answers whatever is asked now.
    public void answer() {
        var isSentApart = find(".question form > button.main").count() > 0;
        fill();
        if (isSentApart) press(".question form > button.main");
        settle();
        assertThat(find(".wrong").textContent()).as("at %s", step()).isEmpty();
    }

    /// Puts an answer into the form, without sending; buttons are pressed at once.
    public void fill() {
        var step = step();
        if (find("textarea, .question input[name=text]").count() > 0) {
            tabTo(".question form [name=text]");
            type(wanted.getOrDefault(step, "Antwort auf " + step));
        } else if (find("input[name=choose]").count() > 0) {
            choose(wanted.getOrDefault(step, ""));
        } else if (find("input[name=email]").count() > 0) {
            tabTo("input[name=email]");
            type("tafel@example.org");
        } else if (find("fieldset.row").count() > 0) {
            tabTo("fieldset.row input");
            type("3");
        } else if (wanted.containsKey(step)) {
            press(".question form button[value='" + wanted.get(step) + "']");
        } else {
            press(".question form button");
        }
    }

    public void type(String text) {
        page.keyboard().press("Control+A");
        page.keyboard().insertText(text);
    }

    public void choose(String option) {
        var isOne = find("input[type=radio]").count() > 0 || option.isEmpty();
        tabTo("input[name=choose]" + (isOne ? "" : "[value='" + option + "']"));
        if (find("input[type=checkbox]").count() > 0) {
            page.keyboard().press("Space");
            return;
        }
        var radio = option.isEmpty() ? "input:checked" : "input[value='" + option + "']:checked";
        if (find("input:checked").count() == 0) page.keyboard().press("Space");
        for (int i = 0; i < OPTIONS_MAX && find(radio).count() == 0; i++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(find(radio).count()).as("chosen at %s", step()).isEqualTo(1);
    }

    /// Answers until a station or step is reached.
    public void answerUntil(String station, Runnable atEach) {
        for (int i = 0; i < STEPS_MAX && !step().equals(station); i++) {
            atEach.run();
            answer();
        }
        arrive(station);
        atEach.run();
    }

    public void answerUntil(String station) {
        answerUntil(station, () -> {});
    }

    /// What was answered so far, as the list of earlier answers shows it.
    public List<String> past() {
        return find(".past li .said").allTextContents();
    }
}
