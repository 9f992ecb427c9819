// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skizzenlotse.engine.turn.PreScreening.DIALOG;
import static org.skizzenlotse.engine.turn.PreScreening.PARTS;
import static org.skizzenlotse.engine.turn.PreScreening.answers;
import static org.skizzenlotse.engine.turn.PreScreening.ids;
import static org.skizzenlotse.engine.turn.PreScreening.journey;
import static org.skizzenlotse.engine.turn.PreScreening.light;
import static org.skizzenlotse.engine.turn.PreScreening.said;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Elsewhere;
import org.skizzenlotse.engine.Expects;

/// Seeded random conversations through the shipped pre-screening, every turn of them a real one.
class PreScreeningWalksTest {
    private static final Elsewhere OTHERS =
            new Elsewhere(Map.of("skizze", "Skizze", "sprechstunde", "Termin"), Map.of(), false);
    private static final int WALKS = 150;

    @Test
    void seededWalksComeToTheWorstOfTheirPartsAndAreOfferedPeopleAndGoingOn() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);
        for (int i = 0; i < WALKS; i++) {
            var walk = Scenario.of(DIALOG, OTHERS);
            while (!walk.expects().step().value().equals("_result")) {
                var question = DIALOG.question(walk.expects().step()).orElseThrow();
                give(walk, any(answers(question), random));
            }
            isResult(walk);
        }
    }

    @Test
    void theSameAnswersGiveTheSameResultInEveryOrderOfChanging() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(4711);
        for (int i = 0; i < WALKS / 5; i++) {
            var straight = Scenario.of(DIALOG, OTHERS);
            var winding = Scenario.of(DIALOG, OTHERS);
            var wanted = new LinkedHashMap<StepId, Answer>();
            for (var question : DIALOG.questions())
                wanted.put(question.id(), any(answers(question), random));
            walk(straight, wanted, random, false);
            walk(winding, wanted, random, true);
            var steps = new ArrayList<>(wanted.keySet());
            Collections.shuffle(steps, java.util.Random.from(random));
            for (int round = 0; round < 2; round++)
                for (var step : steps) change(winding, step, wanted(wanted, step));
            finish(winding, wanted);
            assertThat(winding.expects().text()).isEqualTo(straight.expects().text());
            assertThat(winding.expects().options()).isEqualTo(straight.expects().options());
        }
    }

    private static void walk(
            Scenario walk, Map<StepId, Answer> wanted, RandomGenerator random, boolean astray) {
        while (!walk.expects().step().value().equals("_result")) {
            var step = walk.expects().step();
            var all = answers(DIALOG.question(step).orElseThrow());
            give(walk, astray ? any(all, random) : wanted(wanted, step));
        }
    }

    private static void change(Scenario walk, StepId step, Answer answer) {
        var stop = journey(walk.state().answers()).stop(step).orElseThrow();
        if (!stop.isDealtWith()) return;
        walk.commands(Command.CHANGE, step.value());
        give(walk, answer);
        if (walk.expects().step().value().equals("_impact")) walk.taps("take");
    }

    private static void finish(Scenario walk, Map<StepId, Answer> wanted) {
        while (!walk.expects().step().value().equals("_result"))
            give(walk, wanted(wanted, walk.expects().step()));
        for (var one : wanted.entrySet()) change(walk, one.getKey(), one.getValue());
    }

    private static Answer wanted(Map<StepId, Answer> wanted, StepId step) {
        return Objects.requireNonNull(wanted.get(step));
    }

    private static void give(Scenario walk, Answer answer) {
        var options = PreScreening.options(answer);
        if (options.isEmpty()) walk.leavesOpen(OpenStatus.UNKNOWN);
        else walk.taps(options.toArray(String[]::new));
        walk.isFine();
    }

    private static <T> T any(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    private static void isResult(Scenario walk) {
        var given = walk.state().answers();
        var worst = Light.GREEN;
        for (var part : PARTS) {
            var own = new HashMap<>(given);
            own.keySet().retainAll(ids(part));
            worst = worst.worse(light(own));
        }
        assertThat(light(given)).as(said(given)).isEqualTo(worst);
        var words =
                switch (worst) {
                    case GREEN -> "Passt gut\n";
                    case YELLOW -> "Passt wahrscheinlich, einiges klären wir zusammen\n";
                    case RED -> "So wohl nicht als Umsetzung mit uns, aber für die Sprechstunde\n";
                };
        assertThat(walk.expects().text()).startsWith(words).contains("Kein Programm lehnt euch ab");
        assertThat(walk.expects().text().lines().filter(line -> line.startsWith("- ")))
                .hasSizeLessThanOrEqualTo(3);
        var next = walk.expects().options().stream().map(Expects.Choice::id).limit(2).toList();
        assertThat(next)
                .isEqualTo(
                        worst == Light.RED
                                ? List.of("sprechstunde", "skizze")
                                : List.of("skizze", "sprechstunde"));
    }
}
