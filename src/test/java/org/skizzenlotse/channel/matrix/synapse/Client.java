// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix.synapse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// The process of `peer.py`: asks it, and collects what it tells.
final class Client implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LEAVE_MAX = Duration.ofSeconds(10);

    /// The process says itself that it took too long; only where it does not, we do.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String name;
    private final Path log;
    private final Process process;
    private final Heard heard;
    private final AtomicLong asked = new AtomicLong();
    private final Map<Long, BlockingQueue<JsonNode>> waiting = new ConcurrentHashMap<>();

    private Client(String name, Path log, Process process, Heard heard) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.heard = heard;
    }

    static Client start(String name, Heard heard) throws IOException, InterruptedException {
        var python = Python.program().toString();
        var log = Python.log("peer-" + name);
        var builder = new ProcessBuilder(python, Python.script("peer.py").toString());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var client = new Client(name, log, builder.start(), heard);
        Thread.ofPlatform().daemon().name("peer-" + name).start(client::listen);
        return client;
    }

    /// Has it done within this time, and gives the answer.
    JsonNode ask(String what, Map<String, ?> with, Duration limit) {
        var id = asked.incrementAndGet();
        var answer = new LinkedBlockingQueue<JsonNode>();
        waiting.put(id, answer);
        try {
            var line = new HashMap<String, Object>(with);
            line.putAll(Map.of("id", id, "do", what, "limit", limit.toSeconds()));
            write(JSON.writeValueAsString(line));
            var got = answer.poll(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            if (got == null) throw wrong(what + ": no answer");
            if (got.has("error")) throw wrong(what + ": " + got.path("error").asText());
            return got;
        } catch (IOException gone) {
            throw wrong(what + ": " + gone.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw wrong(what + ": interrupted");
        } finally {
            waiting.remove(id);
        }
    }

    AssertionError wrong(String why) {
        return new AssertionError(name + ": " + why + " (more in " + log + ")\n" + heard);
    }

    /// Ends it between two answers of the server, so that nothing is lost for who comes back.
    @Override
    public void close() {
        try {
            process.outputWriter(UTF_8).close();
        } catch (IOException gone) {
            // it ended before we said so
        }
        try {
            if (!process.waitFor(LEAVE_MAX)) process.destroyForcibly();
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void write(String line) throws IOException {
        var out = process.outputWriter(UTF_8);
        out.write(line + "\n");
        out.flush();
    }

    private void listen() {
        try (var lines = process.inputReader(UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var told = JSON.readTree(line);
                if (told.has("answer")) {
                    var who = waiting.get(told.path("answer").asLong());
                    if (who != null) who.add(told);
                } else {
                    heard.add(told);
                }
            }
        } catch (IOException gone) {
            // the process has ended; whoever waits says so
        }
    }
}
