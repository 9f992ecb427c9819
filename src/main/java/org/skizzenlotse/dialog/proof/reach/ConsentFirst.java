// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.reach;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.proof.space.Goal;
import org.skizzenlotse.dialog.proof.space.Picked;

/// On every way somebody has agreed before anything personal is asked.
final class ConsentFirst {
    private final Proof proof;

    ConsentFirst(Proof proof) {
        this.proof = proof;
    }

    List<Finding> findings() {
        if (!proof.dialog().head().personal()) return List.of();
        var findings = new ArrayList<Finding>();
        for (var question : proof.dialog().questions())
            if (question.asksPersonal())
                proof.example(without(question))
                        .ifPresent(who ->
                                findings.add(
                                        Finding.wrong(
                                                new Spot.OfStep(question.id()),
                                                who
                                                        + ", wird ohne Einwilligung nach"
                                                        + " Persönlichem gefragt.",
                                                "Stellt die Einwilligung (type: consent, required:"
                                                        + " true) davor, ohne when.")));
        return findings;
    }

    private Goal without(Question question) {
        var all = new ArrayList<Goal>();
        all.add(new Goal.Asked(question.id()));
        for (var other : proof.dialog().questions()) {
            if (other.id().equals(question.id())) break;
            if (other.isRequiredConsent())
                all.add(
                        new Goal.Not(
                                new Goal.Gave(
                                        other.id(), new Picked.Given(new Value.Decision(true)))));
        }
        return new Goal.Both(all);
    }
}
