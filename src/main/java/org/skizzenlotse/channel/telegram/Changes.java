// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Expects;

/// A button for each answer, to change it, in the place of the buttons below an overview: so what
/// is to be changed stays in sight, and nothing is written once more.
final class Changes {
    /// What can be surveyed below a message that is long itself.
    static final int PAGE_MAX = 30;

    private Changes() {}

    /// Whether this option asks which answer is to be changed.
    static boolean areMeant(StepId step, Optional<Expects.Choice> option) {
        return step.value().startsWith("_")
                && option.filter(one -> one.id().equals("change")).isPresent();
    }

    /// One page of them, below a message that asks at this step.
    static List<List<Button>> keyboard(
            StepId asked, List<Expects.Choice> answers, int page, ChatWords words) {
        int pages = (answers.size() + PAGE_MAX - 1) / PAGE_MAX;
        int shown = Math.clamp(page, 0, Math.max(0, pages - 1));
        int from = shown * PAGE_MAX;
        var labels = Labels.of(answers.stream().map(Expects.Choice::button).toList());
        var buttons = new ArrayList<Button>();
        for (int i = from; i < Math.min(from + PAGE_MAX, answers.size()); i++) {
            var step = new StepId(answers.get(i).id());
            buttons.add(Button.of(labels.get(i), new Tap.Change(step)));
        }
        var rows = new ArrayList<>(Labels.rows(buttons));
        var turns = turns(asked, shown, pages, words);
        if (!turns.isEmpty()) rows.add(turns);
        rows.add(List.of(Button.of(words.say("change_none"), new Tap.Page(asked, 0))));
        return rows;
    }

    private static List<Button> turns(StepId asked, int page, int pages, ChatWords words) {
        var turns = new ArrayList<Button>();
        if (page > 0)
            turns.add(
                    Button.of(
                            words.say("page_before", page, pages),
                            new Tap.Changes(asked, page - 1)));
        if (page + 1 < pages)
            turns.add(
                    Button.of(
                            words.say("page_next", page + 2, pages),
                            new Tap.Changes(asked, page + 1)));
        return turns;
    }
}
