// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.skizzenlotse.channel.web.SmallDialog;

/// Files that go up into a service with little memory: a large one while ten others come, whether
/// each is what was sent, and what an upload on its way keeps in memory.
final class Uploads {
    private static final String MEMORY = "-Xmx96m";
    private static final int MEGABYTE = 1 << 20;
    private static final int LARGE = 96;
    private static final int SMALL = 8;
    private static final int OTHERS = 10;

    /// Long enough that each upload has come to its middle and waits there.
    private static final int SETTLING_MILLIS = 2_000;

    private Uploads() {}

    static void run(Path folder, int rounds) throws Exception {
        Figures.say(
                "Uploads by tus with %s: one of %d MB while %d of %d MB come",
                MEMORY, LARGE, OTHERS, SMALL);
        SmallDialog.withFiles(Files.createDirectories(folder.resolve("dialogs")));
        var figures = new Figures();
        try (var server = Child.ours(folder, MEMORY);
                var client = HttpClient.newHttpClient()) {
            for (int round = 0; round < rounds; round++) {
                figures.add("one file to the disk, forced", disk(folder, LARGE));
                figures.add("one upload alone, and read back", alone(client, server, round));
                figures.add("eleven uploads, and read back", together(client, server, round));
            }
            figures.print("MB/s");
            Figures.say(
                    "  alone %.2f of the disk, together %.2f of alone",
                    figures.ratio(
                            "one upload alone, and read back", "one file to the disk, forced"),
                    figures.ratio(
                            "eleven uploads, and read back", "one upload alone, and read back"));
            memory(client, server);
            Figures.say("  resident at most: %.0f MB", server.residentBytesMax() / 1e6);
        }
    }

    private static double alone(HttpClient client, Child server, int round) throws Exception {
        var began = System.nanoTime();
        check(Sender.begin(client, server.port()).sends(LARGE * MEGABYTE, round));
        return LARGE * 1e9 / (System.nanoTime() - began);
    }

    private static double together(HttpClient client, Child server, int round) throws Exception {
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Boolean>>();
            for (int i = 0; i <= OTHERS; i++) {
                int bytes = (i == 0 ? LARGE : SMALL) * MEGABYTE;
                long seed = 100L * round + i;
                Callable<Boolean> upload =
                        () -> Sender.begin(client, server.port()).sends(bytes, seed);
                all.add(threads.submit(upload));
            }
            for (var one : all) check(one.get());
        }
        return (LARGE + OTHERS * SMALL) * 1e9 / (System.nanoTime() - began);
    }

    private static void check(boolean same) throws IOException {
        if (!same) throw new IOException("what came back is not what was sent");
    }

    /// Live heap with no upload, with one, and with eleven that stand in their middle.
    private static void memory(HttpClient client, Child server) throws Exception {
        var gate = new CountDownLatch(1);
        var live = new ArrayList<Double>();
        live.add(live(server));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var going = new ArrayList<Future<?>>();
            for (int number : List.of(1, OTHERS)) {
                for (int i = 0; i < number; i++) {
                    var sender = Sender.begin(client, server.port());
                    Callable<Boolean> upload =
                            () -> {
                                sender.sendsOnceOpen(SMALL * MEGABYTE, 7, gate);
                                return true;
                            };
                    going.add(threads.submit(upload));
                }
                Thread.sleep(SETTLING_MILLIS);
                live.add(live(server));
            }
            gate.countDown();
            for (var one : going) one.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed);
        } finally {
            gate.countDown();
        }
        Figures.say(
                "  live heap with 0, 1 and %d uploads: %.2f, %.2f, %.2f MB",
                OTHERS + 1, live.get(0), live.get(1), live.get(2));
        Figures.goal("MB of live heap for one upload", live.get(1) - live.get(0), "<=", 8);
        Figures.goal(
                "MB of live heap for each of eleven",
                (live.get(2) - live.get(0)) / (OTHERS + 1),
                "<=",
                8);
    }

    private static double live(Child server) throws IOException {
        return (double) server.liveHeapBytes() / MEGABYTE;
    }

    private static double disk(Path folder, int megabytes) throws IOException {
        var file = folder.resolve("plain");
        var began = System.nanoTime();
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < megabytes; i++) channel.write(ByteBuffer.allocate(MEGABYTE));
            channel.force(true);
        }
        var took = System.nanoTime() - began;
        Files.delete(file);
        return megabytes * 1e9 / took;
    }
}
