// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Part;

/// A variant translates what exists; what it leaves out is said, with the same placeholders.
final class VariantCheck {
    /// Texts of a step that a variant translates, where the dialog has them.
    private static final List<String> TEXTS =
            List.of("text", "short", "why", "help", "examples", "notice", "unit");

    private final Draft draft;

    VariantCheck(Draft draft) {
        this.draft = draft;
    }

    void check() {
        for (var root : draft.files().under("texts")) {
            name(root);
            unknown(root.at("steps"), draft.steps().keySet().stream().map(StepId::value).toList());
            unknown(root.at("groups"), draft.groups().keySet());
            for (var placed : draft.dialog().placed()) step(root, placed);
            new RestCheck(draft, root).check();
        }
    }

    private void name(Part root) {
        var variant = root.at("variant");
        if (!root.source().file().endsWith("/" + variant.text() + ".yaml"))
            variant.wrong(
                    "Die Variante heißt '" + variant.text() + "', die Datei anders.",
                    "Nennt die Datei " + variant.text() + ".yaml.");
        if (variant.text().equals(draft.dialog().head().language()))
            variant.wrong(
                    "'" + variant.text() + "' ist die Sprache des Dialogs selbst.",
                    "Ihre Texte stehen in groups/*.yaml.");
    }

    static void unknown(Part part, Collection<String> known) {
        part.entries()
                .forEach((id, one) -> {
                    if (!known.contains(id))
                        one.wrongKey(
                                "'" + id + "' gibt es in diesem Dialog nicht.",
                                Nearest.question(id, known));
                });
    }

    private void step(Part root, Dialog.Placed placed) {
        var id = placed.step().id();
        var own = draft.step(id);
        var words = root.at("steps").at(id.value());
        var missing = new ArrayList<String>();
        for (var key : TEXTS) if (own.has(key) && !words.has(key)) missing.add(key);
        if (placed.step() instanceof Step.Question question) options(question, words, missing);
        for (var status : own.at("open_text").entries().keySet())
            if (!words.at("open_text").has(status)) missing.add("open_text." + status);
        if (words.texts("check").size() < own.list("check").size()) missing.add("check");
        if (!missing.isEmpty())
            (words.exists() ? words : root.at("steps").exists() ? root.at("steps") : root)
                    .doubtful(
                            "Zu '"
                                    + id
                                    + "' fehlt in dieser Variante: "
                                    + String.join(", ", missing)
                                    + ".",
                            "Bis dahin steht dort der Text des Dialogs.");
        for (var key : TEXTS) if (words.has(key)) placeholders(own.at(key), words.at(key));
        placeholdersInside(own, words);
    }

    private static void placeholdersInside(Part own, Part words) {
        for (var option : own.list("options"))
            same(option.at("text"), words.at("options").at(option.text("id")).at("text"));
        own.entries("open_text").forEach((id, text) -> same(text, words.at("open_text").at(id)));
        var checks = own.list("check");
        var said = words.list("check");
        for (int i = 0; i < Math.min(checks.size(), said.size()); i++)
            same(checks.get(i).at("say"), said.get(i));
    }

    private static void same(Part own, Part translated) {
        if (translated.exists()) placeholders(own, translated);
    }

    private static void options(Step.Question question, Part words, List<String> missing) {
        var ids = question.wording().options().keySet();
        unknown(words.at("options"), ids);
        for (var id : new TreeSet<>(ids))
            if (!words.at("options").at(id).has("text")) missing.add("options." + id);
    }

    static void placeholders(Part own, Part translated) {
        if (!placeholders(own).equals(placeholders(translated)))
            translated.wrong(
                    "Hier stehen andere Platzhalter als im Text des Dialogs.",
                    placeholders(own).isEmpty()
                            ? "Dort gibt es keine."
                            : "Dort sind es: " + String.join(", ", placeholders(own)));
    }

    private static Set<String> placeholders(Part text) {
        var all = new TreeSet<String>();
        var found = TextCheck.PLACEHOLDER.matcher(text.text());
        while (found.find()) all.add(found.group());
        return all;
    }
}
