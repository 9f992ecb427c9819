// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Progress;

/// What can be seen of a conversation without an input. Whoever asks several things asks one look,
/// which goes over the steps once.
public final class Look {
    private final Draft draft;

    Look(Draft draft) {
        this.draft = draft;
    }

    /// What the conversation waits for.
    public Expects expects() {
        return new Prompter(draft).expects();
    }

    /// What can be taken out for good, as at [org.skizzenlotse.engine.Stations#REMOVE].
    public List<Expects.Choice> removable() {
        return new Removing(draft).choices();
    }

    /// How much is still to come.
    public Progress progress() {
        var dialog = draft.dialog();
        Dialog.@Nullable Group group =
                draft.place() instanceof Place.Asking(var question, _)
                        ? dialog.groupOf(question.id()).orElse(null)
                        : null;
        var title = group == null ? "" : dialog.words(group, draft.now().variant()).title();
        return draft.journey().progress(group, title);
    }

    /// Whether a consent was given, but to another text than the one in force.
    public boolean isOutdated() {
        return !draft.outdated().isEmpty();
    }

    /// Whether every required consent was given, so that what is said may be stored.
    public boolean isConsented() {
        return draft.journey().isConsented();
    }
}
