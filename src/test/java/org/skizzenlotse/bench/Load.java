// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns over HTTP with many conversations in flight: our service as it is, beside two bare
/// servers, each in a process of its own and all of them waiting while one is asked. The callers
/// are in this process.
final class Load {
    private static final String OURS = "our service";
    private static final String ONE = "bare, one row";
    private static final String SAME = "bare, the same rows";
    private static final int IN_FLIGHT = 64;
    private static final long WARM_MILLIS = 8_000;
    private static final long ROUND_MILLIS = 4_000;
    private static final int CONVERSATIONS_A_ROUND = 1_200;

    private Load() {}

    static void run(Path folder, int rounds) throws IOException, InterruptedException {
        Figures.say("Turns over HTTP, %d conversations in flight", IN_FLIGHT);
        var work = new Workload(Workload.SMALL);
        Rows.write(
                Rows.ofAConversation(Files.createDirectories(folder.resolve("looked"))),
                folder.resolve(BareServer.ROWS));
        WorkloadFiles.write(work, folder.resolve("dialogs"));
        try (var ours = Child.ours(folder);
                var one = Child.bare("one", folder);
                var same = Child.bare("same", folder)) {
            var crowds = new LinkedHashMap<String, Crowd>();
            crowds.put(OURS, new Crowd(ours.port(), IN_FLIGHT));
            crowds.put(ONE, new Crowd(one.port(), IN_FLIGHT));
            crowds.put(SAME, new Crowd(same.port(), IN_FLIGHT));
            measure(crowds, rounds);
        }
    }

    private static void measure(Map<String, Crowd> crowds, int rounds) throws InterruptedException {
        var figures = new Figures();
        var slowest = new Figures();
        for (int round = -1; round < rounds; round++)
            for (var name : List.of(OURS, ONE, SAME)) {
                var crowd = crowds.get(name);
                crowd.prepare(CONVERSATIONS_A_ROUND);
                var went = crowd.round(round < 0 ? WARM_MILLIS : ROUND_MILLIS);
                if (round < 0) continue;
                figures.add(name, went.turnsPerSecond());
                slowest.add(name + ", p50", went.millis(50));
                slowest.add(name + ", p99", went.millis(99));
            }
        figures.print("turns/s");
        slowest.print("ms");
        Figures.goal("ours : bare, one row", figures.ratio(OURS, ONE), ">=", 0.3);
        Figures.goal("ours : bare, the same rows", figures.ratio(OURS, SAME), ">=", 0.6);
        Figures.goal("p99 in ms", slowest.median(OURS + ", p99"), "<=", 50);
    }
}
