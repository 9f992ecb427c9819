// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.Translation;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Part;

/// Makes what a variant says in place of words that belong to no step, from the variant's file of
/// texts and from the catalogue's file of that variant.
final class TranslationCompiler {
    private TranslationCompiler() {}

    static Translation of(Part texts, Bundle bundle, Glossary glossary) {
        var outcomes = texts.at("outcomes");
        var catalogue = bundle.file(Bundle.catalogue(texts.text("variant")));
        return new Translation(
                texts(outcomes.at("rules")),
                lights(outcomes.at("lights")),
                texts(texts.at("conditions")),
                catalogue.map(root -> texts(root.at("criteria"))).orElse(Map.of()),
                catalogue.map(root -> offers(root.at("offers"))).orElse(Map.of()),
                texts(texts.at("sections")),
                glossary);
    }

    private static Map<String, String> texts(Part part) {
        var texts = new HashMap<String, String>();
        part.entries()
                .forEach((id, text) -> {
                    if (!text.text().isEmpty()) texts.put(id, text.text());
                });
        return texts;
    }

    private static Map<Light, String> lights(Part part) {
        var all = texts(part);
        var lights = new EnumMap<Light, String>(Light.class);
        for (var light : Light.values()) {
            var text = all.get(light.name().toLowerCase(Locale.ROOT));
            if (text != null) lights.put(light, text);
        }
        return lights;
    }

    private static Map<String, Catalogue.Offer> offers(Part part) {
        var offers = new HashMap<String, Catalogue.Offer>();
        part.entries()
                .forEach((id, words) ->
                        offers.put(
                                id,
                                new Catalogue.Offer(id, words.text("title"), words.text("text"))));
        return offers;
    }
}
