// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Part;

/// The words of a variant that belong to no step: those of the head, of groups, of outcomes, of
/// named conditions, and of the catalogue where outcomes refer to it.
final class RestCheck {
    private static final String UNTIL_THEN = "Bis dahin steht dort der Text des Dialogs.";
    private static final List<String> HEAD = List.of("title", "review", "submit", "scope");

    private final Draft draft;
    private final Part root;

    RestCheck(Draft draft, Part root) {
        this.draft = draft;
        this.root = root;
    }

    void check() {
        head();
        draft.groups()
                .forEach((id, group) ->
                        all(root.at("groups").at(id), texts(group, List.of("title", "intro"))));
        byId(root.at("conditions"), texts(draft.head().entries("conditions"), "means"));
        draft.files().file("outcomes.yaml").ifPresent(this::outcomes);
        draft.files().file("sketch.yaml").ifPresent(this::sections);
        draft.files().file(Bundle.GLOSSARY).ifPresent(this::glossary);
    }

    private void sections(Part sketch) {
        var titles = new LinkedHashMap<String, Part>();
        for (var section : sketch.list("sections"))
            titles.put(section.text("id"), section.at("title"));
        byId(root.at("sections"), titles);
    }

    private void glossary(Part own) {
        var file = Bundle.glossary(root.text("variant"));
        var words = draft.files().file(file);
        if (words.isEmpty())
            root.at("variant")
                    .doubtful(
                            "Zu dieser Variante gibt es keine " + file + ".",
                            "Legt die Datei neben "
                                    + Bundle.GLOSSARY
                                    + ": Sonst wird hier kein"
                                    + " Wort erklärt, oder nur in den Worten der Sprache.");
        else byId(words.get().at("glossary"), own.entries("glossary"));
    }

    private void head() {
        all(root, texts(draft.head(), HEAD));
        for (var key : HEAD) {
            var own = draft.head().at(key);
            if (own.node().isObject() && root.at(key).node().isObject())
                all(root.at(key), texts(own, List.of("text", "done", "short", "full")));
        }
    }

    private void outcomes(Part outcomes) {
        var words = root.at("outcomes");
        var rules = new LinkedHashMap<String, Part>();
        for (var rule : outcomes.list("rules"))
            if (rule.has("say")) rules.put(rule.text("id"), rule.at("say"));
        byId(words.at("rules"), rules);
        byId(words.at("lights"), texts(outcomes.entries("lights"), "text"));
        var variant = root.text("variant");
        var catalogue = draft.files().file(Bundle.catalogue(variant));
        if (catalogue.isPresent()) catalogue(catalogue.get());
        else
            root.at("variant")
                    .doubtful(
                            "Zu dieser Variante gibt es keine "
                                    + Bundle.catalogue(variant)
                                    + ": Kriterien und Angebote bleiben in der Sprache des"
                                    + " Katalogs.",
                            "Legt die Datei neben catalogue.yaml.");
    }

    private void catalogue(Part words) {
        var own = draft.dialog().parts().catalogue();
        var criteria = own.criteria().stream().map(Catalogue.Criterion::id).toList();
        var offers = own.offers().stream().map(Catalogue.Offer::id).toList();
        VariantCheck.unknown(words.at("criteria"), criteria);
        VariantCheck.unknown(words.at("offers"), offers);
        missing(words.at("criteria"), criteria);
        missing(words.at("offers"), offers);
    }

    /// The same for texts by ID, where nothing else may be said.
    private void byId(Part words, Map<String, Part> own) {
        VariantCheck.unknown(words, own.keySet());
        all(words, own);
    }

    /// Everything that the files say is said in the variant, with the same placeholders.
    private void all(Part words, Map<String, Part> own) {
        missing(words, List.copyOf(own.keySet()));
        own.forEach((key, text) -> {
            if (words.has(key)) VariantCheck.placeholders(text, words.at(key));
        });
    }

    private void missing(Part words, List<String> wanted) {
        var missing = new ArrayList<String>();
        for (var key : wanted) if (!words.has(key)) missing.add(key);
        if (missing.isEmpty()) return;
        var place = words.toString().substring(words.toString().indexOf('#') + 1);
        (words.exists() ? words : root)
                .doubtful(
                        "In dieser Variante fehlt"
                                + (place.isEmpty() ? "" : " unter " + place)
                                + ": "
                                + String.join(", ", missing)
                                + ".",
                        UNTIL_THEN);
    }

    private static Map<String, Part> texts(Part part, List<String> keys) {
        var texts = new LinkedHashMap<String, Part>();
        for (var key : keys) if (part.has(key)) texts.put(key, part.at(key));
        return texts;
    }

    private static Map<String, Part> texts(Map<String, Part> parts, String key) {
        var texts = new LinkedHashMap<String, Part>();
        parts.forEach((id, part) -> {
            if (part.has(key)) texts.put(id, part.at(key));
        });
        return texts;
    }
}
