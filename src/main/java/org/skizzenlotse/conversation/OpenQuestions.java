// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.store.Stored;

/// What of a conversation others could answer, and all that is needed to ask them: the dialog, how
/// answers are shown in the conversation's variant, and the facts of the installation.
public record OpenQuestions(
        Dialog dialog, Display display, Map<String, Value> facts, List<StepId> steps) {
    /// Copies the collections.
    public OpenQuestions {
        facts = Map.copyOf(facts);
        steps = List.copyOf(steps);
    }

    static OpenQuestions of(Circumstances circumstances, Stored stored) {
        var conversation = stored.conversation();
        var dialog = circumstances.dialog(stored);
        var installation = circumstances.installation();
        var engine = installation.engine();
        var look = engine.look(dialog, conversation, circumstances.byItself(stored));
        var display = engine.display(conversation.variant());
        return new OpenQuestions(dialog, display, installation.facts(), look.open());
    }
}
