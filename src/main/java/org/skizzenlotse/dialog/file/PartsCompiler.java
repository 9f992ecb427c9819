// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.Catalogue.Weight;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.Outcomes;
import org.skizzenlotse.dialog.SketchPlan;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.condition.Here;
import org.skizzenlotse.dialog.condition.Names;
import org.skizzenlotse.dialog.source.Part;

/// Makes the parts that not every dialog has: catalogue, outcomes, sketch.
final class PartsCompiler {
    private PartsCompiler() {}

    static Catalogue catalogue(Part root) {
        var groups = new ArrayList<Catalogue.Group>();
        for (var group : root.list("groups")) {
            var questions = new ArrayList<Catalogue.Question>();
            for (var one : group.list("questions"))
                questions.add(
                        new Catalogue.Question(
                                one.text("id"), one.flag("core"), one.text("title")));
            groups.add(new Catalogue.Group(group.text("id"), group.text("title"), questions));
        }
        var criteria = new ArrayList<Catalogue.Criterion>();
        for (var one : root.list("criteria"))
            criteria.add(
                    new Catalogue.Criterion(
                            one.text("id"),
                            weight(one.text("weight")),
                            one.flag("together"),
                            one.text("title")));
        var offers = new ArrayList<Catalogue.Offer>();
        for (var one : root.list("offers"))
            offers.add(new Catalogue.Offer(one.text("id"), one.text("title"), one.text("text")));
        return new Catalogue(root.text("catalogue"), groups, criteria, offers);
    }

    private static Weight weight(String id) {
        return switch (id) {
            case "gate" -> Weight.GATE;
            case "need" -> Weight.NEED;
            case "plus" -> Weight.PLUS;
            default -> Weight.INFO;
        };
    }

    /// `before` is the place in the order behind the group after which the outcome is said.
    static Outcomes outcomes(Part root, Names names, int before) {
        var rules = new ArrayList<Outcomes.Rule>();
        var here = Here.ofStep(before, false);
        for (var rule : root.list("rules"))
            rules.add(
                    new Outcomes.Rule(
                            rule.text("id"),
                            rule.text("criterion"),
                            names.reader().condition(rule.at("when"), here),
                            light(rule.text("light")),
                            rule.text("say"),
                            rule.text("staff")));
        var lights = new EnumMap<Light, Outcomes.Words>(Light.class);
        root.entries("lights")
                .forEach((id, words) ->
                        lights.put(
                                light(id),
                                new Outcomes.Words(words.text("text"), words.texts("offers"))));
        return new Outcomes(root.text("outcome"), root.text("after"), rules, lights);
    }

    private static Light light(String id) {
        return switch (id) {
            case "red" -> Light.RED;
            case "yellow" -> Light.YELLOW;
            default -> Light.GREEN;
        };
    }

    static SketchPlan sketch(Part root, List<Step.Question> questions) {
        var sections = new ArrayList<SketchPlan.Section>();
        for (var section : root.list("sections"))
            sections.add(
                    new SketchPlan.Section(
                            section.text("id"),
                            section.text("title"),
                            section.text("catalogue"),
                            section.text("field"),
                            from(section, questions),
                            section.text("text"),
                            section.text("if_open")));
        var internal = new HashSet<>(steps(root.texts("internal")));
        return new SketchPlan(root.text("schema"), sections, internal);
    }

    /// What the section names, else the main step of its catalogue question and its details.
    private static List<StepId> from(Part section, List<Step.Question> questions) {
        if (section.has("from")) return steps(section.texts("from"));
        var catalogue = new Step.Origin.Catalogue(section.text("catalogue"));
        var from = new ArrayList<StepId>();
        for (var one : questions) if (one.origin().equals(catalogue)) from.add(one.id());
        if (from.isEmpty()) return List.of();
        var detail = new Step.Origin.DetailOf(from.getFirst());
        for (var one : questions) if (one.origin().equals(detail)) from.add(one.id());
        return from;
    }

    private static List<StepId> steps(List<String> ids) {
        return ids.stream().filter(StepId::isOne).map(StepId::new).toList();
    }
}
