// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGeneratorFactory;
import org.skizzenlotse.conversation.FileDesk.Announced;
import org.skizzenlotse.conversation.FileDesk.Begun;

/// A process that uploads, attaches, replaces and removes files until it is killed. It says its
/// token, and each file once its turn was acknowledged.
final class Uploader {
    private Uploader() {}

    /// In this folder, with this seed.
    public static void main(String[] arguments) throws Exception {
        var random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(Long.parseLong(arguments[1]));
        try (var stacked = new Stacked(Path.of(arguments[0]))) {
            stacked.cleans();
            var cleaner = stacked.cleaner();
            var token = stacked.running.begun();
            System.out.println("token " + token);
            while (true) {
                int number = random.nextInt(1_000);
                var id = upload(stacked, token, number, random.nextInt(100_000));
                if (random.nextInt(4) == 0) stacked.running.conversations.files().remove(token, id);
                else {
                    stacked.attaches(token, id);
                    System.out.println("attached " + id);
                }
                cleaner.clean();
            }
        }
    }

    private static String upload(Stacked stacked, String token, int number, int cut) {
        var desk = stacked.running.conversations.files();
        var bytes = content(number);
        var announced = new Announced(Stacked.STEP, "", number + ".txt", bytes.length);
        var id = ((Begun.Ready) desk.begin(token, announced)).id();
        var first = new ByteArrayInputStream(Arrays.copyOf(bytes, cut));
        desk.append(token, id, 0, first);
        var rest = new ByteArrayInputStream(Arrays.copyOfRange(bytes, cut, bytes.length));
        desk.append(token, id, cut, rest);
        return id;
    }

    /// What is in the file of that number.
    static byte[] content(int number) {
        return "Zeile %04d.%n".formatted(number).repeat(20_000).getBytes(UTF_8);
    }
}
