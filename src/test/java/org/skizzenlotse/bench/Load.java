// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final long WARM_MILLIS = 5_000;
    private static final int WARM_ROUNDS_MAX = 6;

    /// So many turns until the compiler has done most of its work; a quiet machine needs one round.
    private static final int WARM_TURNS = 25_000;

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
            var servers = Map.of(OURS, Served.by(ours), ONE, Served.by(one), SAME, Served.by(same));
            measure(servers, rounds);
        }
    }

    private static void measure(Map<String, Served> servers, int rounds)
            throws InterruptedException {
        for (var name : List.of(OURS, ONE, SAME)) warm(servers.get(name).crowd());
        var figures = new Figures();
        var slowest = new Figures();
        var processor = new Figures();
        for (int round = 0; round < rounds; round++)
            for (var name : List.of(OURS, ONE, SAME)) {
                var server = servers.get(name);
                server.crowd().prepare(CONVERSATIONS_A_ROUND);
                var before = server.child().processorNanos();
                var went = server.crowd().round(ROUND_MILLIS);
                var spent = server.child().processorNanos() - before;
                figures.add(name, went.turnsPerSecond());
                slowest.add(name + ", p50", went.millis(50));
                slowest.add(name + ", p99", went.millis(99));
                processor.add(name + ", processor", spent / 1e3 / went.nanos().size());
            }
        figures.print("turns/s");
        slowest.print("ms");
        processor.print("µs a turn");
        Figures.goal("ours : bare, one row", figures.ratio(OURS, ONE), ">=", 0.3);
        Figures.goal("ours : bare, the same rows", figures.ratio(OURS, SAME), ">=", 0.6);
        Figures.goal("p99 in ms", slowest.median(OURS + ", p99"), "<=", 50);
    }

    private static void warm(Crowd crowd) throws InterruptedException {
        int turns = 0;
        for (int i = 0; i < WARM_ROUNDS_MAX && turns < WARM_TURNS; i++) {
            crowd.prepare(CONVERSATIONS_A_ROUND);
            turns += crowd.round(WARM_MILLIS).nanos().size();
        }
    }

    /// A server and those who talk to it.
    private record Served(Child child, Crowd crowd) {
        static Served by(Child child) {
            return new Served(child, new Crowd(child.port(), IN_FLIGHT));
        }
    }
}
