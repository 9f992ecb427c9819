// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How processes of the jar are started that live for seconds: nothing is compiled for a long life,
/// and classes are not read from the jar but as they were laid out once (class data sharing). A
/// start then takes a third of the processor time.
public final class ShortLived {
    /// The jar that is tested.
    public static final Path JAR = Path.of(System.getProperty("skizzenlotse.jar", ""));

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable");

    private ShortLived() {}

    /// Java with what shortens a start; its arguments are still to be added.
    public static List<String> java() {
        var command = new ArrayList<String>();
        command.add(JAVA.toString());
        command.addAll(OPTIONS);
        try {
            command.add("-XX:SharedArchiveFile=" + classes());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return command;
    }

    /// Laid out once for each jar, whoever comes first.
    private static Path classes() throws IOException {
        var classes = Path.of(JAR.toString().replaceFirst("\\.jar$", ".jsa"));
        var lock = classes.resolveSibling(classes.getFileName() + ".lock");
        try (var channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.exists(classes) || modified(classes) < modified(JAR)) layOut(classes);
        }
        return classes;
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toMillis();
    }

    private static void layOut(Path classes) throws IOException {
        var data = Files.createTempDirectory("laid-out");
        var fresh = classes.resolveSibling(classes.getFileName() + ".new");
        var command = new ArrayList<String>();
        command.add(JAVA.toString());
        command.addAll(OPTIONS);
        command.add("-XX:ArchiveClassesAtExit=" + fresh);
        command.addAll(List.of("-jar", JAR.toString(), "serve"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment(data));
        var process = builder.start();
        try (var said = process.inputReader()) {
            if (said.readLine() == null) throw new IOException("it ended before it was ready");
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IOException("it did not end");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        Files.move(fresh, classes, StandardCopyOption.REPLACE_EXISTING);
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    /// A free port, this folder and the dialogs of the project.
    static Map<String, String> environment(Path data) {
        return Map.of(
                "SKIZZENLOTSE_PORT",
                "0",
                "SKIZZENLOTSE_DATA",
                data.toString(),
                "SKIZZENLOTSE_DIALOGS",
                System.getProperty("skizzenlotse.project") + "/dialogs");
    }
}
