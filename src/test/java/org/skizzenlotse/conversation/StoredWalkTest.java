// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.turn.Scenario;
import org.skizzenlotse.engine.Stations;

/// Seeded walks over the shipped dialog through a real database: what is loaded is what was saved,
/// the history folds to it, a repetition gets the same answer, and nothing is kept that must not
/// be. Whatever is typed carries words that are found again.
class StoredWalkTest {
    private static final int STEPS = 80;
    private static final List<Command> COMMANDS = List.of(Command.values());
    private static final int CHANGES = 8;
    private static final List<String> QUESTIONS =
            Scenario.shippedDialog("skizze").questions().stream()
                    .map(question -> question.id().value())
                    .toList();
    private static final Pattern MARKED = Pattern.compile("kanarie[0-9]+e");

    @TempDir Path folder;

    private int marks;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsLoadedIsWhatWasSaved(long seed) throws IOException {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        try (var running = new Running(folder)) {
            running.publishShipped();
            var token = running.conversations.open("skizze", "de", "web").token();
            for (int i = 0; i < STEPS; i++) {
                var expects = running.view(token).expects();
                var input = random.nextInt(3) == 0 ? any(random, expects) : answer(random, expects);
                var outcome = running.turn(token, input, "key" + i, "hash");
                assertThat(outcome).isInstanceOf(Outcome.Done.class);
                var view = ((Outcome.Done) outcome).view();
                if (view.lifecycle() instanceof Lifecycle.Erased) return;
                isTheSameAgain(running, token, view);
                var again = running.turn(token, input, "key" + i, "hash");
                assertThat(shown(((Outcome.Done) again).view())).isEqualTo(shown(view));
                // who withdraws after handing in stops what happens; erasing is asked for apart
                if (!running.stored(token).marks().consented()
                        && !(view.lifecycle() instanceof Lifecycle.Withdrawn))
                    assertThat(marked(running.everything(token))).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {12, 14, 16, 17, 18})
    void whatWasChangedIsNotKeptBeyondASubmission(long seed) throws IOException {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        try (var running = new Running(folder)) {
            running.publishShipped();
            var token = running.conversations.open("skizze", "de", "web").token();
            var answered = new TreeSet<String>();
            int changes = CHANGES;
            for (int i = 0; i < 4 * STEPS && !isSubmitted(running, token); i++) {
                var expects = running.view(token).expects();
                var changing = isTheEnd(expects) && changes-- > 0;
                running.takes(token, changing ? change(random) : forward(random, expects));
                answered.addAll(marked(running.answers(token)));
            }
            assertThat(isSubmitted(running, token)).isTrue();
            var state = running.stored(token).conversation();
            assertThat(state).isEqualTo(Happened.fold(state.id(), running.history(token)));
            answered.removeAll(marked(running.answers(token)));
            assertThat(answered).isNotEmpty();
            assertThat(marked(running.everything(token))).doesNotContainAnyElementsOf(answered);
        }
    }

    private static void isTheSameAgain(Running running, String token, View view) {
        var state = running.stored(token).conversation();
        assertThat(state).isEqualTo(Happened.fold(state.id(), running.history(token)));
        var loaded = running.view(token);
        assertThat(loaded.expects()).isEqualTo(view.expects());
        assertThat(loaded.progress()).isEqualTo(view.progress());
        assertThat(loaded.lifecycle()).isEqualTo(view.lifecycle());
        assertThat(loaded.revision()).isEqualTo(view.revision());
    }

    private static List<Object> shown(View view) {
        return List.of(
                view.messages().stream().map(one -> withoutSecret(one, view)).toList(),
                view.key().isEmpty(),
                view.link().isEmpty(),
                view.once().code().isEmpty(),
                view.expects(),
                view.lifecycle(),
                view.revision());
    }

    /// A key, a link or a code is told once: a repetition tells another one.
    private static List<Object> withoutSecret(View.Numbered one, View view) {
        var text = one.message().text();
        for (var secret : List.of(view.key(), view.link(), view.once().code()))
            if (!secret.isEmpty()) text = text.replace(secret, "(geheim)");
        return List.of(one.number(), text);
    }

    private static boolean isSubmitted(Running running, String token) {
        return running.view(token).lifecycle() instanceof Lifecycle.Submitted;
    }

    private static boolean isTheEnd(Expects expects) {
        return expects.step().equals(Stations.REVIEW);
    }

    /// Mostly on, sometimes back to change something.
    private Input forward(RandomGenerator random, Expects expects) {
        if (isTheEnd(expects)) return first(expects);
        return switch (random.nextInt(9)) {
            case 0 -> new Input.Commanded(Command.BACK, "");
            case 1 -> new Input.Said(null, words("", random));
            default -> answer(random, expects);
        };
    }

    private static Input change(RandomGenerator random) {
        return new Input.Commanded(Command.CHANGE, one(random, QUESTIONS));
    }

    private static Input first(Expects expects) {
        return new Input.Chose(expects.step(), List.of(expects.options().getFirst().id()), "");
    }

    private Input answer(RandomGenerator random, Expects expects) {
        var step = expects.step();
        if (Set.of("einwilligung", "_impact", "_typo", "_review").contains(step.value()))
            return first(expects);
        if (!expects.open().isEmpty() && random.nextInt(6) == 0)
            return new Input.LeftOpen(step, one(random, expects.open()).status());
        if (!expects.options().isEmpty()) {
            var option = one(random, expects.options());
            return new Input.Chose(step, List.of(option.id()), words("", random));
        }
        return new Input.Said(step, words(expects.type(), random));
    }

    private Input any(RandomGenerator random, Expects expects) {
        var step = expects.step();
        return switch (random.nextInt(6)) {
            case 0 -> new Input.Commanded(one(random, COMMANDS), words("", random));
            case 1 -> new Input.LeftOpen(step, one(random, List.of(OpenStatus.values())));
            case 2 -> new Input.Said(new StepId("einwilligung"), words("", random));
            case 3 -> new Input.Said(null, words(expects.type(), random));
            case 4 -> new Input.Gave(step, Map.of("name", words("", random), "email", "x@y.de"));
            default -> new Input.Chose(step, List.of(words("", random)), words("", random));
        };
    }

    private String words(String type, RandomGenerator random) {
        var mark = "kanarie" + ++marks + "e";
        return switch (type) {
            case "number" -> "" + random.nextInt(9);
            case "money" -> "1.500 Euro";
            case "date" -> "31. Januar 2027";
            case "period" -> "3 Monate";
            case "contact" -> mark + ", Vorstand, " + mark + "@verein.example, 030 1234567";
            case "email" -> mark + "@verein.example";
            case "url" -> "www." + mark + ".example";
            default -> "Unsere Antwort " + mark;
        };
    }

    private static Set<String> marked(String text) {
        var found = new TreeSet<String>();
        MARKED.matcher(text).results().forEach(one -> found.add(one.group()));
        return found;
    }

    private static <T> T one(RandomGenerator random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
