// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static org.skizzenlotse.channel.telegram.Talking.PATIENCE;

import java.util.List;
import java.util.function.Predicate;
import org.skizzenlotse.channel.telegram.emulator.Person;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Expects;

/// Somebody who answers everything in a chat, with the first option always: by buttons where there
/// are any, by text alone, or now so, now so.
final class Driver {
    /// What they write of their own, and beside an option that wants words.
    static final String WORDS = "Unsere Worte dazu";

    private static final int QUESTIONS_MAX = 150;

    /// How they answer.
    enum Way {
        BUTTONS,
        TEXT,
        MIXED
    }

    private final Talking talking;
    private final Person person;
    private final Way way;
    private int answered;

    Driver(Talking talking, Person person) {
        this(talking, person, Way.MIXED);
    }

    Driver(Talking talking, Person person, Way way) {
        this.talking = talking;
        this.person = person;
        this.way = way;
    }

    /// Answers until something is asked that fits.
    View upTo(Predicate<View> wanted) {
        for (int i = 0; i < QUESTIONS_MAX; i++) {
            var view = now();
            if (wanted.test(view)) return view;
            answer(view);
            leave(view.expects().step());
        }
        throw new AssertionError("never asked");
    }

    /// Waits until a question of this type is asked.
    View awaitType(String type) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var view = talking.view(person);
            if (view != null && view.expects().type().equals(type))
                return talking.await(person, view.expects().step().value());
            Talking.pause();
        }
        throw new AssertionError("not asked for " + type);
    }

    private View now() {
        return talking.await(person, talking.now(person).expects().step().value());
    }

    /// Waits until something else is asked.
    void leave(String step) {
        leave(new StepId(step));
    }

    private void leave(StepId step) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var view = talking.view(person);
            if (view == null || !view.expects().step().equals(step)) return;
            Talking.pause();
        }
        throw new AssertionError("still at " + step + ": " + Talking.said(person).getLast());
    }

    private void answer(View view) {
        var asked = view.expects();
        var taps =
                switch (way) {
                    case BUTTONS -> true;
                    case TEXT -> false;
                    case MIXED -> answered % 2 == 0;
                };
        answered++;
        if (asked.options().isEmpty()) write(asked);
        else if (!taps) person.write(words(asked));
        else tap(asked);
        if (!asked.options().isEmpty() && asked.options().getFirst().note().equals("required")) {
            leaveOrNote(view);
        }
    }

    /// Words beside an option are asked for at the same step.
    private void leaveOrNote(View before) {
        talking.awaitQuiet();
        var now = now();
        if (now.revision() > before.revision()
                && now.expects().step().equals(before.expects().step())) person.write(WORDS);
    }

    private void tap(Expects asked) {
        var labels = Labels.of(asked.options().stream().map(Expects.Choice::button).toList());
        var question = person.last();
        var first =
                question.buttons().stream()
                        .filter(text -> text.replace("✓ ", "").equals(labels.getFirst()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no button at " + asked.step()));
        if (!first.startsWith("✓ ")) person.tap(question.id(), first);
        if (!asked.type().equals("multi")) return;
        var done =
                person.waitFor(
                        seen -> seen.buttons().stream().anyMatch(one -> one.startsWith("Fertig (")),
                        PATIENCE);
        var label =
                done.buttons().stream()
                        .filter(one -> one.startsWith("Fertig ("))
                        .findFirst()
                        .orElseThrow();
        person.tap(person.last().id(), label);
    }

    private void write(Expects asked) {
        if (asked.type().equals("file"))
            throw new AssertionError("a file is asked for without a choice");
        person.write(words(asked));
        if (asked.type().equals("long_text") && way != Way.TEXT)
            person.tap(person.last().id(), "Weiter");
    }

    /// What they write.
    static String words(Expects asked) {
        if (!asked.options().isEmpty()) return asked.options().getFirst().text();
        return switch (asked.type()) {
            case "contact" -> "Kim, kim@verein.example";
            case "email" -> "kim@verein.example";
            case "number" -> "3";
            default -> WORDS;
        };
    }

    /// All that the chat shows, as somebody would read it.
    static String read(Person person) {
        var lines = new StringBuilder();
        for (var seen : person.messages()) {
            lines.append(seen.fromBot() ? "🤖 " : "🙂 ").append(seen.text()).append('\n');
            for (var row : seen.keyboard())
                lines.append("   ")
                        .append(
                                List.copyOf(
                                        row.stream().map(one -> "[" + one.text() + "]").toList()))
                        .append('\n');
            lines.append('\n');
        }
        return lines.toString();
    }
}
