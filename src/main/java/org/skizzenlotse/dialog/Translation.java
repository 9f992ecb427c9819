// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.Map;
import org.skizzenlotse.dialog.Catalogue.Criterion;
import org.skizzenlotse.dialog.Catalogue.Offer;
import org.skizzenlotse.dialog.Outcomes.Rule;

/// What a variant says in place of words that belong to no step: reasons of rules, lights, what
/// named conditions mean, criteria and offers of the catalogue, and sections of the sketch, each by
/// ID. What it leaves out is said in the words of the files. `glossary`: what its words mean.
public record Translation(
        Map<String, String> rules,
        Map<Light, String> lights,
        Map<String, String> means,
        Map<String, String> criteria,
        Map<String, Offer> offers,
        Map<String, String> sections,
        Glossary glossary) {
    /// Of the dialog's own language.
    public static final Translation NONE = of(Glossary.NONE);

    /// Of the dialog's own language, with what its words mean.
    public static Translation of(Glossary glossary) {
        return new Translation(
                Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), glossary);
    }

    /// Copies the maps.
    public Translation {
        rules = Map.copyOf(rules);
        lights = Map.copyOf(lights);
        means = Map.copyOf(means);
        criteria = Map.copyOf(criteria);
        offers = Map.copyOf(offers);
        sections = Map.copyOf(sections);
    }

    /// What a rule says to applicants.
    public String say(Rule rule) {
        return rules.getOrDefault(rule.id(), rule.say());
    }

    /// What a light says.
    public String text(Light light, Outcomes.Words words) {
        return lights.getOrDefault(light, words.text());
    }

    /// What a named condition means.
    public String means(Condition.Named named) {
        return means.getOrDefault(named.name(), named.means());
    }

    /// The title of a section of the sketch.
    public String title(SketchPlan.Section section) {
        return sections.getOrDefault(section.id(), section.title());
    }

    /// The title of a criterion.
    public String title(Criterion criterion) {
        return criteria.getOrDefault(criterion.id(), criterion.title());
    }

    /// An offer in the words of the variant.
    public Offer offer(Offer offer) {
        return offers.getOrDefault(offer.id(), offer);
    }
}
