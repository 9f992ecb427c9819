// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.sketch.Sketcher;

/// Seeded walks over the shipped dialog: whatever comes in, there is a turn, the history folds to
/// the state, and whoever answers gets to the end.
class RandomWalkTest {
    private static final int STEPS = 150;
    private static final List<String> WORDS =
            List.of(
                    "ja",
                    "nein",
                    "1",
                    "2",
                    "99",
                    "weiß nicht",
                    "zurück",
                    "/ändern",
                    "ändern 1",
                    "löschn",
                    "hilfe",
                    "überblick",
                    "1, 2 und 3",
                    "Ein Vrein",
                    "",
                    "  ",
                    "*x*_[a](b)",
                    "{problem}",
                    "\\",
                    "31.2.2027",
                    "12,5",
                    "-1",
                    "ca. 20 Std.",
                    "a@b.de",
                    "0170 1234567",
                    "x".repeat(9_000),
                    "mehr",
                    "meine daten",
                    "rückgängig",
                    "pause",
                    "weiter",
                    "warum",
                    "mensch",
                    "alle fragen",
                    "vertiefen",
                    "aufhören",
                    "sprache",
                    "/quatsch");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyInputInEveryStateGivesATurn(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var scenario = Scenario.shipped("skizze");
        for (int i = 0; i < STEPS; i++) {
            var input = random(random, scenario);
            scenario.hears(input);
            assertThat(scenario.expects()).isNotNull();
            assertThat(scenario.progress().least()).isLessThanOrEqualTo(scenario.progress().most());
            Sketcher.sketch(scenario.dialog(), scenario.state(), Scenario.FACTS, Scenario.german());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void whoeverAnswersGetsToTheEnd(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var scenario = Scenario.shipped("skizze");
        for (int i = 0; i < STEPS && !isSubmitted(scenario); i++) answer(random, scenario);
        assertThat(isSubmitted(scenario)).isTrue();
        var sketch =
                Sketcher.sketch(
                        scenario.dialog(), scenario.state(), Scenario.FACTS, Scenario.german());
        assertThat(sketch.sections().stream().filter(one -> !one.catalogue().isEmpty()))
                .hasSize(33);
    }

    private static boolean isSubmitted(Scenario scenario) {
        return scenario.state().lifecycle() instanceof Lifecycle.Submitted;
    }

    private static void answer(RandomGenerator random, Scenario scenario) {
        var expects = scenario.expects();
        if (expects.step().value().equals("einwilligung")
                || expects.step().equals(Stations.IMPACT)
                || expects.step().equals(Stations.TYPO)
                || expects.step().equals(Stations.REVIEW)) {
            scenario.taps(expects.options().getFirst().id());
            return;
        }
        if (!expects.open().isEmpty() && random.nextInt(4) == 0) {
            scenario.leavesOpen(any(random, expects.open()).status());
        } else if (!expects.options().isEmpty()) {
            var option = any(random, expects.options());
            scenario.hears(new Input.Chose(expects.step(), List.of(option.id()), "Worte"));
        } else scenario.hears(new Input.Said(expects.step(), words(expects.type())));
    }

    private static String words(String type) {
        return switch (type) {
            case "number" -> "3";
            case "money" -> "1.500 Euro";
            case "date" -> "31. Januar 2027";
            case "period" -> "3 Monate";
            case "contact" -> "Kim Muster, Vorstand, kim@verein.example, 030 1234567";
            case "email" -> "kim@verein.example";
            case "url" -> "www.verein.example";
            default -> "Unsere Antwort dazu";
        };
    }

    private static Input random(RandomGenerator random, Scenario scenario) {
        var expects = scenario.expects();
        var step = random.nextInt(8) == 0 ? anyStep(random, scenario) : expects.step();
        return switch (random.nextInt(12)) {
            case 0 -> new Input.Commanded(any(random, List.of(Command.values())), "");
            case 1 -> new Input.Commanded(Command.CHANGE, anyStep(random, scenario).value());
            case 2 -> new Input.LeftOpen(step, any(random, List.of(OpenStatus.values())));
            case 3 -> new Input.Said(random.nextBoolean() ? step : null, any(random, WORDS));
            case 4 -> new Input.Gave(step, Map.of("number", "3", "email", "x@y.de", "rows", "no"));
            case 5 -> new Input.Said(step, words(expects.type()));
            case 6, 7, 8 -> {
                var ids = new ArrayList<String>();
                for (var option : expects.options())
                    if (random.nextInt(expects.options().size()) == 0) ids.add(option.id());
                yield new Input.Chose(step, ids, random.nextBoolean() ? "Worte" : "");
            }
            case 9 -> {
                var people = scenario.state().together();
                int person = random.nextInt(people.next());
                scenario.as(people.isHere(person) ? person : people.responsible());
                yield people.person(2).filter(one -> !one.cameOnce()).isPresent()
                        ? new Input.Joined(2, "Kim")
                        : new Input.Said(null, any(random, WORDS));
            }
            case 10 -> new Input.Arrived(47, scenario.now().plusSeconds(900));
            default -> new Input.TimedOut(any(random, List.of("remind_0", "remind_1", "neu")));
        };
    }

    private static StepId anyStep(RandomGenerator random, Scenario scenario) {
        return any(random, scenario.dialog().questions()).id();
    }

    private static <T> T any(RandomGenerator random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
