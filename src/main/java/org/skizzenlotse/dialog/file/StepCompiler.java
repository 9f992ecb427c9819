// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Glossary;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Wording;
import org.skizzenlotse.dialog.condition.Here;
import org.skizzenlotse.dialog.condition.Names;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Part;

/// Makes a step from its part of a group file.
final class StepCompiler {
    /// A step as it was found: its part, its ID, its place in the order, its type if it is asked.
    record Found(Part part, StepId id, int order, @Nullable AnswerType type) {
        /// Whether the short way asks it: what submitting needs is asked on every way.
        boolean core() {
            return part.flag("core") || part.text("needed").equals("submit");
        }
    }

    private final Names names;
    private final List<Part> variants;
    private final String own;
    private final Map<String, Glossary> glossaries = new HashMap<>();

    /// With the words around the steps, and all files.
    StepCompiler(Names names, HeadCompiler heading, Bundle files) {
        this.names = names;
        variants = files.under("texts");
        own = heading.language();
        glossaries.put(own, heading.glossary(own));
        for (var texts : variants) {
            var variant = texts.text("variant");
            glossaries.put(variant, heading.glossary(variant));
        }
    }

    private Wording marked(Wording words, String variant) {
        return WordingCompiler.marked(words, glossaries.getOrDefault(variant, Glossary.NONE));
    }

    Step step(Found found) {
        var part = found.part();
        var wording = marked(WordingCompiler.own(part), own);
        var others = variants(found.id(), wording);
        var when = when(found);
        var type = found.type();
        if (type == null) return new Step.Notice(found.id(), when, wording, others);
        return new Step.Question(
                found.id(), type, when, rules(found, type), origin(part), wording, others);
    }

    private Condition when(Found found) {
        var here = Here.ofStep(found.order(), found.core());
        return names.reader().condition(found.part().at("when"), here);
    }

    private Map<String, Wording> variants(StepId id, Wording own) {
        var others = new HashMap<String, Wording>();
        for (var texts : variants) {
            var words = texts.at("steps").at(id.value());
            var variant = texts.text("variant");
            others.put(variant, marked(WordingCompiler.variant(words, own), variant));
        }
        return others;
    }

    private Step.Rules rules(Found found, AnswerType type) {
        var part = found.part();
        var open = new ArrayList<OpenStatus>();
        for (var one : part.texts("open")) OpenStatus.of(one).ifPresent(open::add);
        return new Step.Rules(
                part.text("needed").equals("submit"),
                open,
                part.flag("open_first"),
                checks(found, type),
                part.flag("core"),
                part.flag("sensitive"),
                privacy(part.at("privacy")));
    }

    private List<Step.Check> checks(Found found, AnswerType type) {
        var checks = new ArrayList<Step.Check>();
        for (var check : found.part().list("check")) {
            var must = check.has("must");
            if (must == check.has("should")) {
                check.wrong(
                        "Eine Prüfung hat entweder 'must' oder 'should'.",
                        "must lehnt die Antwort ab, should fragt einmal nach.");
                continue;
            }
            var text = check.at(must ? "must" : "should");
            var holds = names.reader().condition(text, Here.ofCheck(found.order(), type));
            var severity = must ? Step.Check.Severity.MUST : Step.Check.Severity.SHOULD;
            checks.add(new Step.Check(severity, holds, checks.size()));
        }
        return checks;
    }

    private static Step.Privacy privacy(Part privacy) {
        return new Step.Privacy(
                privacy.flag("personal"),
                privacy.flag("special"),
                privacy.text("purpose"),
                HeadCompiler.period(privacy.at("keep")).orElse(null));
    }

    private static Step.Origin origin(Part part) {
        var catalogue = part.text("catalogue");
        var main = part.text("detail_of");
        if (!catalogue.isEmpty() && !main.isEmpty())
            part.at("detail_of")
                    .wrongKey(
                            "Ein Schritt hat entweder 'catalogue' oder 'detail_of'.",
                            "Der Hauptschritt nennt die Frage des Katalogs, Einzelheiten nennen"
                                    + " den Hauptschritt.");
        if (!catalogue.isEmpty() && !catalogue.equals("none"))
            return new Step.Origin.Catalogue(catalogue);
        return StepId.isOne(main)
                ? new Step.Origin.DetailOf(new StepId(main))
                : new Step.Origin.None();
    }
}
