// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Source;

/// What must hold in a whole dialog, beyond the schema of each of its files (DESIGN section 5,
/// "Checked when loaded"), and what is proven over all ways where there is no mistake so far.
public final class WholeDialog {
    private WholeDialog() {}

    /// Notes everything that does not hold in the findings of the files.
    public static void check(Draft draft) {
        head(draft);
        new TimingCheck(draft).check();
        new ConfirmCheck(draft).check();
        new AttachCheck(draft).check();
        new PrivacyCheck(draft).check();
        new StepCheck(draft).check();
        if (draft.whole()) connections(draft);
        if (draft.whole() && draft.files().files().values().stream().noneMatch(Source::hasErrors))
            new SpaceCheck(draft).check();
    }

    /// What a step that was left out would make wrong all over the dialog.
    private static void connections(Draft draft) {
        new OriginCheck(draft).check();
        new SketchCheck(draft).check();
        new OutcomeCheck(draft).check();
        new TextCheck(draft).check();
        new VariantCheck(draft).check();
    }

    private static void head(Draft draft) {
        var id = draft.head().at("dialog");
        var folder = draft.files().name();
        if (!id.text().isEmpty() && !id.text().equals(folder))
            id.wrong(
                    "Der Dialog heißt '" + id.text() + "', sein Ordner aber '" + folder + "'.",
                    "Nehmt für beides den gleichen Namen.");
        var call = draft.head().at("call");
        if (draft.head().flag("call") && draft.files().file("sketch.yaml").isEmpty())
            call.wrong(
                    "Ein Aufruf braucht etwas zum Einreichen, aber es gibt keine sketch.yaml.",
                    "Legt eine an, oder streicht call: true.");
        var known = draft.steps().keySet().stream().map(Object::toString).sorted().toList();
        for (var other : draft.head().entries("hands_over").values())
            for (var mine : other.entries().values())
                if (!known.contains(mine.text()))
                    mine.wrong(
                            "Den Schritt '" + mine.text() + "' gibt es hier nicht.",
                            Nearest.question(mine.text(), known));
    }
}
