// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import java.util.Collection;
import java.util.Map;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Note;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Part;

/// What a dialog hands over fits the steps of the dialog that takes it: otherwise it would be asked
/// there once more, and nobody would see why.
public final class HandOverCheck {
    private final Draft draft;
    private final Map<String, Dialog> all;

    /// Over all dialogs without errors, by ID.
    public HandOverCheck(Draft draft, Map<String, Dialog> all) {
        this.draft = draft;
        this.all = all;
    }

    /// Notes everything that does not fit in the findings of the files.
    public void check() {
        draft.head()
                .entries("hands_over")
                .forEach((id, steps) -> {
                    var other = all.get(id);
                    if (other == null) unknown(id, steps);
                    else steps.entries().forEach((theirs, mine) -> step(other, theirs, mine));
                });
    }

    /// The other one may be left out of an installation, or have mistakes of its own.
    private void unknown(String id, Part steps) {
        steps.doubtful(
                "Einen fehlerfreien Dialog '" + id + "' gibt es hier nicht.",
                Nearest.question(id, all.keySet()));
    }

    private void step(Dialog other, String theirs, Part mine) {
        var found = StepId.isOne(theirs) ? other.question(new StepId(theirs)).orElse(null) : null;
        var own =
                StepId.isOne(mine.text())
                        ? draft.dialog().question(new StepId(mine.text())).orElse(null)
                        : null;
        if (found == null) {
            var known = other.questions().stream().map(one -> one.id().value()).toList();
            mine.wrongKey(
                    "Die Frage '" + theirs + "' gibt es in '" + other.id() + "' nicht.",
                    Nearest.question(theirs, known));
        } else if (own != null) fits(own, found, mine);
    }

    private static void fits(Question own, Question other, Part mine) {
        if (!own.type().id().equals(other.type().id())) {
            mine.wrong(
                    "'"
                            + own.id()
                            + "' ist hier "
                            + own.type().id()
                            + ", '"
                            + other.id()
                            + "' dort aber "
                            + other.type().id()
                            + ".",
                    "Übergeben wird nur zwischen gleichen Arten von Fragen.");
            return;
        }
        for (var option : own.type().options()) option(option.id(), other, mine);
        for (var status : own.rules().open())
            if (!other.rules().open().contains(status))
                again("'" + status.id() + "'", other, mine, "Ergänzt es dort unter open.");
    }

    private static void option(String id, Question other, Part mine) {
        var there = other.type().options().stream().filter(one -> one.id().equals(id)).findFirst();
        if (there.isEmpty())
            mine.wrong(
                    "Die Auswahl '" + id + "' gibt es bei '" + other.id() + "' dort nicht.",
                    Nearest.question(id, ids(other.type().options())));
        else if (there.get().note() == Note.REQUIRED)
            again("'" + id + "' ohne Worte dazu", other, mine, "Macht note dort optional.");
    }

    private static void again(String what, Question other, Part mine, String proposal) {
        mine.doubtful(
                "Dort nimmt '" + other.id() + "' kein " + what + " an und wird neu gefragt.",
                proposal);
    }

    private static Collection<String> ids(Collection<AnswerType.Option> options) {
        return options.stream().map(AnswerType.Option::id).toList();
    }
}
