// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What a durable turn costs as conversations grow: the last two blocks that are whole, in dialogs
/// of several sizes, one conversation after the other.
final class Growth {
    private static final List<Integer> SIZES = List.of(Workload.SMALL, 100, 400, 1_000);
    private static final int BLOCKS = 2;
    private static final int CONVERSATIONS_A_ROUND = 40;

    private Growth() {}

    static void run(Path folder, int rounds) throws IOException {
        Figures.say("A durable turn near the end of dialogs of several sizes, one after the other");
        var works = SIZES.stream().map(Workload::new).toList();
        var figures = new Figures();
        try (var durable = new Durable(folder, works)) {
            for (int round = -1; round < rounds; round++)
                for (var work : works) {
                    var micros = micros(durable, work, round);
                    if (round >= 0) figures.add("question " + work.questions(), micros);
                }
        }
        figures.print("µs a turn");
        var small = "question " + Workload.SMALL;
        Figures.goal("question 400 : 33", figures.ratio("question 400", small), "<=", 2);
        Figures.goal("question 1000 : 33", figures.ratio("question 1000", small), "<=", 4);
    }

    /// The median over turns of the same kind, then the mean over the kinds: a kind of question
    /// costs what it costs, and one stall of the disk is no growth.
    private static double micros(Durable durable, Workload work, int round) {
        int last = work.questions() / Workload.BLOCK * Workload.BLOCK;
        int first = last - BLOCKS * Workload.BLOCK + 1;
        var answers =
                work.answers(round).stream()
                        .filter(one -> one.asked().number() >= first)
                        .filter(one -> one.asked().number() <= last)
                        .toList();
        var talk = durable.talk(work, first, round);
        var nanos = new long[answers.size()][CONVERSATIONS_A_ROUND];
        for (int i = 0; i < CONVERSATIONS_A_ROUND; i++) {
            var token = durable.halfway(talk);
            for (int turn = 0; turn < answers.size(); turn++) {
                var began = System.nanoTime();
                durable.turn(token, answers.get(turn));
                nanos[turn][i] = System.nanoTime() - began;
            }
        }
        double sum = 0;
        for (var kind : nanos) sum += Figures.percentile(kind, 50);
        return sum / nanos.length / 1_000;
    }
}
