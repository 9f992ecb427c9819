// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Meeting;
import org.skizzenlotse.engine.Turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.sketch.Sketcher;
import org.skizzenlotse.store.form.ConversationForm;
import org.skizzenlotse.store.form.HappenedForm;

/// Seeded walks over the shipped dialogs: whatever comes in, there is a turn, the same one each
/// time, the history folds to the state, both are the same when stored, and whoever answers gets to
/// the end.
class RandomWalkTest {
    private static final int STEPS = 150;
    private static final List<String> VARIANTS = List.of("de", "en", "de-einfach", "xx", "");
    private static final List<String> KINDS =
            List.of("remind_0", "remind_1", "neu", Engine.NO_CONSENT, Engine.DRAFT, Engine.KEPT);
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

    /// Every dialog with its seeds, ten times as many where everything is tested.
    static Stream<Arguments> walks() {
        int more = Boolean.getBoolean("skizzenlotse.full") ? 10 : 1;
        return Map.of("skizze", 20, "sprechstunde", 10, "vorpruefung", 10).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(one ->
                        LongStream.rangeClosed(1, (long) more * one.getValue())
                                .mapToObj(seed -> Arguments.of(one.getKey(), seed)));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void everyInputInEveryStateGivesATurn(String dialog, long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var scenario = Scenario.shipped(dialog);
        for (int i = 0; i < STEPS; i++) {
            var input = random(random, scenario);
            var turn = scenario.last(input);
            assertThat(scenario.last(input)).isEqualTo(turn);
            isTheSameWhenStored(turn);
            scenario.hears(input);
            assertThat(scenario.expects()).isNotNull();
            assertThat(scenario.progress().least()).isLessThanOrEqualTo(scenario.progress().most());
            Sketcher.sketch(scenario.dialog(), scenario.state(), Scenario.FACTS, Scenario.german());
        }
    }

    private static void isTheSameWhenStored(Turn turn) {
        var after = turn.after();
        assertThat(ConversationForm.read(after.id(), ConversationForm.write(after)))
                .isEqualTo(after);
        for (var happened : turn.happened())
            assertThat(HappenedForm.read(HappenedForm.write(happened))).isEqualTo(happened);
    }

    @ParameterizedTest
    @MethodSource("walks")
    void whoeverAnswersGetsToTheEnd(String dialog, long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1_000 + seed);
        var scenario = Scenario.shipped(dialog);
        int turnsMax = 2 * scenario.dialog().questions().size() + 20;
        for (int i = 0; i < turnsMax && !isAtTheEnd(scenario); i++) answer(random, scenario);
        assertThat(isAtTheEnd(scenario)).isTrue();
        var sketch =
                Sketcher.sketch(
                        scenario.dialog(), scenario.state(), Scenario.FACTS, Scenario.german());
        if (dialog.equals("skizze"))
            assertThat(sketch.sections().stream().filter(one -> !one.catalogue().isEmpty()))
                    .hasSize(33);
    }

    private static boolean isAtTheEnd(Scenario scenario) {
        return scenario.state().lifecycle() instanceof Lifecycle.Submitted
                || scenario.expects().step().equals(Stations.RESULT);
    }

    private static void answer(RandomGenerator random, Scenario scenario) {
        var expects = scenario.expects();
        if (expects.step().value().equals("einwilligung")
                || expects.step().equals(Stations.IMPACT)
                || expects.step().equals(Stations.TYPO)
                || expects.step().equals(Stations.CONFIRM)
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
        return switch (random.nextInt(14)) {
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
            case 11 -> beside(random, scenario);
            case 12 -> staff(random, scenario);
            default -> new Input.TimedOut(any(random, KINDS));
        };
    }

    /// What does not answer the question at hand: files, another language, a button of long ago.
    private static Input beside(RandomGenerator random, Scenario scenario) {
        var step = anyStep(random, scenario);
        var file = new Value.File("f1", "plan.pdf", 900, "application/pdf", "", "");
        return switch (random.nextInt(4)) {
            case 0 -> new Input.Attached(step, random.nextBoolean() ? List.of(file) : List.of());
            case 1 -> new Input.Commanded(Command.LANGUAGE, any(random, VARIANTS));
            case 2 -> new Input.Removed(step, "");
            default -> {
                var question = scenario.dialog().question(step).orElseThrow();
                var ids = question.type().options().stream().map(one -> one.id()).toList();
                yield new Input.Chose(step, ids.isEmpty() ? List.of("yes") : ids.subList(0, 1), "");
            }
        };
    }

    private static Input staff(RandomGenerator random, Scenario scenario) {
        var times = List.of(scenario.now().plusSeconds(90_000));
        return switch (random.nextInt(4)) {
            case 0 -> new Input.StaffAsked("Wie viele seid ihr?", "m1");
            case 1 ->
                    new Input.StaffReopened(
                            Set.of(anyStep(random, scenario)), "Bitte noch einmal ansehen", "m1");
            case 2 -> new Input.StaffProposed(Meeting.proposed(times, 30, "Hafenweg 1"), "m1");
            default ->
                    new Input.StaffStated("reading", "", "Weil", "", random.nextInt(5) == 0, "m1");
        };
    }

    private static StepId anyStep(RandomGenerator random, Scenario scenario) {
        return any(random, scenario.dialog().questions()).id();
    }

    private static <T> T any(RandomGenerator random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
