// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import java.util.HashSet;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.Catalogue.Weight;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Part;

/// The light follows the weights of the catalogue: red only from an explicit no to a gate, and what
/// is a plus never lowers it.
final class OutcomeCheck {
    /// The offer that every light makes: nobody is turned away (DESIGN section 5).
    private static final String ALWAYS_OFFERED = "sprechstunde";

    private final Draft draft;
    private final Catalogue catalogue;

    OutcomeCheck(Draft draft) {
        this.draft = draft;
        this.catalogue = draft.dialog().parts().catalogue();
    }

    void check() {
        var file = draft.files().file("outcomes.yaml");
        if (file.isEmpty()) return;
        var root = file.get();
        if (draft.files().file(Bundle.CATALOGUE).isEmpty()) {
            root.wrong("Es gibt keine catalogue.yaml.", "Legt sie neben die Ordner der Dialoge.");
            return;
        }
        var after = root.at("after");
        if (draft.dialog().group(after.text()).isEmpty())
            after.wrong(
                    "Die Gruppe '" + after.text() + "' gibt es nicht.",
                    Nearest.questionOrAll(after.text(), draft.groups().keySet()));
        var ids = new HashSet<String>();
        for (var rule : root.list("rules")) {
            if (!ids.add(rule.text("id")))
                rule.at("id").wrong("Die Regel '" + rule.text("id") + "' gibt es schon.", "");
            weighed(rule);
        }
        root.entries("lights").values().forEach(this::offers);
    }

    private void weighed(Part rule) {
        var id = rule.text("criterion");
        var criterion = catalogue.criterion(id);
        var light = rule.at("light");
        if (criterion.isEmpty()) {
            var known = catalogue.criteria().stream().map(Catalogue.Criterion::id).toList();
            rule.at("criterion")
                    .wrong(
                            "Das Kriterium '" + id + "' gibt es nicht.",
                            Nearest.question(id, known));
            return;
        }
        var weight = criterion.get().weight();
        if (light.text().equals("red") && weight != Weight.GATE)
            light.wrong(
                    "Rot gibt es nur bei Kriterien mit weight: gate, '" + id + "' ist keines.",
                    weight == Weight.NEED ? "Schreibt light: yellow." : "Schreibt light: green.");
        else if (!light.text().equals("green") && (weight == Weight.PLUS || weight == Weight.INFO))
            light.wrong("'" + id + "' senkt das Licht nie.", "Schreibt light: green.");
    }

    private void offers(Part words) {
        var known = catalogue.offers().stream().map(Catalogue.Offer::id).toList();
        for (var offer : words.list("offers"))
            if (!known.contains(offer.text()))
                offer.wrong(
                        "Das Angebot '" + offer.text() + "' gibt es nicht.",
                        Nearest.questionOrAll(offer.text(), known));
        if (known.contains(ALWAYS_OFFERED) && !words.texts("offers").contains(ALWAYS_OFFERED))
            words.at("offers")
                    .wrong(
                            "Die Sprechstunde wird immer angeboten.",
                            "Ergänzt " + ALWAYS_OFFERED + ".");
    }
}
