// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Lights;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Journey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.skizzenlotse.dialog.Catalogue.Offer;
import org.skizzenlotse.dialog.Catalogue.Weight;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.Outcomes;
import org.skizzenlotse.dialog.Reads;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Translation;
import org.skizzenlotse.dialog.Verdict;

/// Answers "why this question?" and "why yellow?" from the evaluated conditions.
final class Explaining {
    /// More reasons are not read; all of them stand in the overview.
    private static final int REASONS_MAX = 3;

    private final Draft draft;

    Explaining(Draft draft) {
        this.draft = draft;
    }

    /// The texts that say why a question is asked: its own reason, and what made it relevant.
    List<String> why(Question question) {
        var texts = new ArrayList<String>();
        var own = question.wording(draft.now().variant()).why();
        texts.add(own.isBlank() ? draft.phrase(Phrase.WHY_STATION) : own);
        var means = new LinkedHashSet<String>();
        named(question.when(), means);
        var answers = new ArrayList<String>();
        for (var step : Reads.of(question.when())) {
            var read = draft.dialog().question(step);
            var answer = draft.now().answer(step);
            if (read.isPresent() && answer.isPresent() && counts(step))
                answers.add(quoted(read.get()) + ": " + draft.shown(read.get(), answer.get()));
        }
        if (!means.isEmpty())
            texts.add(
                    draft.phrase(
                            Phrase.ASKED_BECAUSE_MEANS, Display.escape(String.join("; ", means))));
        else if (!answers.isEmpty())
            texts.add(
                    draft.phrase(
                            Phrase.ASKED_BECAUSE,
                            Display.escape(Display.brief(String.join("; ", answers), 400))));
        return texts;
    }

    /// A plus or an info is never named as missing.
    private boolean isNeeded(Outcomes.Rule rule) {
        return draft.dialog()
                .parts()
                .catalogue()
                .criterion(rule.criterion())
                .filter(one -> one.weight() == Weight.GATE || one.weight() == Weight.NEED)
                .isPresent();
    }

    private boolean counts(StepId step) {
        return draft.journey().stop(step).filter(Journey.Stop::isDealtWith).isPresent();
    }

    /// The short names of the open answers that keep rules undecided.
    private List<String> open(List<Lights.Judged> judged) {
        var names = new LinkedHashSet<String>();
        for (var one : judged)
            if (Lights.waits(one.verdict()) && isNeeded(one.rule()))
                for (var cause : one.verdict().causes())
                    if (cause.why() == Verdict.Why.OPEN && StepId.isOne(cause.of()))
                        draft.dialog()
                                .question(new StepId(cause.of()))
                                .ifPresent(step -> names.add(Display.escape(quoted(step))));
        return List.copyOf(names);
    }

    private String quoted(Question question) {
        return draft.language().quoted(question.wording(draft.now().variant()).shortText());
    }

    private void named(Condition condition, Set<String> means) {
        switch (condition) {
            case Condition.And(var all) -> all.forEach(one -> named(one, means));
            case Condition.Or(var any) -> any.forEach(one -> named(one, means));
            case Condition.Named named -> {
                if (named.is().judge(draft.journey()).isTrue())
                    means.add(translation().means(named));
            }
            case Condition.Not _, Condition.Equals _, Condition.In _, Condition.Contains _ -> {}
            case Condition.Compare _, Condition.Answered _, Condition.Open _ -> {}
            case Condition.Holds _, Condition.Matches _ -> {}
        }
    }

    /// The worst light of all decision tables.
    Light light() {
        return Lights.light(judged());
    }

    private List<Lights.Judged> judged() {
        var judged = new ArrayList<Lights.Judged>();
        for (var outcomes : draft.dialog().parts().outcomes())
            judged.addAll(Lights.judge(draft.dialog(), outcomes, draft.journey()));
        return judged;
    }

    /// The same in words, with the reasons for it.
    Engine.Result result() {
        var judged = judged();
        var light = Lights.light(judged);
        var reasons =
                judged.stream()
                        .filter(one -> one.light() == light && one.verdict().isTrue())
                        .map(one -> translation().say(one.rule()))
                        .filter(say -> !say.isBlank())
                        .limit(REASONS_MAX)
                        .toList();
        return new Engine.Result(inWords(light), reasons);
    }

    /// The result of all decision tables, with what it is worth.
    String whole() {
        var text = new StringBuilder(result().light());
        for (var outcomes : draft.dialog().parts().outcomes())
            text.append("\n\n").append(draft.fill(outcome(outcomes)).text());
        return text.append("\n\n").append(draft.phrase(Phrase.RESULT_HINT)).toString();
    }

    private String inWords(Light light) {
        return switch (light) {
            case GREEN -> draft.phrase(Phrase.LIGHT_GREEN);
            case YELLOW -> draft.phrase(Phrase.LIGHT_YELLOW);
            case RED -> draft.phrase(Phrase.LIGHT_RED);
        };
    }

    /// The result of a decision table in words, with at most three reasons and the offers.
    String outcome(Outcomes outcomes) {
        var judged = Lights.judge(draft.dialog(), outcomes, draft.journey());
        var light = Lights.light(judged);
        var words = outcomes.lights().get(light);
        var text = new StringBuilder(words == null ? light.id() : translation().text(light, words));
        judged.stream()
                .filter(one -> one.light() == light && one.verdict().isTrue())
                .map(one -> translation().say(one.rule()))
                .filter(say -> !say.isBlank())
                .limit(REASONS_MAX)
                .forEach(say -> text.append("\n- ").append(say));
        var open = open(judged);
        if (!open.isEmpty())
            text.append("\n\n").append(draft.phrase(Phrase.OUTCOME_OPEN, String.join(", ", open)));
        if (words != null)
            for (var offer : draft.dialog().parts().catalogue().offers())
                if (words.offers().contains(offer.id())) text.append("\n\n").append(words(offer));
        return text.toString();
    }

    private String words(Offer offer) {
        var said = translation().offer(offer);
        return "**" + said.title() + "**: " + said.text();
    }

    private Translation translation() {
        return draft.dialog().translation(draft.now().variant());
    }
}
