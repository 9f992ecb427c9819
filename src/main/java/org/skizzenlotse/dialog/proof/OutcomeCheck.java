// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import java.util.HashSet;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.Catalogue.Weight;
import org.skizzenlotse.dialog.Condition;
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
            explicit(rule);
        }
        complete(root.at("rules"));
        root.entries("lights").values().forEach(this::offers);
    }

    /// Somebody who does not know yet has not said no.
    private void explicit(Part rule) {
        if (!rule.text("light").equals("red")) return;
        var asks =
                draft.dialog().parts().outcomes().stream()
                        .flatMap(outcomes -> outcomes.rules().stream())
                        .filter(one -> one.id().equals(rule.text("id")))
                        .anyMatch(one -> asksWhetherOpen(one.when()));
        if (asks)
            rule.at("when")
                    .wrong(
                            "Rot gibt es nur bei einem ausdrücklichen Nein, nicht bei Offenem.",
                            "Nennt die Antwort, die das Nein ist, ohne open() und answered().");
    }

    private static boolean asksWhetherOpen(Condition condition) {
        return switch (condition) {
            case Condition.Open _, Condition.Answered _ -> true;
            case Condition.And(var all) -> all.stream().anyMatch(OutcomeCheck::asksWhetherOpen);
            case Condition.Or(var any) -> any.stream().anyMatch(OutcomeCheck::asksWhetherOpen);
            case Condition.Not(var of) -> asksWhetherOpen(of);
            case Condition.Named(_, _, var is) -> asksWhetherOpen(is);
            case Condition.Equals _, Condition.In _, Condition.Contains _ -> false;
            case Condition.Compare _, Condition.Holds _, Condition.Matches _ -> false;
        };
    }

    /// Each criterion is looked at; what is only told is not.
    private void complete(Part rules) {
        var looked = rules.list().stream().map(rule -> rule.text("criterion")).toList();
        var missing =
                catalogue.criteria().stream()
                        .filter(one -> one.weight() != Weight.INFO)
                        .map(Catalogue.Criterion::id)
                        .filter(one -> !looked.contains(one))
                        .toList();
        if (!missing.isEmpty())
            rules.doubtful(
                    "Zu diesen Kriterien gibt es keine Regel: " + String.join(", ", missing) + ".",
                    "Ergänzt sie, sonst zählt nicht, was dazu gesagt wird.");
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
