// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix.synapse;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A program that ends with this JVM even where nobody can tell it to: between the two stands
/// `kept.py`, which sees its input close.
final class Kept implements AutoCloseable {
    private static final Duration STOP_MAX = Duration.ofSeconds(20);

    private final Process process;
    private final BufferedReader answers;

    private Kept(Process process) {
        this.process = process;
        this.answers = process.inputReader(US_ASCII);
    }

    /// Runs the command; what it says goes to the end of the log.
    static Kept start(Path log, List<String> command) throws IOException, InterruptedException {
        var all = new ArrayList<String>();
        all.add(Python.program().toString());
        all.add(Python.script("kept.py").toString());
        all.add(log.toString());
        all.addAll(command);
        var builder = new ProcessBuilder(all);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new Kept(builder.start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// The program itself, below what stands between.
    ProcessHandle program() {
        return process.children().findFirst().orElseThrow();
    }

    /// Ends what stands between, as somebody does who ends everything in a hurry.
    void kill() {
        process.destroyForcibly();
    }

    /// Sends the signal of that name of `kept.py`, and returns when it is sent.
    void tell(String what) throws IOException {
        var line = process.outputWriter(US_ASCII);
        line.write(what + "\n");
        line.flush();
        var answer = answers.readLine();
        if (!what.equals(answer)) throw new IOException(what + " was answered by " + answer);
    }

    /// Asks it to end, and waits for that.
    void stop() throws IOException, InterruptedException {
        tell("resume");
        tell("stop");
        if (!process.waitFor(STOP_MAX)) throw new IOException("it does not stop");
        close();
    }

    /// Ends it at once.
    @Override
    public void close() throws IOException {
        try {
            process.outputWriter(US_ASCII).close();
        } catch (IOException gone) {
            // it ended before we said so
        }
        try {
            if (!process.waitFor(STOP_MAX)) process.destroyForcibly();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
