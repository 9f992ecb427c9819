// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.Outcomes;
import org.skizzenlotse.dialog.Truth;
import org.skizzenlotse.dialog.Verdict;

/// Evaluates the decision tables of a dialog. A rule that holds gives its light; one that waits for
/// an open answer follows its criterion's weight: a gate or need gives yellow, except where the
/// criterion is worked out together (DESIGN section 5, `catalogue.yaml`).
public final class Lights {
    /// Before the ID of a decision table in the set of what was shown.
    public static final String SHOWN = "outcome:";

    private Lights() {}

    /// A rule with what became of it; `light` is what it adds.
    public record Judged(Outcomes.Rule rule, Verdict verdict, Light light) {}

    /// The light over the tables whose result was told; empty where none was.
    public static Optional<Light> light(Dialog dialog, Journey journey, Set<String> shown) {
        return dialog.parts().outcomes().stream()
                .filter(outcomes -> shown.contains(SHOWN + outcomes.id()))
                .map(outcomes -> light(judge(dialog, outcomes, journey)))
                .reduce(Light::worse);
    }

    /// The worst light of judged rules.
    public static Light light(List<Judged> judged) {
        return judged.stream().map(Judged::light).reduce(Light.GREEN, Light::worse);
    }

    /// The rules of one table that hold, or wait for an open answer, in their order.
    public static List<Judged> judge(Dialog dialog, Outcomes outcomes, Journey journey) {
        var judged = new ArrayList<Judged>();
        for (var rule : outcomes.rules()) {
            var verdict = rule.when().judge(journey);
            if (verdict.isFalse()) continue;
            judged.add(new Judged(rule, verdict, light(dialog, rule, verdict)));
        }
        return judged;
    }

    /// Whether an open answer keeps it undecided.
    public static boolean waits(Verdict verdict) {
        return verdict.isUnknown()
                && verdict.causes().stream().anyMatch(one -> one.why() == Verdict.Why.OPEN);
    }

    private static Light light(Dialog dialog, Outcomes.Rule rule, Verdict verdict) {
        var criterion = dialog.parts().catalogue().criterion(rule.criterion());
        if (verdict.truth() == Truth.TRUE) return rule.light();
        if (!waits(verdict) || criterion.isEmpty() || rule.light() == Light.GREEN)
            return Light.GREEN;
        return switch (criterion.get().weight()) {
            case GATE -> Light.YELLOW;
            case NEED -> criterion.get().together() ? Light.GREEN : Light.YELLOW;
            case PLUS, INFO -> Light.GREEN;
        };
    }
}
