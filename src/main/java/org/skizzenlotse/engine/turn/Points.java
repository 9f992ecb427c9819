// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Catalogue.Criterion;
import org.skizzenlotse.dialog.Catalogue.Weight;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.Outcomes;
import org.skizzenlotse.dialog.Reads;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Translation;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Lights;

/// Everything that the decision tables look at, with what was said to it: what speaks against, what
/// is worked out together, what fits. A plus that is missing is no fault.
final class Points {
    private final Draft draft;

    Points(Draft draft) {
        this.draft = draft;
    }

    private enum Stand {
        AGAINST(Phrase.POINTS_AGAINST),
        TOGETHER(Phrase.POINTS_TOGETHER),
        FIT(Phrase.POINTS_FIT),
        PLUS(Phrase.POINTS_PLUS),
        NO_PLUS(Phrase.POINTS_NO_PLUS),
        INFO(Phrase.POINTS_INFO);

        private final Phrase title;

        Stand(Phrase title) {
            this.title = title;
        }
    }

    /// All criteria of the catalogue in its order, by how they stand.
    String text() {
        Map<Stand, List<String>> lines = new EnumMap<>(Stand.class);
        for (var criterion : draft.dialog().parts().catalogue().criteria()) {
            var rules = rules(criterion);
            if (rules.isEmpty() && criterion.weight() != Weight.INFO) continue;
            var stand = stand(criterion, rules);
            lines.computeIfAbsent(stand, _ -> new ArrayList<>())
                    .add("- " + line(criterion, words(stand, rules)));
        }
        var text = new StringBuilder();
        lines.forEach((stand, all) ->
                text.append("**")
                        .append(draft.phrase(stand.title))
                        .append("**\n\n")
                        .append(String.join("\n", all))
                        .append("\n\n"));
        return text.toString().strip();
    }

    private String line(Criterion criterion, String words) {
        var title = translation().title(criterion);
        return words.isEmpty() ? title : "**" + title + "**: " + words;
    }

    private List<Outcomes.Rule> rules(Criterion criterion) {
        return draft.dialog().parts().outcomes().stream()
                .flatMap(outcomes -> outcomes.rules().stream())
                .filter(rule -> rule.criterion().equals(criterion.id()))
                .toList();
    }

    private Stand stand(Criterion criterion, List<Outcomes.Rule> rules) {
        return switch (criterion.weight()) {
            case INFO -> Stand.INFO;
            case PLUS -> rules.stream().anyMatch(this::holds) ? Stand.PLUS : Stand.NO_PLUS;
            case GATE, NEED -> {
                if (rules.stream().anyMatch(this::isAgainst)) yield Stand.AGAINST;
                yield rules.stream().anyMatch(this::waits) ? Stand.TOGETHER : Stand.FIT;
            }
        };
    }

    private boolean holds(Outcomes.Rule rule) {
        return rule.when().judge(draft.journey()).isTrue();
    }

    private boolean isAgainst(Outcomes.Rule rule) {
        return rule.light() != Light.GREEN && holds(rule);
    }

    private boolean waits(Outcomes.Rule rule) {
        return Lights.waits(rule.when().judge(draft.journey()));
    }

    private String words(Stand stand, List<Outcomes.Rule> rules) {
        return switch (stand) {
            case AGAINST -> said(rules);
            case FIT -> answers(rules);
            case TOGETHER, PLUS, NO_PLUS, INFO -> "";
        };
    }

    private String said(List<Outcomes.Rule> rules) {
        return rules.stream()
                .filter(this::isAgainst)
                .map(translation()::say)
                .findFirst()
                .orElse("");
    }

    /// What was chosen where one was to be chosen; several ticks say what they say by themselves.
    private String answers(List<Outcomes.Rule> rules) {
        var answers = new LinkedHashSet<String>();
        for (var rule : rules)
            for (var step : Reads.of(rule.when()))
                draft.journey()
                        .stop(step)
                        .filter(Journey.Stop::isDealtWith)
                        .filter(stop -> isOneOf(stop.question().orElseThrow()))
                        .ifPresent(stop -> answers.add(answer(stop)));
        return Display.escape(String.join("; ", answers));
    }

    private static boolean isOneOf(Question question) {
        return question.type() instanceof AnswerType.Choice;
    }

    private String answer(Journey.Stop stop) {
        Answer answer = draft.now().answer(stop.id()).orElseThrow();
        return draft.shown(stop.question().orElseThrow(), answer);
    }

    private Translation translation() {
        return draft.dialog().translation(draft.now().variant());
    }
}
