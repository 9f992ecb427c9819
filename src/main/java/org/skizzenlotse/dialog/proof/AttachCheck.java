// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Part;
import org.skizzenlotse.engine.Origin;

/// What comes along from another conversation does so by a consent of its own, which nobody has to
/// give.
final class AttachCheck {
    /// The fact that says what a conversation came with.
    private static final String ORIGIN = Origin.FACT;

    private final Draft draft;

    AttachCheck(Draft draft) {
        this.draft = draft;
    }

    void check() {
        var attach = draft.head().at("submit").list("attach");
        for (var step : attach) consent(step);
        if (!attach.isEmpty() && !draft.dialog().parts().facts().containsKey(ORIGIN))
            draft.head()
                    .at("submit")
                    .at("attach")
                    .wrong(
                            "Woher ein Gespräch kommt, ist hier noch unbekannt.",
                            "Ergänzt unter facts: herkunft: {type: text, label: Herkunft}.");
    }

    private void consent(Part step) {
        if (!StepId.isOne(step.text())) return;
        var found = draft.dialog().question(new StepId(step.text()));
        if (found.isEmpty()) {
            var known = draft.steps().keySet().stream().map(Object::toString).sorted().toList();
            step.wrong(
                    "Den Schritt '" + step.text() + "' gibt es hier nicht.",
                    Nearest.question(step.text(), known));
        } else if (!(found.get().type() instanceof AnswerType.Consent(_, boolean required))
                || required)
            step.wrong(
                    "'" + step.text() + "' ist keine freiwillige Einwilligung.",
                    "Nehmt einen Schritt mit type: consent und required: false.");
    }
}
