// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix.synapse;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The Python that has the homeserver and the independent client: a virtual environment made once,
/// of the versions in `requirements.txt`. While it is complete, nothing is fetched.
final class Python {
    private static final Path TARGET =
            Path.of(System.getProperty("skizzenlotse.project", "."), "target").toAbsolutePath();

    /// Fetching all of it takes half a minute where the network is quick.
    private static final Duration MAKING_MAX = Duration.ofMinutes(8);

    /// Why there is none; asked once in each JVM.
    private static Optional<String> missing = Optional.empty();

    private Python() {}

    /// The interpreter. Where there cannot be one, the test is skipped; with `CI=true` it fails.
    static synchronized Path program() throws IOException, InterruptedException {
        var environment = TARGET.resolve("matrix-venv");
        var requirements = script("requirements.txt");
        if (missing.isEmpty()) {
            var wanted = Files.readString(requirements);
            missing = made(environment, wanted, () -> make(environment, requirements));
        }
        missing.ifPresent(Python::without);
        return environment.resolve("bin/python");
    }

    /// A file that stands beside the scripts.
    static Path script(String name) {
        try {
            var found = Python.class.getResource("/matrix/" + name);
            if (found == null) throw new AssertionError("no " + name + " among the resources");
            return Path.of(found.toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// Where what is started here writes what it has to say.
    static Path log(String name) throws IOException {
        return Files.createDirectories(TARGET.resolve("matrix")).resolve(name + ".log");
    }

    /// Makes it, and says what went wrong.
    @FunctionalInterface
    interface Making {
        Optional<String> make() throws IOException, InterruptedException;
    }

    /// Has the environment made where it is not complete with what is wanted, by one at a time, in
    /// this JVM or another.
    static synchronized Optional<String> made(Path environment, String wanted, Making making)
            throws IOException, InterruptedException {
        var marker = environment.resolve("complete.txt");
        if (isComplete(marker, wanted)) return Optional.empty();
        Files.createDirectories(environment.toAbsolutePath().getParent());
        var lock = environment.resolveSibling(environment.getFileName() + ".lock");
        try (var file = FileChannel.open(lock, CREATE, WRITE);
                var held = file.lock()) {
            if (!held.isValid() || isComplete(marker, wanted)) return Optional.empty();
            delete(environment);
            var wrong = making.make();
            if (wrong.isEmpty()) Files.writeString(marker, wanted);
            return wrong;
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static boolean isComplete(Path marker, String wanted) throws IOException {
        return Files.exists(marker) && Files.readString(marker).equals(wanted);
    }

    private static Optional<String> make(Path environment, Path requirements)
            throws IOException, InterruptedException {
        var venv = List.of("python3", "-m", "venv", environment.toString());
        var pip = List.of(environment.resolve("bin/python").toString(), "-m", "pip");
        var quiet = List.of("--quiet", "--no-input", "--disable-pip-version-check");
        var install = List.of("install", "--retries", "2", "-r", requirements.toString());
        try {
            if (!run(venv)) return Optional.of("python3 makes no virtual environment");
            if (!run(List.of(pip, quiet, install).stream().flatMap(List::stream).toList()))
                return Optional.of("pip cannot get the homeserver");
        } catch (IOException absent) {
            return Optional.of("python3 is not installed");
        }
        return Optional.empty();
    }

    private static boolean run(List<String> command) throws IOException, InterruptedException {
        var said = Redirect.appendTo(log("venv").toFile());
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said)
                        .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        try {
            return process.waitFor(MAKING_MAX) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void without(String why) {
        var text = "no Matrix homeserver here: " + why + " (more in target/matrix/venv.log)";
        if ("true".equals(System.getenv("CI"))) fail(text);
        Assumptions.abort(text);
    }
}
