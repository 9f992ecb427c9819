// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Part;

/// The question whose answer gets a confirmation by mail is there, asks for an address, says what
/// for, and leaves it to people whether they give one.
final class ConfirmCheck {
    private final Draft draft;

    ConfirmCheck(Draft draft) {
        this.draft = draft;
    }

    void check() {
        check(draft.head().at("submit").at("confirm_to"));
        check(draft.head().at("timing").at("mail_to"));
    }

    private void check(Part named) {
        if (!named.exists() || !StepId.isOne(named.text())) return;
        var found = draft.dialog().question(new StepId(named.text()));
        if (found.isPresent()) question(found.get(), named);
        else missing(named);
    }

    private void missing(Part named) {
        var known = draft.steps().keySet().stream().map(Object::toString).sorted().toList();
        named.wrong(
                "Den Schritt '" + named.text() + "' gibt es hier nicht.",
                Nearest.question(named.text(), known));
    }

    private void question(Question question, Part named) {
        var type = question.type();
        if (!(type instanceof AnswerType.Email) && !(type instanceof AnswerType.Contact))
            named.wrong(
                    "'" + named.text() + "' fragt nach keiner E-Mail-Adresse.",
                    "Nehmt einen Schritt mit type: email oder type: contact.");
        var privacy = draft.step(question.id()).at("privacy");
        if (privacy.exists() && !privacy.flag("personal"))
            privacy.at("personal")
                    .wrong(
                            "An diese Adresse geht eine Mail, also ist sie persönlich.",
                            "Schreibt personal: true.");
        if (type instanceof AnswerType.Email && question.rules().neededToSubmit())
            draft.step(question.id())
                    .at("needed")
                    .wrong(
                            "Ob sie solche Mails wollen, entscheiden die Menschen selbst.",
                            "Schreibt needed: optional.");
    }
}
