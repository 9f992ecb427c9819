// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.conversation.FileOverview;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.turn.Scenario;

class PageMakerTest {
    private static Page page(Scenario scenario) {
        var said =
                scenario.last().messages().stream()
                        .map(one -> new View.Numbered(1, Instant.EPOCH, one))
                        .toList();
        var state = scenario.state();
        var view =
                new View(
                        state.id(),
                        state.dialog(),
                        state.variant(),
                        state.lifecycle(),
                        state.reference(),
                        1,
                        said,
                        scenario.expects(),
                        scenario.progress(),
                        Optional.empty(),
                        View.Once.NOTHING,
                        false,
                        1,
                        false);
        return PageMaker.page(
                new PageMaker.Of(
                        view,
                        "Probe",
                        "/weiter",
                        "csrf",
                        Kept.NOTHING,
                        false,
                        List.of(),
                        Optional.empty(),
                        FileOverview.NONE,
                        Scenario.phrases().language(state.variant()),
                        Talk.Elsewhere.NOWHERE));
    }

    @Test
    void besideAReminderIsAButtonThatEndsThem() {
        var steps = Scenario.CONSENT + "- ask: ort\n  type: text\n  text: Wo?\n";
        var timing = "personal: true\ntiming: {remind: [P3D], draft: P90D}\n";
        var scenario = Scenario.of(Scenario.inline(timing, steps)).says("ja");
        assertThat(page(scenario).commands().quick())
                .extracting(Page.Command::id)
                .doesNotContain("no_reminders");
        assertThat(page(scenario).commands().more())
                .extracting(Page.Command::id)
                .contains("no_reminders");

        var page = page(scenario.waits(Duration.ofDays(3)).wakes("remind_0"));

        assertThat(page.said()).anyMatch(one -> one.html().contains("wartet auf euch"));
        assertThat(page.commands().quick())
                .contains(new Page.Command("no_reminders", "Keine Erinnerungen mehr"));
        assertThat(page.commands().more())
                .extracting(Page.Command::id)
                .doesNotContain("no_reminders");
    }
}
