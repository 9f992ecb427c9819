// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server in a process of its own, whose first line says where it is.
final class Child implements AutoCloseable {
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

    /// Limits are for strangers; here they would be what is measured.
    private static final Map<String, String> NO_LIMITS =
            Map.of(
                    "SKIZZENLOTSE_STARTS_PER_VISITOR", "100000000",
                    "SKIZZENLOTSE_REQUESTS_PER_VISITOR", "100000000",
                    "SKIZZENLOTSE_REQUESTS_PER_CONVERSATION", "100000000",
                    "SKIZZENLOTSE_REQUESTS_OVERALL", "1000000000");

    private final Process process;
    private final BufferedReader said;
    private final int port;

    private Child(Process process) throws IOException {
        this.process = process;
        this.said = process.inputReader();
        var line = said.readLine();
        if (line == null) throw new IOException("a server ended before it was ready");
        this.port = URI.create(line.replaceFirst("^\\S+ (\\S+).*$", "$1")).getPort();
    }

    /// Our service as it is, over this folder, with the dialogs in it, and options of Java.
    static Child ours(Path folder, String... options) throws IOException {
        var arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("org.skizzenlotse.Main", "serve"));
        var builder = java(arguments);
        builder.environment().putAll(NO_LIMITS);
        builder.environment().put("SKIZZENLOTSE_PORT", "0");
        builder.environment().put("SKIZZENLOTSE_DATA", folder.resolve("var").toString());
        builder.environment().put("SKIZZENLOTSE_DIALOGS", folder.resolve("dialogs").toString());
        return new Child(builder.start());
    }

    /// A [BareServer] of this kind over this folder.
    static Child bare(String kind, Path folder) throws IOException {
        return new Child(
                java(List.of(BareServer.class.getName(), kind, folder.toString())).start());
    }

    /// A Java process with our class path, not started yet.
    static ProcessBuilder java(List<String> arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                BIN.resolve("java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path")));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    int port() {
        return port;
    }

    /// The processor time that it has spent so far.
    long processorNanos() {
        return process.info().totalCpuDuration().orElseThrow().toNanos();
    }

    /// Bytes of objects that are still in use, after a full collection.
    long liveHeapBytes() throws IOException {
        var jcmd =
                new ProcessBuilder(
                                BIN.resolve("jcmd").toString(),
                                "" + process.pid(),
                                "GC.class_histogram")
                        .start();
        try (var lines = jcmd.inputReader()) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("Total"))
                    .mapToLong(line -> Long.parseLong(line.split("\\s+", -1)[2]))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no histogram"));
        }
    }

    /// The most memory that the process ever had.
    long residentBytesMax() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")))
            if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        throw new IOException("not told here");
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        said.close();
    }
}
