// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged jar as a process of its own.
final class Server implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final String address;

    private Server(Process process) throws IOException {
        this.process = process;
        this.said = process.inputReader();
        var line = said.readLine();
        if (line == null) throw new IOException("the server ended before it was ready");
        this.address = line.replaceFirst("^Skizzenlotse: (\\S+).*$", "$1");
    }

    /// Starts on a free port with this data folder and is ready on return.
    static Server start(Path data, Path errors) throws IOException {
        return start(command(data, "serve"), errors);
    }

    /// A service that is started by this command.
    static Server start(ProcessBuilder command, Path errors) throws IOException {
        return new Server(command.redirectError(errors.toFile()).start());
    }

    /// The same with other dialogs.
    static Server start(Path data, Path errors, Path dialogs) throws IOException {
        var builder = command(data, "serve");
        builder.environment().put("SKIZZENLOTSE_DIALOGS", dialogs.toString());
        return start(builder, errors);
    }

    /// The jar with these arguments, not yet started. Its limits do not hold up a test.
    static ProcessBuilder command(Path data, String... arguments) {
        var command = new ArrayList<>(ShortLived.java());
        command.addAll(List.of("-jar", ShortLived.JAR.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(ShortLived.environment(data));
        builder.environment()
                .putAll(
                        Map.of(
                                "SKIZZENLOTSE_STARTS_PER_VISITOR", "1000000",
                                "SKIZZENLOTSE_REQUESTS_PER_VISITOR", "10000000",
                                "SKIZZENLOTSE_REQUESTS_PER_CONVERSATION", "1000000",
                                "SKIZZENLOTSE_REQUESTS_OVERALL", "100000000"));
        return builder;
    }

    /// With a slash at the end.
    String address() {
        return address;
    }

    /// Kills it at once, as a power cut would.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
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
