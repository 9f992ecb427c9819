// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.proof.words.HouseRules;
import org.skizzenlotse.dialog.proof.words.WordLint;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Part;
import org.skizzenlotse.dialog.source.Source;

/// The files beside the dialogs: what of them belongs to a dialog, and how the house writes.
record Beside(Map<String, Source> files) {
    static final String HOUSE = "house.yaml";
    static final String EASY = "leichte-sprache.yaml";

    /// Of the files that say no variant.
    private static final String OWN_LANGUAGE = "de";

    /// Puts to the files of a dialog what it refers to: the catalogue and what words mean, in the
    /// variants that it has.
    void keptBy(Map<String, Source> dialog) {
        if (refersToCatalogue(dialog)) keep(dialog, Bundle.CATALOGUE, Bundle::catalogue);
        keep(dialog, Bundle.GLOSSARY, Bundle::glossary);
    }

    private void keep(Map<String, Source> kept, String file, UnaryOperator<String> inVariant) {
        var wanted = new ArrayList<>(List.of(file));
        for (var one : kept.entrySet())
            if (one.getKey().startsWith("texts/"))
                wanted.add(inVariant.apply(one.getValue().root().text("variant")));
        for (var name : wanted) {
            var source = files.get(name);
            if (source != null) kept.put(name, source);
        }
    }

    private static boolean refersToCatalogue(Map<String, Source> files) {
        if (files.containsKey("outcomes.yaml")) return true;
        for (var file : files.entrySet()) {
            if (!file.getKey().startsWith("groups/")) continue;
            for (var step : file.getValue().root().list("steps")) {
                var catalogue = step.text("catalogue");
                if (!catalogue.isEmpty() && !catalogue.equals("none")) return true;
            }
        }
        return false;
    }

    /// How texts are read, by the rules of the house; those of these files are read at once.
    WordLint words() {
        var house = files.get(HOUSE);
        var words = new WordLint(house == null ? HouseRules.STANDARD : HouseRules.of(house.root()));
        var texts = new TreeMap<String, Part>();
        var glossaries = new TreeMap<String, Glossary>();
        files.forEach((name, source) -> {
            // who checked it has the last word about Leichte Sprache
            if (name.equals(EASY)) return;
            var root = source.root();
            texts.put(name, root);
            var variant = root.has("variant") ? root.text("variant") : OWN_LANGUAGE;
            if (name.startsWith("glossary.")) glossaries.put(variant, GlossaryCompiler.of(root));
        });
        words.beside(texts, glossaries);
        return words;
    }
}
