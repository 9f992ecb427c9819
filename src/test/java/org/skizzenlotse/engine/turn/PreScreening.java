// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Outcomes;
import org.skizzenlotse.dialog.Reads;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Lights;
import org.skizzenlotse.engine.Scope;

/// The shipped pre-screening taken apart: its questions in parts that no rule and no condition ties
/// together, and every combination of answers to each part.
public final class PreScreening {
    static final Dialog DIALOG = Scenario.shippedDialog("vorpruefung");
    static final Outcomes TABLE = DIALOG.parts().outcomes().getFirst();
    static final List<List<Question>> PARTS = parts();

    private PreScreening() {}

    /// Answers by step, as options (none: not known yet), and the result that they come to.
    public record Sample(Map<String, List<String>> answers, String result) {}

    /// So many seeded samples, for surfaces to compare themselves with.
    public static List<Sample> samples(int count) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(90);
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < count; i++) {
            var walk = Scenario.of(DIALOG);
            var given = new LinkedHashMap<String, List<String>>();
            while (!walk.expects().step().value().equals("_result")) {
                var step = walk.expects().step();
                var all = answers(DIALOG.question(step).orElseThrow());
                var options = options(all.get(random.nextInt(all.size())));
                given.put(step.value(), options);
                if (options.isEmpty()) walk.leavesOpen(OpenStatus.UNKNOWN);
                else walk.taps(options.toArray(String[]::new));
            }
            samples.add(new Sample(given, walk.expects().text()));
        }
        return samples;
    }

    static List<String> options(Answer answer) {
        var value = answer.value();
        if (value == null) return List.of();
        return switch (value) {
            case Value.Chosen(var option, _) -> List.of(option);
            case Value.ChosenMany(var options, _) -> options;
            default -> throw new IllegalStateException("not a choice");
        };
    }

    /// The questions in parts of those that rules and conditions tie together.
    private static List<List<Question>> parts() {
        var parts = new ArrayList<Set<StepId>>();
        for (var question : DIALOG.questions()) parts.add(new HashSet<>(Set.of(question.id())));
        for (var question : DIALOG.questions()) {
            var tied = new HashSet<>(Reads.of(question.when()));
            tied.add(question.id());
            join(parts, tied);
        }
        for (var rule : TABLE.rules()) join(parts, Set.copyOf(Reads.of(rule.when())));
        return parts.stream()
                .map(ids -> DIALOG.questions().stream().filter(q -> ids.contains(q.id())).toList())
                .toList();
    }

    private static void join(List<Set<StepId>> parts, Set<StepId> tied) {
        var touched =
                parts.stream().filter(part -> part.stream().anyMatch(tied::contains)).toList();
        var whole = touched.stream().flatMap(Set::stream).collect(Collectors.toSet());
        parts.removeAll(touched);
        parts.add(whole);
    }

    /// Every answer that a question takes: each option, each set of options that its checks let
    /// pass, and every open answer.
    static List<Answer> answers(Question question) {
        var answers = new ArrayList<Answer>();
        for (var status : Open.to(question)) answers.add(Answer.open(status, provenance()));
        var options = question.type().options().stream().map(AnswerType.Option::id).toList();
        if (question.type() instanceof AnswerType.Multi) {
            for (int bits = 1; bits < 1 << options.size(); bits++) {
                var chosen = new ArrayList<String>();
                for (int i = 0; i < options.size(); i++)
                    if ((bits & 1 << i) != 0) chosen.add(options.get(i));
                if (chosen.contains("keins") && chosen.size() > 1) continue;
                var value = new Value.ChosenMany(chosen, Map.of());
                answers.add(Answer.of(value, provenance()));
            }
        } else {
            for (var id : options) answers.add(Answer.of(new Value.Chosen(id, ""), provenance()));
        }
        return answers;
    }

    private static Answer.Provenance provenance() {
        var now = Instant.parse("2026-11-23T18:00:00Z");
        return new Answer.Provenance("w", "de", "test", DIALOG.hash(), now, "applicant");
    }

    /// Every combination of answers to a part, each complete and without what is not asked.
    static List<Map<StepId, Answer>> combinations(List<Question> part) {
        var all = new ArrayList<Map<StepId, Answer>>();
        all.add(Map.of());
        for (var question : part) {
            var more = new ArrayList<Map<StepId, Answer>>();
            for (var one : all) {
                if (!journey(one).stop(question.id()).orElseThrow().applies()) {
                    more.add(one);
                    continue;
                }
                for (var answer : answers(question)) {
                    var with = new LinkedHashMap<>(one);
                    with.put(question.id(), answer);
                    more.add(with);
                }
            }
            all = more;
        }
        return all;
    }

    static Journey journey(Map<StepId, Answer> answers) {
        return Journey.of(DIALOG, answers, Scope.FULL, Map.of());
    }

    static Light light(Map<StepId, Answer> answers) {
        return Lights.light(Lights.judge(DIALOG, TABLE, journey(answers)));
    }

    static String said(Map<StepId, Answer> answers) {
        return answers.entrySet().stream()
                .map(one -> one.getKey() + "=" + word(one.getValue()))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    static String word(Answer answer) {
        return answer.isOpen() ? answer.status().id() : String.join("+", options(answer));
    }

    static List<StepId> ids(List<Question> part) {
        return part.stream().map(Question::id).toList();
    }
}
