// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import org.skizzenlotse.dialog.proof.reach.Finding;
import org.skizzenlotse.dialog.proof.reach.NamedConditions;
import org.skizzenlotse.dialog.proof.reach.Proof;
import org.skizzenlotse.dialog.proof.reach.Spot;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Part;

/// Puts what is proven over all ways to the places where authors wrote it.
final class SpaceCheck {
    private static final String OUTCOMES = "outcomes.yaml";
    private static final String SKETCH = "sketch.yaml";

    private final Draft draft;

    SpaceCheck(Draft draft) {
        this.draft = draft;
    }

    void check() {
        for (var finding : Proof.findings(draft.dialog(), this::line)) say(finding);
        var used = NamedConditions.in(draft.dialog());
        draft.head()
                .entries("conditions")
                .forEach((name, part) -> {
                    if (!used.containsKey(name))
                        part.doubtful(
                                "'" + name + "' wird nirgends genannt.",
                                "Streicht die Bedingung, oder nennt sie in when: {"
                                        + name
                                        + ": true}.");
                });
    }

    private void say(Finding finding) {
        var part = part(finding.spot());
        if (finding.error()) part.wrong(finding.message(), finding.proposal());
        else part.doubtful(finding.message(), finding.proposal());
    }

    private String line(Spot spot) {
        var part = part(spot);
        var file = part.source().file();
        return "Zeile " + part.place().line() + " in " + file.substring(file.lastIndexOf('/') + 1);
    }

    private Part part(Spot spot) {
        return switch (spot) {
            case Spot.OfStep(var step) -> id(draft.step(step));
            case Spot.OfWhen(var step) -> {
                var part = draft.step(step);
                yield part.has("when") ? part.at("when") : id(part);
            }
            case Spot.OfOption(var step, var option) -> {
                var options = draft.step(step).at("options");
                yield options.list().stream()
                        .filter(one -> one.text("id").equals(option))
                        .findFirst()
                        .map(one -> one.at("id"))
                        .orElse(options);
            }
            case Spot.OfOpen(var step, var status) -> {
                var open = draft.step(step).at("open");
                yield open.list().stream()
                        .filter(one -> one.text().equals(status.id()))
                        .findFirst()
                        .orElse(open);
            }
            case Spot.OfCheck(var step, var index) -> {
                var check = draft.step(step).list("check").get(index);
                yield check.at(check.has("must") ? "must" : "should");
            }
            case Spot.OfNamed(var name) -> draft.head().at("conditions").at(name).at("is");
            case Spot.OfRule(_, var rule) -> rule(rule).at("when");
            case Spot.OfLight(_, var rule) -> rule(rule).at("light");
            case Spot.OfSection(var section) -> named(SKETCH, "sections", section).at("id");
        };
    }

    private static Part id(Part step) {
        return step.at(step.has("ask") ? "ask" : "say");
    }

    private Part rule(String id) {
        return named(OUTCOMES, "rules", id);
    }

    private Part named(String file, String list, String id) {
        var root =
                draft.files()
                        .file(file)
                        .orElseGet(() -> draft.files().file(Bundle.HEAD).orElseThrow());
        return root.list(list).stream()
                .filter(one -> one.text("id").equals(id))
                .findFirst()
                .orElse(root);
    }
}
