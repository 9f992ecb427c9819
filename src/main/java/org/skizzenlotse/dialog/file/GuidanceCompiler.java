// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.Guidance;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Part;
import org.skizzenlotse.dialog.source.Source;

/// Makes what people may read of the files beside the dialogs, and holds principles and catalogue
/// together: each criterion and each question of the catalogue belongs to one principle.
final class GuidanceCompiler {
    private final Catalogue catalogue;
    private final Map<String, String> owners = new HashMap<>();

    private GuidanceCompiler(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Guidance guidance(Map<String, Source> beside) {
        var catalogue =
                beside.containsKey(Bundle.CATALOGUE)
                        ? PartsCompiler.catalogue(beside.get(Bundle.CATALOGUE).root())
                        : Catalogue.EMPTY;
        var file = beside.get("principles.yaml");
        var principles =
                file == null
                        ? Guidance.NONE.principles()
                        : new GuidanceCompiler(catalogue).principles(file.root());
        var words = beside.get(Bundle.GLOSSARY);
        var glossary = words == null ? Glossary.NONE : GlossaryCompiler.of(words.root());
        return new Guidance(catalogue, principles, glossary, easy(beside.get(Beside.EASY)));
    }

    private static Guidance.Easy easy(@Nullable Source file) {
        if (file == null) return Guidance.Easy.NONE;
        var root = file.root();
        return new Guidance.Easy(
                root.text("title"),
                root.text("text"),
                root.text("checked_by"),
                root.text("checked_on"));
    }

    private Guidance.Principles principles(Part root) {
        var all = new ArrayList<Guidance.Principle>();
        var ids = new HashSet<String>();
        for (var part : root.list("principles")) {
            if (!ids.add(part.text("id")))
                part.at("id")
                        .wrong(
                                "Den Grundsatz '" + part.text("id") + "' gibt es schon.",
                                "Jeder Grundsatz hat seine eigene ID.");
            all.add(principle(part));
        }
        missing(root.at("principles"), "Kriterium", criteria());
        missing(root.at("principles"), "Frage", questions());
        return new Guidance.Principles(
                root.text("title"), root.text("intro"), root.texts("promises"), all);
    }

    private Guidance.Principle principle(Part part) {
        if (part.list("criteria").isEmpty())
            part.at("id")
                    .wrong(
                            "Zum Grundsatz '" + part.text("id") + "' gehört kein Kriterium.",
                            "Nennt unter 'criteria' mindestens eines aus catalogue.yaml.");
        refer(part, "criteria", criteria());
        refer(part, "questions", questions());
        return new Guidance.Principle(
                part.text("id"),
                part.text("title"),
                part.text("brief"),
                part.text("text"),
                part.texts("examples"),
                part.texts("criteria"),
                part.texts("questions"));
    }

    private void refer(Part part, String key, Collection<String> known) {
        for (var one : part.list(key)) {
            var owner = owners.get(one.text());
            if (!known.contains(one.text()))
                one.wrong(
                        "'" + one.text() + "' gibt es in catalogue.yaml nicht.",
                        Nearest.question(one.text(), known));
            else if (owner != null)
                one.wrong(
                        "'" + one.text() + "' steht schon beim Grundsatz '" + owner + "'.",
                        "Nehmt es an einer der beiden Stellen heraus.");
            else owners.put(one.text(), part.text("id"));
        }
    }

    private void missing(Part place, String what, Set<String> known) {
        var left = new TreeSet<>(known);
        left.removeAll(owners.keySet());
        if (!left.isEmpty())
            place.wrongKey(
                    "Zu keinem Grundsatz gehört: " + what + " " + String.join(", ", left) + ".",
                    "Ergänzt es beim Grundsatz, zu dem es passt.");
    }

    private Set<String> criteria() {
        var ids = new TreeSet<String>();
        for (var one : catalogue.criteria()) ids.add(one.id());
        return ids;
    }

    private Set<String> questions() {
        var ids = new TreeSet<String>();
        catalogue.questions().forEach(one -> ids.add(one.id()));
        return ids;
    }
}
