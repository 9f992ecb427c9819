// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.util.ArrayList;
import java.util.List;

/// The work that every harness does: a conversation of so many questions, in blocks of five: a
/// text, a choice, a text that is asked only after a yes to the choice, a number, and several of
/// four options. Every other block says no, so that its second text is left out. Answers vary by
/// seed, because a database writes nothing where nothing changes.
record Workload(int questions) {
    static final int SMALL = 33;
    static final List<Kind> KINDS =
            List.of(Kind.TEXT, Kind.ONE, Kind.DETAIL, Kind.NUMBER, Kind.MANY);
    static final int BLOCK = KINDS.size();
    static final int NUMBER_MAX = 100;
    static final int TEXT_MAX = 300;
    static final List<String> OPTIONS = List.of("eins", "zwei", "drei", "vier");

    /// What is asked at this place of a block.
    enum Kind {
        TEXT,
        ONE,
        DETAIL,
        NUMBER,
        MANY
    }

    /// A question by its number, from 1.
    record Asked(int number) {
        Kind kind() {
            return KINDS.get((number - 1) % BLOCK);
        }

        String id() {
            return "f" + number;
        }

        /// The question whose yes shows this one.
        String condition() {
            return "f" + (number - 1);
        }

        boolean saysYes() {
            return (number - 1) / BLOCK % 2 == 0;
        }
    }

    /// What is answered: words, or options.
    record Answer(Asked asked, String words, List<String> options) {}

    /// All questions.
    List<Asked> all() {
        var all = new ArrayList<Asked>();
        for (int i = 1; i <= questions; i++) all.add(new Asked(i));
        return all;
    }

    /// The answers of one person, in the order of asking; nothing for what is left out.
    List<Answer> answers(int seed) {
        var answers = new ArrayList<Answer>();
        for (var asked : all()) {
            if (asked.kind() == Kind.DETAIL && !asked.saysYes()) continue;
            answers.add(answer(asked, seed));
        }
        return answers;
    }

    private static Answer answer(Asked asked, int seed) {
        int chance = Math.floorMod(seed * 31 + asked.number() * 7, 1_000_000);
        return switch (asked.kind()) {
            case TEXT, DETAIL ->
                    new Answer(asked, "Worte zu " + asked.id() + ", " + chance, List.of());
            case ONE -> new Answer(asked, "", List.of(asked.saysYes() ? "ja" : "nein"));
            case NUMBER -> new Answer(asked, "" + chance % (NUMBER_MAX + 1), List.of());
            case MANY ->
                    new Answer(
                            asked,
                            "",
                            List.of(OPTIONS.get(chance % 2), OPTIONS.get(2 + chance / 2 % 2)));
        };
    }
}
