// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.skizzenlotse.InFull;
import org.skizzenlotse.channel.matrix.synapse.Synapse;

/// What goes wrong around the bot: it was away, its homeserver is away, slow or strict, its account
/// is logged out, its crypto store is gone.
@InFull
@Timeout(240)
class MatrixAwayTest {
    private static Synapse synapse;
    private static InMatrix in;

    @BeforeAll
    static void begin() throws Exception {
        synapse = Synapse.start();
        in = new InMatrix(synapse);
    }

    @AfterAll
    static void end() throws Exception {
        if (in != null) in.close();
        if (synapse != null) synapse.close();
    }

    @Test
    void whatWasWrittenWhileTheBotWasAwayIsAnsweredOnceEach() throws Exception {
        var kim = in.full(true);
        var noor = in.inRoom(true);
        in.stop();
        int answered = 0;
        // more than one answer of the homeserver holds of a room
        for (int i = 0; i < 25; i++) {
            kim.say("hilfe");
            answered++;
        }
        noor.say("3");
        var before = kim.messages().size();
        in.startAgain();
        InMatrix.soon("begun", () -> in.view(noor));
        in.awaitQuiet();
        var told = kim.until(before + answered);
        kim.awaitQuiet(Duration.ofSeconds(2));
        assertThat(told).hasSize(before + answered);
        assertThat(kim.messages()).hasSize(before + answered);
    }

    @Test
    void aHomeserverThatIsAwayOrSlowLosesNothing() throws Exception {
        var kim = in.inRoom(true);
        kim.say("vorpruefung");
        var first = InMatrix.soon("begun", () -> in.view(kim)).expects().step().value();
        in.await(kim, first);
        synapse.pause();
        Thread.sleep(1500);
        synapse.resume();
        kim.say("1");
        var second = in.leave(kim, first).expects().step().value();
        synapse.stop();
        Thread.sleep(1500);
        synapse.startAgain();
        kim.say("1");
        in.leave(kim, second);
        in.awaitConnected();
    }

    @Test
    void aStrictHomeserverIsWaitedFor() throws Exception {
        var kim = in.inRoom(true);
        synapse.limit(in.bot, 1, 1);
        try {
            kim.say("vorpruefung");
            var first = InMatrix.soon("begun", () -> in.view(kim)).expects().step().value();
            kim.say("hilfe");
            kim.say("warum");
            in.await(kim, first);
            kim.say("1");
            in.leave(kim, first);
        } finally {
            synapse.limit(in.bot, 0, 0);
        }
    }

    @Test
    void anAccountThatWasLoggedOutLogsInAgainAndGoesOn() throws Exception {
        var kim = in.inRoom(true);
        kim.say("vorpruefung");
        var first = InMatrix.soon("begun", () -> in.view(kim)).expects().step().value();
        in.await(kim, first);
        synapse.revoke(in.bot);
        InMatrix.soon("lost", () -> in.matrix().isConnected() ? Optional.empty() : Optional.of(1));
        in.awaitConnected();
        InMatrix.soon(
                "signed",
                () -> {
                    var keys = kim.keys(in.bot);
                    return keys.devices().size() == 1 && keys.signed().size() == 1
                            ? Optional.of(1)
                            : Optional.empty();
                });
        kim.say("1");
        in.leave(kim, first);
    }

    @Test
    void aCryptoStoreThatIsGoneIsMadeAnewWithTheSameIdentity() throws Exception {
        var kim = in.inRoom(true);
        kim.say("vorpruefung");
        var first = InMatrix.soon("begun", () -> in.view(kim)).expects().step().value();
        in.await(kim, first);
        var before = kim.keys(in.bot);
        in.stop();
        in.forgetStore();
        in.startAgain();
        InMatrix.soon(
                "signed",
                () -> {
                    var now = kim.keys(in.bot);
                    return now.devices().size() == 1
                                    && now.signed().size() == 1
                                    && !now.devices().equals(before.devices())
                            ? Optional.of(1)
                            : Optional.empty();
                });
        assertThat(kim.keys(in.bot).master()).isEqualTo(before.master());
        kim.say("1");
        in.leave(kim, first);
    }
}
