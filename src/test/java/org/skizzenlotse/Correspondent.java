// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.skizzenlotse.channel.telegram.emulator.Person;
import org.skizzenlotse.channel.telegram.emulator.Seen;

/// Somebody who answers in a chat what a bot asks, by buttons and by words of which each is written
/// once only. Knows nothing but what stands there, and waits for as long as a service is away.
final class Correspondent implements Runnable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /// What a question of the dialog or a station shows below it: its own step.
    private static final Pattern STEP = Pattern.compile("[cm]:([a-z0-9_]+)(:.*)?");

    private final Person person;
    private final String name;
    private final int actsMax;
    private final Runnable acted;
    private final Set<String> answered = new HashSet<>();
    private final Map<String, String> written = new HashMap<>();
    private int acts;
    private int toggles;

    /// Acts so many times; each is told.
    Correspondent(Person person, String name, int actsMax, Runnable acted) {
        this.person = person;
        this.name = name;
        this.actsMax = actsMax;
        this.acted = acted;
    }

    Person person() {
        return person;
    }

    /// The words that were written, by the step that they answered.
    Map<String, String> written() {
        return Map.copyOf(written);
    }

    /// How many acts were turns of the conversation: a picked option is none.
    int turns() {
        return acts - toggles;
    }

    /// The step that a message asks for, if it asks for one.
    static Optional<String> asks(Iterable<String> data) {
        for (var one : data) {
            var step = STEP.matcher(one);
            if (step.matches()) return Optional.of(step.group(1));
        }
        return Optional.empty();
    }

    @Override
    public void run() {
        person.start("skizze");
        act();
        while (acts < actsMax) answer(question());
        question();
    }

    private Seen question() {
        return person.waitFor(
                seen -> asks(data(seen)).filter(one -> !answered.contains(one)).isPresent(),
                PATIENCE);
    }

    private static Iterable<String> data(Seen seen) {
        return seen.keyboard().stream()
                .flatMap(row -> row.stream())
                .map(Seen.Button::data)
                .toList();
    }

    private void answer(Seen question) {
        var step = asks(data(question)).orElseThrow();
        var choice = first(question, "c:" + step);
        var toggle = first(question, "t:" + step);
        if (toggle.isPresent()) {
            person.tapData(question.id(), toggle.get());
            toggles++;
            act();
            if (acts == actsMax) {
                answered.remove(step);
                return;
            }
            person.tapData(question.id(), "d:" + step);
        } else if (choice.isEmpty()) {
            written.put(step, "Wort " + name + " " + acts);
            person.write(written.get(step));
        } else if (step.startsWith("_") || step.equals("einwilligung") || acts % 2 == 0) {
            person.tapData(question.id(), choice.get());
        } else {
            person.write("1");
        }
        answered.add(step);
        act();
    }

    private static Optional<String> first(Seen question, String start) {
        for (var one : data(question)) if (one.startsWith(start)) return Optional.of(one);
        return Optional.empty();
    }

    private void act() {
        acts++;
        acted.run();
    }
}
