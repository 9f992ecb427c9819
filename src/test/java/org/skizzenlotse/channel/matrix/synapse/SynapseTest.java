// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That a homeserver of our own does what other tests want of it.
class SynapseTest {
    private static Synapse synapse;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws Exception {
        synapse = Synapse.start("rc_message: {per_second: 0.2, burst_count: 3}");
    }

    @AfterAll
    static void close() {
        if (synapse != null) synapse.close();
    }

    @Test
    void itComesBackWithItsDataAndPeopleGoOn() throws Exception {
        try (var alice = peer("alice");
                var bob = peer("bob")) {
            alice.create(true, bob.user());
            bob.acceptInvitation();
            alice.awaitMember(bob.user());
            synapse.stop();
            assertThatThrownBy(() -> synapse.ask("GET", "/_matrix/client/versions", "", ""))
                    .isInstanceOf(IOException.class);
            synapse.startAgain();
            alice.say("Noch da?");
            assertThat(bob.next().body()).isEqualTo("Noch da?");
        }
    }

    @Test
    void whoeverIsLoggedOutNoticesIt() throws Exception {
        try (var carol = peer("carol")) {
            carol.create(false);
            var devices = synapse.devices(carol.user());
            assertThat(devices).containsExactly(new Synapse.Device(carol.device(), "peer"));
            synapse.revoke(carol.user());
            carol.awaitLogout();
            assertThat(synapse.devices(carol.user())).isEmpty();
            assertThatThrownBy(() -> carol.say("Und ich?")).hasMessageContaining("M_UNKNOWN_TOKEN");
        }
    }

    @Test
    void itIsSlowedDownByALimitOfItsOwn() throws Exception {
        synapse.register("dora", "dora-pass");
        var token = synapse.token("dora", "dora-pass");
        var answer = sendMany(token, 5).getLast();
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.error()).isEqualTo("M_LIMIT_EXCEEDED");
        assertThat(answer.json().path("retry_after_ms").asLong()).isPositive();
    }

    @Test
    void oneAccountCanBeSlowedDownAndLetGo() throws Exception {
        var user = synapse.register("emil", "emil-pass");
        var token = synapse.token("emil", "emil-pass");
        synapse.limit(user, 0, 0);
        assertThat(sendMany(token, 6)).extracting(Answer::status).containsOnly(200);
        synapse.limit(user, 1, 1);
        assertThat(sendMany(token, 6)).extracting(Answer::status).contains(429);
    }

    @Test
    void itStandsStillAndGoesOn() throws Exception {
        synapse.pause();
        try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer =
                    waiting.submit(() -> synapse.ask("GET", "/_matrix/client/versions", "", ""));
            Thread.sleep(300);
            assertThat(answer.isDone()).isFalse();
            synapse.resume();
            assertThat(answer.get().status()).isEqualTo(200);
        }
    }

    @Test
    void theEnvironmentIsMadeOnceAndWhatIsHalfMadeIsNotUsed() throws Exception {
        var environment = folder.resolve("venv");
        Files.createDirectories(environment.resolve("left/behind"));
        var makings = new AtomicInteger();
        Python.Making making =
                () -> {
                    makings.incrementAndGet();
                    Files.createDirectory(environment);
                    return Optional.empty();
                };
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = both.submit(() -> Python.made(environment, "1.0", making));
            var other = both.submit(() -> Python.made(environment, "1.0", making));
            assertThat(one.get()).isEmpty();
            assertThat(other.get()).isEmpty();
        }
        assertThat(makings).hasValue(1);
        assertThat(environment.resolve("left")).doesNotExist();
        assertThat(Python.made(environment, "2.0", () -> Optional.of("no network")))
                .contains("no network");
        assertThat(Python.made(environment, "2.0", making)).isEmpty();
        assertThat(makings).hasValue(2);
    }

    @Test
    void whoComesWhileAnotherProcessMakesTheEnvironmentWaits() throws Exception {
        var environment = folder.resolve("venv");
        var script =
                """
                import fcntl, os, sys, time
                lock = open(sys.argv[1] + ".lock", "w")
                fcntl.lockf(lock, fcntl.LOCK_EX)
                print("held", flush=True)
                time.sleep(0.5)
                os.mkdir(sys.argv[1])
                open(sys.argv[1] + "/complete.txt", "w").write("1.0")
                """;
        var python = Python.program().toString();
        var maker = new ProcessBuilder(python, "-c", script, environment.toString()).start();
        assertThat(maker.inputReader().readLine()).isEqualTo("held");
        assertThat(Python.made(environment, "1.0", () -> Optional.of("not waited"))).isEmpty();
        maker.waitFor();
    }

    @Test
    void whatIsKeptEndsAlsoWhenAllElseIsEndedInAHurry() throws Exception {
        var program = List.of(Python.program().toString(), "-c", "import time; time.sleep(600)");
        try (var kept = Kept.start(folder.resolve("log"), program)) {
            kept.tell("pause");
            var child = kept.program();
            kept.kill();
            assertThat(child.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    private Peer peer(String name) throws Exception {
        return Peer.login(synapse, name, folder.resolve(name));
    }

    private static List<Answer> sendMany(String token, int count) throws Exception {
        var made = synapse.ask("POST", "/_matrix/client/v3/createRoom", token, "{}").done();
        var room = "/_matrix/client/v3/rooms/" + made.path("room_id").asText();
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < count; i++) {
            var path = room + "/send/m.room.message/" + i;
            var body = "{\"msgtype\": \"m.text\", \"body\": \"%d\"}".formatted(i);
            answers.add(synapse.ask("PUT", path, token, body));
        }
        return answers;
    }
}
