// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Progress;

/// What is to be told in one go: what was said since the last time, and what is asked now. `picked`
/// are the options of a multi by ID; `again` says that the same question still stands above;
/// `earlier` is the step whose answer may go on, or null; `link` is told only now and leads into a
/// browser, else empty.
record Telling(
        List<Message> said,
        Expects asked,
        Progress progress,
        Set<String> picked,
        String variant,
        boolean again,
        @Nullable StepId earlier,
        String link) {
    /// Copies what it is made of.
    Telling {
        said = List.copyOf(said);
        picked = Set.copyOf(picked);
    }

    /// What the last turn said and asks.
    static Telling of(View view) {
        var said = view.lastTurn().stream().map(View.Numbered::message).toList();
        return new Telling(
                said,
                view.expects(),
                view.progress(),
                chosen(view.expects()),
                view.variant(),
                false,
                null,
                view.once().code().isEmpty() ? "" : view.link());
    }

    /// The same after these messages, of several turns.
    Telling saying(List<Message> messages) {
        return new Telling(messages, asked, progress, picked, variant, again, earlier, link);
    }

    /// The same with these options picked.
    Telling picking(Set<String> options) {
        return new Telling(said, asked, progress, options, variant, again, earlier, link);
    }

    /// The same where the question was asked just before.
    Telling again(boolean stillThere) {
        return new Telling(said, asked, progress, picked, variant, stillThere, earlier, link);
    }

    /// The same where the answer at this step may go on.
    Telling after(StepId step) {
        return new Telling(said, asked, progress, picked, variant, again, step, link);
    }

    /// The options already chosen, where an answered question is asked again.
    static Set<String> chosen(Expects asked) {
        return asked.currentValue() instanceof Value.ChosenMany(var options, _)
                ? Set.copyOf(options)
                : Set.of();
    }

    @Override
    public String toString() {
        return "Telling[" + asked.step() + "]";
    }
}
