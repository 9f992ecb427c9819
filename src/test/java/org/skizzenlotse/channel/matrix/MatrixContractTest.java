// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.skizzenlotse.InFull;
import org.skizzenlotse.channel.ChannelContract;
import org.skizzenlotse.channel.Speaker;
import org.skizzenlotse.channel.matrix.synapse.Peer;
import org.skizzenlotse.channel.matrix.synapse.Synapse;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;

/// Matrix keeps what every channel keeps: in words, in an encrypted room.
@InFull
class MatrixContractTest extends ChannelContract {
    /// Here each free answer is one message.
    private static final Duration BURST = Duration.ofMillis(1);

    private static final Map<String, String> LANGUAGES = Map.of("de", "deutsch", "en", "english");

    private static InMatrix in;
    private static Peer kim;

    @BeforeAll
    static void begin() throws Exception {
        in = new InMatrix(Synapse.shared(), BURST);
        kim = in.inRoom(true);
    }

    @AfterAll
    static void end() throws Exception {
        if (in != null) in.close();
    }

    @Override
    protected Served served() {
        return in.served;
    }

    @Override
    protected Speaker begins(String dialog, String variant) {
        says("start " + dialog + " " + LANGUAGES.get(variant));
        return new Writing(in.seat(kim).orElseThrow().token());
    }

    private static void says(String text) {
        in.awaitAnswered(kim.say(text));
    }

    /// The same person in the same room each time: the bot knows nothing of the talk before.
    private record Writing(String token) implements Speaker {
        @Override
        public void writes(Expects asked, String text) {
            says(text);
        }

        @Override
        public boolean taps(Expects asked, Input input) {
            return false;
        }

        @Override
        public void close() {
            in.seat(kim).ifPresent(in.served.conversations().correspondence()::forget);
        }
    }
}
