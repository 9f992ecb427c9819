// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.reach;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.Step.Check;
import org.skizzenlotse.dialog.Step.Question;

/// Every way ends: nobody comes to a question that takes no answer.
final class DeadEnds {
    private final Proof proof;

    DeadEnds(Proof proof) {
        this.proof = proof;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        for (var question : proof.dialog().questions())
            proof.space()
                    .stuck(question)
                    .ifPresent(way ->
                            findings.add(
                                    Finding.wrong(
                                            spot(question),
                                            proof.words().way(way)
                                                    + ", kommt bei "
                                                    + proof.words().name(question.id())
                                                    + " nicht weiter: Jede Antwort wird"
                                                    + " abgelehnt.",
                                            "Ändert die Prüfung, oder erlaubt mit open eine offene"
                                                    + " Antwort.")));
        return findings;
    }

    private static Spot spot(Question question) {
        var must =
                question.rules().checks().stream()
                        .filter(check -> check.severity() == Check.Severity.MUST)
                        .findFirst();
        return must.isPresent()
                ? new Spot.OfCheck(question.id(), must.get().index())
                : new Spot.OfStep(question.id());
    }
}
