// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.terminal;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.skizzenlotse.channel.ChannelContract;
import org.skizzenlotse.channel.Speaker;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;

/// The terminal keeps what every channel keeps, all of it in lines.
class TerminalContractTest extends ChannelContract {
    private static final int PATIENCE_SECONDS = 20;

    private static Served served;

    @BeforeAll
    static void begin() throws IOException {
        served = Served.known("https://lotse.example");
    }

    @AfterAll
    static void end() throws IOException {
        served.close();
    }

    @Override
    protected Served served() {
        return served;
    }

    @Override
    protected Speaker begins(String dialog, String variant) {
        var opened = served.conversations().open(dialog, variant, Terminal.CHANNEL);
        var keyboard = new Keyboard();
        var screen = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        var terminal = new Terminal(served.conversations(), keyboard, screen, true);
        Thread.ofVirtual()
                .name("terminal")
                .start(() -> {
                    try {
                        terminal.talk(opened.token(), opened.view(), _ -> {});
                    } catch (IOException gone) {
                        throw new AssertionError(gone);
                    } finally {
                        keyboard.over();
                    }
                });
        keyboard.awaitPrompt();
        return new Typing(opened.token(), keyboard);
    }

    /// Somebody who types.
    private record Typing(String token, Keyboard keyboard) implements Speaker {
        @Override
        public void writes(Expects asked, String text) {
            keyboard.types(Optional.of(text));
            keyboard.awaitPrompt();
        }

        @Override
        public boolean taps(Expects asked, Input input) {
            return false;
        }

        @Override
        public void close() {
            keyboard.types(Optional.empty());
        }
    }

    /// Line by line, and it knows when the next one is waited for.
    private static final class Keyboard extends BufferedReader {
        private final SynchronousQueue<Optional<String>> lines = new SynchronousQueue<>();
        private final SynchronousQueue<Boolean> prompts = new SynchronousQueue<>();
        private volatile boolean over;

        Keyboard() {
            super(Reader.nullReader());
        }

        @Override
        public @Nullable String readLine() {
            try {
                prompts.put(true);
                return lines.take().orElse(null);
            } catch (InterruptedException stop) {
                return null;
            }
        }

        void types(Optional<String> line) {
            if (over) return;
            try {
                if (!lines.offer(line, PATIENCE_SECONDS, TimeUnit.SECONDS))
                    throw new AssertionError("nobody reads");
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }

        void awaitPrompt() {
            try {
                if (prompts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null)
                    throw new AssertionError("no prompt");
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }

        void over() {
            over = true;
            if (!prompts.offer(false)) return;
        }
    }
}
