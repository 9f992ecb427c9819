// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Dialog.Audience;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.proof.Draft;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Part;

/// Reads the German texts of dialogs, and of the files beside them, as a strict reader would. Other
/// languages are not judged.
public final class WordLint {
    private static final String GERMAN = "de";

    private final HouseRules house;

    /// By the rules of the house.
    public WordLint(HouseRules house) {
        this.house = house;
    }

    /// The texts of a dialog in German and its variants.
    public void check(Draft draft) {
        var head = draft.dialog().head();
        var own = new ArrayList<Part>();
        draft.files()
                .files()
                .forEach((path, source) -> {
                    if (path.startsWith("groups/") || isOwn(path)) own.add(source.root());
                });
        if (isGerman(head.language())) check(own, reader(draft, head.language(), head.audience()));
        for (var texts : draft.files().under("texts")) {
            var variant = texts.text("variant");
            if (isGerman(variant)) check(List.of(texts), reader(draft, variant, head.audience()));
        }
    }

    private static boolean isOwn(String path) {
        return List.of(Bundle.HEAD, "outcomes.yaml", "sketch.yaml").contains(path);
    }

    private static boolean isGerman(String variant) {
        return variant.equals(GERMAN) || variant.startsWith(GERMAN + "-");
    }

    private Reader reader(Draft draft, String variant, Audience audience) {
        return reader(variant, draft.dialog().translation(variant).glossary(), audience);
    }

    private Reader reader(String variant, Glossary glossary, @Nullable Audience audience) {
        var simple = house.simple().contains(variant);
        var measure = simple ? Readability.Measure.SIMPLE : Readability.Measure.PLAIN;
        return new Reader(
                new Readability(measure, house, glossary),
                new Style(simple, house, glossary),
                new Gendering(house.star() && !simple),
                new Abbreviations(house, glossary),
                new DifficultWords(house, glossary),
                audience == null ? null : new Address(audience));
    }

    private record Reader(
            Readability readability,
            Style style,
            Gendering gendering,
            Abbreviations abbreviations,
            DifficultWords difficult,
            @Nullable Address address) {
        void read(Prose prose, Reports reports) {
            readability.check(prose, reports);
            style.check(prose, reports);
            gendering.check(prose, reports);
            abbreviations.check(prose, reports);
            difficult.check(prose, reports);
            if (address != null) address.check(prose, reports);
        }
    }

    private static void check(List<Part> roots, Reader reader) {
        for (var root : roots) {
            var reports = new Reports(root);
            for (var prose : Prose.in(root)) reader.read(prose, reports);
            reports.end();
        }
    }

    /// The files beside the dialogs by name, with what their words mean by variant.
    public void beside(Map<String, Part> files, Map<String, Glossary> glossaries) {
        var readers = new HashMap<String, Reader>();
        files.forEach((name, root) -> {
            var variant = root.has("variant") ? root.text("variant") : GERMAN;
            if (!isGerman(variant)) return;
            var glossary = glossaries.getOrDefault(variant, Glossary.NONE);
            var reader = readers.computeIfAbsent(variant, one -> reader(one, glossary, null));
            check(List.of(root), reader);
        });
    }
}
