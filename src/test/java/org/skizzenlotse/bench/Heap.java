// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/// What many open conversations keep in memory: half answered in the database, then one turn of
/// each over HTTP, then what is still in use after a full collection.
final class Heap {
    private static final int OPEN = 10_000;
    private static final int CALLERS = 16;
    private static final int HALF = 16;
    private static final double MEGABYTE = 1 << 20;

    private Heap() {}

    static void run(Path folder) throws IOException, InterruptedException {
        Figures.say("Live heap of the service with %,d open conversations", OPEN);
        var work = new Workload(Workload.SMALL);
        var next =
                work.answers(1).stream()
                        .filter(answer -> answer.asked().number() >= HALF)
                        .findFirst()
                        .orElseThrow();
        Queue<String> tokens;
        try (var durable = new Durable(folder, List.of(work))) {
            var talk = durable.talk(work, next.asked().number(), 1);
            tokens = new ConcurrentLinkedQueue<>();
            together(() -> {
                while (tokens.size() < OPEN) tokens.add(durable.halfway(talk));
            });
        }
        try (var server = Child.ours(folder)) {
            takeTurns(server, tokens, next, tokens.size() - OPEN / 100);
            var before = server.liveHeapBytes();
            takeTurns(server, tokens, next, 0);
            var after = server.liveHeapBytes();
            Figures.say("  with %,d: %.1f MB", OPEN / 100, before / MEGABYTE);
            Figures.say("  with %,d: %.1f MB", OPEN, after / MEGABYTE);
            Figures.goal("MB of live heap, all", after / MEGABYTE, "<=", 32);
        }
    }

    /// One turn of each conversation until so many are left.
    private static void takeTurns(
            Child server, Queue<String> tokens, Workload.Answer next, int left)
            throws InterruptedException {
        together(() -> {
            try (var caller = new Caller(server.port())) {
                while (tokens.size() > left) {
                    var token = tokens.poll();
                    if (token != null) Crowd.turn(caller, token, next);
                }
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static void together(Runnable doing) throws InterruptedException {
        var done = new CountDownLatch(CALLERS);
        for (int i = 0; i < CALLERS; i++)
            Thread.ofPlatform()
                    .start(() -> {
                        try {
                            doing.run();
                        } finally {
                            done.countDown();
                        }
                    });
        done.await();
    }
}
