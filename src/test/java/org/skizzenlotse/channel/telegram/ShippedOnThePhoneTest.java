// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.engine.turn.Scenario;

/// Seeded walks through every shipped dialog, until every question was asked: each fits on a phone.
class ShippedOnThePhoneTest {
    private static final int WALKS_MAX = 60;
    private static final int STEPS_MAX = 120;

    /// Walks at which everything is looked at, and all commands are given at the end; later ones
    /// look for questions that were not asked yet.
    private static final int WHOLE_MAX = 2;

    /// An answer that holds all that may break a text.
    private static final String AWKWARD = "Müller & Söhne <b>*innen_x_</b> [a](b) \\ 😀";

    private static final Engine ENGINE = new Engine(Scenario.phrases());

    private final Set<String> asked = new TreeSet<>();

    @ParameterizedTest
    @CsvSource({"skizze, de", "vorpruefung, de", "vorpruefung, en", "sprechstunde, de"})
    void everyStepOfEveryDialogIsShownWithinTheLimits(String id, String variant) {
        var dialog = Scenario.shippedDialog(id);
        var questions =
                dialog.questions().stream()
                        .map(Question::id)
                        .map(Object::toString)
                        .collect(Collectors.toSet());
        for (int seed = 0; seed < WALKS_MAX && !asked.containsAll(questions); seed++) {
            var scenario = Scenario.in(variant, dialog);
            walk(scenario, variant, seed);
            if (seed < WHOLE_MAX) commands(scenario, variant);
        }

        assertThat(asked).containsAll(questions);
    }

    private void walk(Scenario scenario, String variant, int seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var dead = Set.of(Stations.SUBMITTED, Stations.RESULT, Stations.CLOSED);
        for (int i = 0; i < STEPS_MAX && !dead.contains(scenario.expects().step()); i++) {
            if (seed < WHOLE_MAX || !asked.contains(scenario.expects().step().value()))
                look(scenario, variant);
            if (scenario.dialog().id().equals("sprechstunde")) cameFrom(scenario);
            answer(scenario, random);
        }
        look(scenario, variant);
    }

    private void commands(Scenario scenario, String variant) {
        for (var command : Command.values()) {
            scenario.commands(command);
            look(scenario, variant);
        }
    }

    private void look(Scenario scenario, String variant) {
        look(Phone.telling(scenario, variant));
    }

    /// What is asked of those who come from another dialog.
    private void cameFrom(Scenario scenario) {
        for (var origin : List.of("skizze", "ergebnis")) {
            var facts = new HashMap<>(Scenario.FACTS);
            facts.put("herkunft", new Value.Text(origin));
            var given =
                    new Given(
                            scenario.now(),
                            ZoneOffset.UTC,
                            "test",
                            facts,
                            "PR-1",
                            "applicant",
                            scenario.now(),
                            null);
            var asks = ENGINE.expects(scenario.dialog(), scenario.state(), given);
            var progress = ENGINE.progress(scenario.dialog(), scenario.state(), given);
            look(new Telling(List.of(), asks, progress, Set.of(), "de", false, null, ""));
        }
    }

    private void look(Telling telling) {
        var expects = telling.asked();
        var words = ChatWords.in(telling.variant());
        asked.add(expects.step().value());
        var bubbles = Composer.of(telling);
        Phone.takes(bubbles);
        Phone.takes(Composer.of(telling.again(true).after(expects.step())));
        Phone.takes(List.of(Composer.more(expects, words)));
        Phone.takes(Composer.notice(expects));
        var ids = expects.options().stream().map(Expects.Choice::id).collect(Collectors.toSet());
        Phone.takes(
                List.of(
                        bubbles.getLast().with(Keyboard.of(telling.picking(ids), 0)),
                        Composer.words(Composer.confirmation(expects, ids, words).text())));
        marks(expects);
        lists(expects, Phone.screen(bubbles));
    }

    /// Every option is found by its mark, so no two share one.
    private static void marks(Expects expects) {
        for (var option : expects.options())
            assertThat(Marks.find(expects, Marks.of(expects, option.id()))).contains(option);
    }

    /// What can be chosen stands there with its number.
    private static void lists(Expects expects, String screen) {
        if (!expects.isNumbered() || expects.step().equals(Stations.CLOSED)) return;
        int behind = expects.openFirst() ? expects.open().size() : 0;
        for (int i = 0; i < expects.options().size(); i++)
            assertThat(screen)
                    .contains((behind + i + 1) + ". " + expects.options().get(i).text().strip());
    }

    private static void answer(Scenario scenario, RandomGenerator random) {
        var expects = scenario.expects();
        var step = expects.step().value();
        if (step.equals("_scope")) {
            scenario.taps("full");
        } else if (Set.of("einwilligung", "_impact", "_typo", "_review").contains(step)) {
            scenario.taps(expects.options().getFirst().id());
        } else if (!expects.options().isEmpty()) {
            var option = expects.options().get(random.nextInt(expects.options().size()));
            scenario.hears(new Input.Chose(expects.step(), List.of(option.id()), AWKWARD));
        } else if ((!expects.open().isEmpty() && random.nextInt(3) == 0)
                || expects.type().equals("file")) {
            scenario.leavesOpen(expects.open().getFirst().status());
        } else {
            scenario.hears(new Input.Said(expects.step(), words(expects.type(), random)));
        }
    }

    private static String words(String type, RandomGenerator random) {
        return switch (type) {
            case "number" -> "3";
            case "contact" -> "Kim Muster, Vorstand, kim@verein.example, 030 1234567";
            case "email" -> "kim@verein.example";
            case "long_text" -> AWKWARD.repeat(1 + random.nextInt(80));
            default -> AWKWARD;
        };
    }
}
