// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.store.desk.DeskFilter;
import org.skizzenlotse.store.desk.DeskStore;
import org.skizzenlotse.store.desk.Handed;
import org.skizzenlotse.store.staff.StaffId;

/// How long a search through all sketches takes: `SearchBench [sketches]`, each of about 900 words
/// as a whole sketch has them. The first search of a process is told apart.
final class SearchBench {
    private static final int WORDS = 900;
    private static final int TIMES = 7;

    /// Fewer than may wait for the one that writes.
    private static final int WRITERS = 256;

    private SearchBench() {}

    public static void main(String[] args) throws IOException {
        int sketches = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        var folder = Files.createTempDirectory("search");
        var clock = InstantSource.system();
        try (var database = Database.open(StoreSettings.in(folder), clock);
                var desk = new DeskStore(database, clock)) {
            fill(database, sketches);
            for (int i = 0; i < TIMES; i++) {
                search(desk, "nadel heuhaufen");
                search(desk, "gemeinsam");
            }
        }
    }

    private static void fill(Database database, int sketches) {
        var handed = new Handed(database);
        var begun = Instant.parse("2026-01-01T00:00:00Z");
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < sketches; i++) {
                int number = i;
                threads.execute(() -> {
                    var text = text(new Random(number)) + (number % 1_000 == 7 ? " Nadel" : "");
                    var at = begun.plus(Duration.ofMinutes(number));
                    var lights = new String[] {"green", "yellow", "red"};
                    handed.in(
                            new Handed.Row("SK-" + number, at, lights[number % 3], "umwelt", text));
                });
            }
        }
    }

    private static String text(Random random) {
        var words = new String[] {"gemeinsam", "zählen", "Straße", "Verein", "Heuhaufen", "für"};
        return IntStream.range(0, WORDS)
                .mapToObj(_ -> words[random.nextInt(words.length)])
                .collect(Collectors.joining(" "));
    }

    private static void search(DeskStore desk, String words) {
        long begun = System.nanoTime();
        var page = desk.search(new StaffId("kim"), DeskFilter.ALL, words, 1);
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.println(words + ": " + page.total() + " in " + millis + " ms");
    }
}
