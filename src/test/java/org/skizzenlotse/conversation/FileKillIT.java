// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.ShortLived;

/// A process that handles files is killed at random: afterwards there is no byte without its row,
/// no row without its bytes, and no acknowledged file is lost.
class FileKillIT {
    private static final int ROUNDS = Integer.getInteger("skizzenlotse.killRounds", 10) / 2;
    private static final long SEED = 20_261_124L;

    @TempDir Path folder;

    private final Map<String, String> lastAttached = new HashMap<>();

    @Test
    @Timeout(600)
    void whereverItIsKilledBytesAndRowsBelongTogether() throws Exception {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            uploadAndDie(random);
            try (var stacked = new Stacked(folder)) {
                stacked.cleans();
                everythingBelongsTogether(stacked);
            }
        }
        assertThat(lastAttached).hasSize(ROUNDS);
    }

    private void uploadAndDie(RandomGenerator random) throws Exception {
        var said = Files.createTempFile(folder, "said", ".txt");
        var command = new ArrayList<>(ShortLived.java());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        ShortLived.JAR + ":" + System.getProperty("java.class.path"),
                        Uploader.class.getName(),
                        folder.toString(),
                        "" + random.nextLong(1_000_000)));
        var process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(said.toFile())
                        .start();
        int enough = 2 + random.nextInt(20);
        while (lines(said).size() < enough) {
            assertThat(process.isAlive()).as("it went on until it was killed").isTrue();
            Thread.sleep(10);
        }
        Thread.sleep(random.nextInt(60));
        process.destroyForcibly().waitFor();
        var lines = lines(said);
        var token = lines.getFirst().replace("token ", "");
        lastAttached.put(token, lines.getLast().replace("attached ", ""));
    }

    /// Those that were said to their end.
    private static List<String> lines(Path said) throws IOException {
        var text = Files.readString(said);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    private void everythingBelongsTogether(Stacked stacked) throws IOException {
        Set<String> expected = new HashSet<>();
        for (var token : lastAttached.keySet()) {
            var key = stacked.running.stored(token).key();
            for (var row : stacked.files().all(key)) {
                var blob = stacked.files().blob(key, row.id());
                assertThat(blob.bytes()).isEqualTo(row.received());
                var number = Integer.parseInt(row.label().name().replace(".txt", ""));
                try (var bytes = stacked.blobs().read(blob)) {
                    assertThat(bytes.readAllBytes())
                            .isEqualTo(
                                    Arrays.copyOf(Uploader.content(number), (int) row.received()));
                }
                if (row.received() > 0) expected.add(row.id());
                for (var part : blob.parts()) expected.add(row.id() + "/" + part.number());
            }
            acknowledgedIsKept(stacked, token);
        }
        var onDisk = new HashSet<String>();
        for (var path : stacked.onDisk()) onDisk.add(path.substring(3));
        assertThat(onDisk).containsAll(expected);
        onDisk.removeAll(expected);
        assertThat(onDisk)
                .as("folders of files without a byte yet")
                .noneMatch(one -> one.contains("/"));
        assertThat(stacked.removals().due(stacked.running.now, 10)).isEmpty();
    }

    /// The turn after the last acknowledged one may have been taken, too.
    private void acknowledgedIsKept(Stacked stacked, String token) {
        List<String> held = stacked.held(token);
        assertThat(held).hasSize(1);
        var row = stacked.row(token, held.getFirst()).orElseThrow();
        assertThat(row.attached()).isTrue();
        assertThat(row.ready()).isTrue();
        if (!held.contains(lastAttached.getOrDefault(token, "")))
            assertThat(stacked.row(token, lastAttached.getOrDefault(token, "")))
                    .as("replaced")
                    .isEmpty();
    }
}
