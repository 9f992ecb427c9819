// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.proof.space.Goal;
import org.skizzenlotse.dialog.proof.space.Reason;
import org.skizzenlotse.dialog.proof.space.Space;

/// Proves a dialog over all combinations of answers.
public final class Proof {
    private final Dialog dialog;
    private final Function<Spot, String> lines;
    private final Space space;
    private final AnswerWords words;
    private @Nullable Space explaining;

    private Proof(Dialog dialog, Function<Spot, String> lines) {
        this.dialog = dialog;
        this.lines = lines;
        this.space = Space.of(dialog);
        this.words = new AnswerWords(dialog);
    }

    /// Everything that does not hold; `lines` says where a spot stands. Where people get stuck,
    /// only that is said: what lies behind it follows from it.
    public static List<Finding> findings(Dialog dialog, Function<Spot, String> lines) {
        var proof = new Proof(dialog, lines);
        var stuck = new DeadEnds(proof).findings();
        if (!stuck.isEmpty()) return stuck;
        var all = new ArrayList<Finding>();
        all.addAll(new Reachability(proof).findings());
        all.addAll(new Constancy(proof).findings());
        all.addAll(new Table(proof).findings());
        all.addAll(new ConsentFirst(proof).findings());
        return all;
    }

    Dialog dialog() {
        return dialog;
    }

    Space space() {
        return space;
    }

    AnswerWords words() {
        return words;
    }

    /// The beginning of a sentence: who answers like that …
    Optional<String> example(Goal goal) {
        return space.find(goal).map(words::way);
    }

    /// Why a goal cannot be reached, as sentences; `own` is left out where it is the only reason.
    String why(Goal goal, Reason own) {
        if (explaining == null) explaining = Space.explaining(dialog);
        var reasons = explaining.against(goal);
        if (reasons.isEmpty()) return "";
        var conditions = new ConditionWords(dialog);
        if (reasons.equals(List.of(own)))
            return own instanceof Reason.OfWhen(var step)
                    ? " Die Bedingung widerspricht sich selbst: " + when(conditions, step) + "."
                    : "";
        return reasons.stream()
                .map(reason -> reason(conditions, reason))
                .collect(Collectors.joining("; ", " Zusammen schließen es aus: ", "."));
    }

    private String when(ConditionWords conditions, org.skizzenlotse.dialog.StepId step) {
        return dialog.placed().stream()
                .map(Dialog.Placed::step)
                .filter(one -> one.id().equals(step))
                .findFirst()
                .map(one -> conditions.of(one.when()))
                .orElse("");
    }

    private String reason(ConditionWords conditions, Reason reason) {
        return switch (reason) {
            case Reason.OfWhen(var step) -> {
                var when = when(conditions, step);
                yield conditions.name(step)
                        + (when.equals("immer")
                                ? " wird immer gefragt"
                                : " wird nur gefragt, wenn " + when)
                        + at(new Spot.OfWhen(step));
            }
            case Reason.OfCheck(var step, var index) ->
                    "die Prüfung von "
                            + conditions.name(step)
                            + dialog.question(step)
                                    .map(one -> one.rules().checks().get(index).holds())
                                    .map(holds -> " verlangt, dass " + conditions.of(holds))
                                    .orElse("")
                            + at(new Spot.OfCheck(step, index));
            case Reason.OfLimits(var step) ->
                    "die Grenzen von " + conditions.name(step) + at(new Spot.OfStep(step));
            case Reason.OfConsent(var step) ->
                    "nach einem Nein zu "
                            + conditions.name(step)
                            + " ist das Gespräch zu Ende"
                            + at(new Spot.OfStep(step));
        };
    }

    private String at(Spot spot) {
        return " (" + lines.apply(spot) + ")";
    }
}
