// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import java.util.HashMap;
import java.util.Map;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.Step.Origin;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Part;

/// Every question of the catalogue has exactly one main step, and every detail belongs to one.
final class OriginCheck {
    private final Draft draft;
    private final Map<String, StepId> mainSteps = new HashMap<>();

    OriginCheck(Draft draft) {
        this.draft = draft;
    }

    void check() {
        for (var question : draft.dialog().questions()) origin(question);
        var sketch = draft.files().file("sketch.yaml");
        if (sketch.isEmpty()) return;
        if (SketchCheck.isWithout(sketch.get())) {
            without(sketch.get());
            return;
        }
        for (var question : draft.dialog().parts().catalogue().questions().toList())
            if (!mainSteps.containsKey(question.id()))
                draft.head()
                        .at("groups")
                        .wrong(
                                "Die Frage " + question.id() + " des Katalogs stellt kein Schritt.",
                                "Gebt dem Schritt zu '"
                                        + question.title()
                                        + "' catalogue: "
                                        + question.id()
                                        + ".");
    }

    private void without(Part sketch) {
        if (!mainSteps.isEmpty())
            sketch.at("catalogue")
                    .wrong(
                            "'"
                                    + mainSteps.values().iterator().next()
                                    + "' fragt aber etwas aus dem Katalog.",
                            "Streicht catalogue: none, oder gebt dem Schritt catalogue: none.");
    }

    private void origin(Question question) {
        switch (question.origin()) {
            case Origin.Catalogue(var id) -> main(question, id);
            case Origin.DetailOf(var main) -> detail(question, main);
            case Origin.None() -> none(question);
        }
    }

    private void main(Question question, String id) {
        var place = draft.step(question.id()).at("catalogue");
        var first = mainSteps.putIfAbsent(id, question.id());
        if (draft.files().file(Bundle.CATALOGUE).isEmpty())
            place.wrong("Es gibt keine catalogue.yaml.", "Legt sie neben die Ordner der Dialoge.");
        else if (first != null)
            place.wrong(
                    "Die Frage " + id + " stellt schon '" + first + "'.",
                    "Nur ein Schritt ist der Hauptschritt. Schreibt hier detail_of: "
                            + first
                            + ".");
        else if (ids(draft.dialog().parts().catalogue()).stream().noneMatch(id::equals))
            place.wrong(
                    "Die Frage " + id + " gibt es im Katalog nicht.",
                    Nearest.question(id, ids(draft.dialog().parts().catalogue())));
    }

    private static java.util.List<String> ids(Catalogue catalogue) {
        return catalogue.questions().map(Catalogue.Question::id).toList();
    }

    private void detail(Question question, StepId main) {
        var place = draft.step(question.id()).at("detail_of");
        var found = draft.dialog().question(main);
        if (found.isEmpty()) {
            var known = draft.dialog().questions().stream().map(one -> one.id().value()).toList();
            place.wrong(
                    "Den Hauptschritt '" + main + "' gibt es nicht.",
                    Nearest.question(main.value(), known));
        } else if (found.get().origin() instanceof Origin.DetailOf(var higher))
            place.wrong(
                    "'" + main + "' ist selbst eine Einzelheit.",
                    "Nennt den Hauptschritt: detail_of: " + higher + ".");
        else if (main.equals(question.id()))
            place.wrong("Ein Schritt ist keine Einzelheit von sich selbst.", "");
    }

    private void none(Question question) {
        var part = draft.step(question.id());
        var hasSketch = draft.files().file("sketch.yaml").isPresent();
        if (hasSketch && !part.has("catalogue") && !part.has("detail_of"))
            part.at("ask")
                    .wrong(
                            "Zu '" + question.id() + "' fehlt, woher die Frage kommt.",
                            "Schreibt catalogue: A1 (die Frage des Katalogs), detail_of:"
                                    + " hauptschritt, oder catalogue: none.");
    }
}
