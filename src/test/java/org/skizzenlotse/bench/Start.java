// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How long until the service says that it is ready: in an empty folder and in one that it knows,
/// by the jar where there is one, without and with an archive of its classes.
final class Start {
    private static final Path PROJECT =
            Path.of(System.getProperty("skizzenlotse.project", ".")).toAbsolutePath();
    private static final String READY = "Skizzenlotse: ";
    private static final Path JAR = PROJECT.resolve("target/skizzenlotse.jar");

    private Start() {}

    static void run(Path folder, int rounds) throws IOException {
        Figures.say(
                "Start until ready, %s",
                Files.exists(JAR) ? "the jar" : "the classes (no jar: mvn package makes it)");
        var archive = folder.resolve("classes.jsa");
        var archived = List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
        var figures = new Figures();
        seconds(folder.resolve("archive"), archived);
        for (int round = 0; round < rounds; round++) {
            var plain = folder.resolve("plain" + round);
            figures.add("empty folder", seconds(plain, List.of()));
            figures.add("known folder", seconds(plain, List.of()));
            var quick = folder.resolve("quick" + round);
            figures.add("empty folder, archive of classes", seconds(quick, archived));
            figures.add("known folder, archive of classes", seconds(quick, archived));
        }
        figures.print("s");
        Figures.goal("seconds in an empty folder", figures.median("empty folder"), "<=", 1.5);
    }

    private static double seconds(Path data, List<String> options) throws IOException {
        Files.createDirectories(data);
        var builder = new ProcessBuilder(command(options)).directory(data.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("SKIZZENLOTSE_PORT", "0"));
        var began = System.nanoTime();
        var process = builder.start();
        try (var said = process.inputReader()) {
            for (String line; (line = said.readLine()) != null; )
                if (line.startsWith(READY)) return (System.nanoTime() - began) / 1e9;
            throw new IOException("it ended before it was ready");
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }

    private static List<String> command(List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        if (Files.exists(JAR)) command.addAll(List.of("-jar", JAR.toString()));
        else
            command.addAll(
                    List.of("-cp", System.getProperty("java.class.path"), "org.skizzenlotse.Main"));
        command.add("serve");
        return command;
    }
}
