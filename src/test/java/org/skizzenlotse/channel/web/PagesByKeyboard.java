// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Somebody at the pages without JavaScript, with a keyboard and nothing else.
public final class PagesByKeyboard {
    private static final int PAGES_MAX = 80;
    private static final int OPTIONS_MAX = 20;

    private final Page page;
    private final Map<String, String> typed;
    private final Map<String, List<String>> chosen;

    /// Answers as wanted, by step; whatever else is asked gets the first option or a few words.
    public PagesByKeyboard(Page page, Map<String, String> typed, Map<String, List<String>> chosen) {
        this.page = page;
        this.typed = typed;
        this.chosen = chosen;
    }

    /// The step or station that stands here.
    public String step() {
        return page.locator("input[name=step]").first().getAttribute("value");
    }

    /// Answers until a station or step is reached.
    public void answerUntil(String station, Runnable atEach) {
        for (int i = 0; i < PAGES_MAX && !step().equals(station); i++) {
            atEach.run();
            answer();
        }
        assertThat(step()).isEqualTo(station);
        atEach.run();
    }

    /// Answers whatever is asked now.
    public void answer() {
        var step = step();
        if (page.locator("[name='field.name']").count() > 0) {
            type("[name='field.name']", "Alex");
            type("[name='field.email']", "tafel@example.org");
        } else if (page.locator("[name=text]#antwort").count() > 0) {
            type("#antwort", typed.getOrDefault(step, "Antwort auf " + step));
        } else if (page.locator("input[name=choose]").count() > 0) {
            choose(step);
        } else {
            var wanted = chosen.getOrDefault(step, List.of()).stream().findFirst();
            pick(wanted.map(one -> "[value=" + one + "]").orElse(""));
            return;
        }
        send();
    }

    /// Presses a button that answers; what is not told apart is the first.
    private void pick(String which) {
        Browser.press(page, "button[name=choose]" + which);
    }

    /// Presses the button that answers with this.
    public void choose(String step, String option) {
        assertThat(step()).isEqualTo(step);
        pick("[value=" + option + "]");
    }

    private void choose(String step) {
        var wanted = chosen.getOrDefault(step, List.of());
        if (page.locator("input[type=radio]").count() == 0) {
            if (wanted.isEmpty()) mark("input[type=checkbox]");
            for (var one : wanted) mark("input[value='" + one + "']");
            return;
        }
        mark("input[type=radio]");
        if (!wanted.isEmpty()) arrowTo(wanted.getFirst());
    }

    private void type(String field, String words) {
        Browser.tabTo(page, field);
        page.keyboard().press("Control+A");
        page.keyboard().insertText(words);
    }

    private void mark(String box) {
        Browser.tabTo(page, box);
        page.keyboard().press("Space");
    }

    /// Goes down among options of which one can be chosen.
    public void arrowTo(String option) {
        Browser.tabTo(page, "input[type=radio]:checked");
        var target = page.locator("input[value='" + option + "']:checked");
        for (int i = 0; i < OPTIONS_MAX && target.count() == 0; i++)
            page.keyboard().press("ArrowDown");
        assertThat(target.count()).as("%s is chosen", option).isEqualTo(1);
    }

    /// Sends what stands in the form.
    public void send() {
        Browser.press(page, "form.answer button.main");
    }

    /// Opens an earlier answer from the review.
    public void change(String step) {
        Browser.press(page, ".entry:has(input[name=target][value=" + step + "]) button");
        assertThat(step()).isEqualTo(step);
    }

    /// Gives a command, from the menu where it does not stand outside.
    public void command(String command) {
        var button = ".commands button[value=" + command + "]";
        if (!page.locator(button).isVisible()) {
            Browser.tabTo(page, ".commands summary");
            page.keyboard().press("Enter");
        }
        Browser.press(page, button);
    }

    /// Takes the sketch along as a text file.
    public String copy() {
        Browser.tabTo(page, "a[href$='.md']");
        var download = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(download.suggestedFilename()).endsWith(".md");
        try (var stream = download.createReadStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
